// A review or decision while it is being written: kept by the program, so that neither another screen nor a crash
// takes it away. Recording it makes the program forget it.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import { asProblem } from '../host/host'

export type JudgementKind = 'review' | 'decision'
export interface Judgement {
  result: string
  text: string
}

/** Long enough not to write with every key, short enough to lose no sentence. */
const wait = 400

/** Newer than what the program answered last, while the window is open. */
const kept = new WeakMap<Dossier, Partial<Record<JudgementKind, Judgement>>>()

export class Writing {
  readonly #desk: Desk
  readonly #dossier: Dossier | null
  readonly #kind: JudgementKind
  readonly #leave: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  /** What the program was told last. */
  #told: string
  /** What one finds on opening the screen. */
  readonly begun: Judgement

  constructor(desk: Desk, kind: JudgementKind, text: string) {
    this.#desk = desk
    this.#dossier = desk.open
    this.#kind = kind
    this.#told = text
    this.begun = (this.#dossier && kept.get(this.#dossier)?.[kind]) ?? { result: '', text }
    this.#leave = desk.onclose(() => this.flush())
  }

  #current(): Judgement {
    return (this.#dossier && kept.get(this.#dossier)?.[this.#kind]) ?? this.begun
  }

  keep(judgement: Judgement): void {
    if (!this.#dossier) return
    kept.set(this.#dossier, { ...kept.get(this.#dossier), [this.#kind]: judgement })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), wait)
  }

  /** It was recorded: nothing is left to be kept. */
  recorded(): void {
    clearTimeout(this.#timer)
    this.#told = ''
    if (this.#dossier) kept.set(this.#dossier, { ...kept.get(this.#dossier), [this.#kind]: { result: '', text: '' } })
  }

  /** Hands over what was written since the last time. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    const { text } = this.#current()
    if (text === this.#told || this.#desk.open !== this.#dossier || this.#dossier?.readOnly) return
    const before = this.#told
    this.#told = text
    try {
      await this.#desk.host.call('draft_set', { subject: this.#kind, texts: text === '' ? {} : { text } })
    } catch (thrown) {
      this.#told = before
      this.#desk.refuse(asProblem(thrown))
    }
  }

  /** The screen is left. */
  leave(): void {
    this.#leave()
    void this.flush()
  }
}
