// Texts that are being written about a row or an activity. They are handed to the program while one types, so that
// neither a crash nor another row takes them away; recording or discarding them forgets them.

import type { Desk } from '../desk.svelte'
import { asProblem } from '../host/host'

export type Texts = Record<string, string>

/** Long enough not to write with every key, short enough to lose no sentence. */
const wait = 400

export class Draft {
  readonly #desk: Desk
  readonly #subject: string
  readonly #leave: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What the program was told last. */
  #told: string
  #texts = $state<Texts>({})

  constructor(desk: Desk, subject: string, kept: Texts) {
    this.#desk = desk
    this.#subject = subject
    this.#texts = { ...kept }
    this.#told = JSON.stringify(this.#texts)
    this.#leave = desk.onclose(() => this.flush())
  }

  /** Was something kept that is not recorded yet? */
  get any(): boolean {
    return Object.keys(this.#texts).length > 0
  }

  get(field: string): string | undefined {
    return this.#texts[field]
  }

  /** Everything that is kept now. */
  texts(): Texts {
    return $state.snapshot(this.#texts)
  }

  /** Keeps a text; what equals `recorded` needs no keeping. */
  keep(field: string, text: string, recorded = ''): void {
    if (text === recorded) delete this.#texts[field]
    else this.#texts[field] = text
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), wait)
  }

  /** Forgets these texts, or all of them. */
  forget(fields: readonly string[] = Object.keys(this.#texts)): void {
    for (const field of fields) delete this.#texts[field]
    clearTimeout(this.#timer)
    void this.flush()
  }

  /** Hands over what was written since the last time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const now = JSON.stringify(this.#texts)
    if (now === this.#told || this.#desk.open?.readOnly) return
    const before = this.#told
    this.#told = now
    try {
      await this.#desk.host.call('draft_set', { subject: this.#subject, texts: $state.snapshot(this.#texts) })
    } catch (thrown) {
      this.#told = before
      this.#desk.refuse(asProblem(thrown))
    }
  }

  /** The form goes away. */
  leave(): void {
    this.#leave()
    void this.flush()
  }
}
