// Tags that are being changed on one row or many. Only what was touched is recorded.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import type { Line } from '../host/host'
import { tagKinds, type TagKind } from './filters'

/** The value that all rows share; null where they differ. */
function shared(lines: readonly Line[], kind: TagKind): string | null {
  const values = new Set(lines.map((line) => (line.tags[kind] ?? []).join(', ')))
  return values.size === 1 ? ([...values][0] ?? '') : null
}

export class Tagging {
  readonly #desk: Desk
  readonly #dossier: Dossier
  readonly lines: readonly Line[]
  /** Values in use, by kind. */
  known = $state.raw<Readonly<Record<string, string[] | undefined>>>({})
  values = $state<Record<TagKind, string>>({ interviewee: '', place: '', document: '', assignee: '' })
  busy = $state(false)
  readonly #before = new Map<TagKind, string | null>()
  readonly #touched = new Set<TagKind>()

  constructor(desk: Desk, dossier: Dossier, lines: readonly Line[]) {
    this.#desk = desk
    this.#dossier = dossier
    this.lines = lines
    for (const kind of tagKinds) {
      const before = shared(lines, kind)
      this.#before.set(kind, before)
      this.values[kind] = before ?? ''
    }
  }

  /** Do the rows differ in this tag? Then it stays as it is unless something is written. */
  differs(kind: TagKind): boolean {
    return this.#before.get(kind) === null
  }

  get me(): string | null {
    return this.#dossier.head.me?.name ?? null
  }

  async load(): Promise<void> {
    const answer = await this.#desk.attempt(() => this.#desk.host.call('tag_values', {}))
    if (answer) this.known = answer.values
  }

  set(kind: TagKind, value: string): void {
    this.values[kind] = value
    this.#touched.add(kind)
  }

  /** Records what was changed; false where one of it was refused. */
  async record(): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    const rows = this.lines.map((line) => line.row)
    try {
      for (const kind of this.#touched) {
        const value = this.values[kind].trim()
        if (value === this.#before.get(kind)) continue
        if (!(await this.#dossier.record('tag_rows', { rows, tag: kind, value }))) return false
        this.#before.set(kind, value)
      }
      return true
    } finally {
      this.busy = false
    }
  }
}
