// Going to a row by typing the beginning of its id. It lasts until Escape, Enter or a movement: a limit of time would
// make it a matter of luck whether a letter belongs to the id or records a verdict.

export type Find = (typed: string) => Promise<number | null> | number | null

export class Typed {
  text = $state('')
  /** No row begins like this. */
  missed = $state(false)
  // An answer to an older text must not move the row any more.
  #asked = 0

  get on(): boolean {
    return this.text !== ''
  }

  /** Looks for a text; gives the row to go to. */
  async look(text: string, find: Find): Promise<number | null> {
    this.text = text
    const mine = ++this.#asked
    if (text === '') return null
    const found = await find(text)
    if (mine !== this.#asked) return null
    this.missed = found === null
    return found
  }

  leave(): void {
    this.text = ''
    this.missed = false
    this.#asked += 1
  }

  /** What is typed after this key; null when the key ends it, undefined when it means nothing here. */
  next(event: KeyboardEvent): string | null | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined
    if (event.key.length === 1) return this.text + event.key
    if (event.key === 'Backspace') return this.text.slice(0, -1)
    return event.key === 'Escape' || event.key === 'Enter' ? null : undefined
  }
}
