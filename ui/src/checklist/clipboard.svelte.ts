// Rows to and from a spreadsheet, through the clipboard. The text of a copy comes from the program and the clipboard must
// be filled while its event lasts, so the text is asked for as soon as the modifier key goes down.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import type { Pasted } from '../host/host'
import { toasts } from '../parts/toasts.svelte'
import { t } from '../words'
import type { List } from './list.svelte'

export interface Preview {
  text: string
  rows: string[]
  column: string
  pasted: Pasted
}

export class Clipboard {
  readonly #desk: Desk
  readonly #dossier: Dossier
  readonly #list: List
  preview = $state.raw<Preview | null>(null)
  busy = $state(false)
  /** Column of the grid that the cursor was in when a key was pressed last. */
  column = ''
  #ready: { key: string; n: number; text: string } | null = null

  constructor(desk: Desk, dossier: Dossier, list: List) {
    this.#desk = desk
    this.#dossier = dossier
    this.#list = list
  }

  get #key(): string {
    const targets = this.#list.grid?.targets() ?? []
    return `${this.#list.version}:${this.#dossier.revision}:${targets.length}:${targets.join()}`
  }

  /** Has the text ready before it is asked for. */
  async prepare(): Promise<string | null> {
    const key = this.#key
    if (this.#ready?.key === key) return this.#ready.text
    const rows = (await this.#list.targets()).map((line) => line.row)
    if (rows.length === 0) return null
    const copied = await this.#desk.attempt(() => this.#desk.host.call('copy_rows', { rows }))
    if (!copied) return null
    this.#ready = { key, n: rows.length, text: copied.text }
    return copied.text
  }

  copy(event: ClipboardEvent): void {
    event.preventDefault()
    if (this.#ready?.key === this.#key) {
      event.clipboardData?.setData('text/plain', this.#ready.text)
      this.#said()
    } else void this.#late()
  }

  /** The text was not there in time: the clipboard is written to by itself, where the webview allows it. */
  async #late(): Promise<void> {
    const text = await this.prepare()
    if (text === null) return
    try {
      await navigator.clipboard.writeText(text)
      this.#said()
    } catch {
      // The text is ready now, and the next press copies it.
      toasts.say(t('ui-worklist-copy-again'), { tone: 'warn' })
    }
  }

  #said(): void {
    toasts.say(t('ui-worklist-copied', { n: this.#ready?.n ?? 0 }))
  }

  /** Shows what a text from the clipboard would record. */
  async paste(event: ClipboardEvent): Promise<void> {
    event.preventDefault()
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() === '') return void toasts.say(t('ui-worklist-paste-no-text'), { tone: 'warn' })
    const rows = await this.#receivers()
    const column = this.column === 'verdict' ? 'verdict' : 'rationale'
    const pasted = await this.#desk.attempt(() => this.#desk.host.call('paste', { text, rows, column, commit: false }))
    if (pasted) this.preview = { text, rows, column, pasted }
  }

  /** Lines without an id go to the selected rows, or else from the cursor downwards. */
  async #receivers(): Promise<string[]> {
    if (this.#list.selected.length > 0) return (await this.#list.targets()).map((line) => line.row)
    const names = await this.#desk.attempt(() => this.#desk.host.call('worklist_rows', this.#list.query))
    return names?.rows.slice(this.#list.cursor?.index ?? 0) ?? []
  }

  /** Records the text that is shown; gives the number of rows, or null where nothing was recorded. */
  async commit(): Promise<number | null> {
    const { preview } = this
    if (!preview || this.busy) return null
    this.busy = true
    const { text, rows, column } = preview
    const done = await this.#desk.attempt(() => this.#desk.host.call('paste', { text, rows, column, commit: true }))
    this.busy = false
    if (!done) return null
    if (!done.changed) {
      this.preview = { ...preview, pasted: done }
      return null
    }
    this.preview = null
    this.#dossier.take(done.changed)
    return done.lines.filter((line) => line.problem === null).length
  }
}
