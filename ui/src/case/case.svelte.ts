// What the case screen knows: the facts and the people, and how a fact gets recorded.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import { asProblem, type Admit, type CaseView, type FieldView, type Problem } from '../host/host'

export const sections = ['object', 'claim', 'issuer', 'client', 'independence', 'conduct', 'sampling', 'scheme', 'report', 'certificate'] as const
export type SectionId = (typeof sections)[number]

export const sectionOf = (field: FieldView): string => field.name.split('.')[0] ?? ''

/** What was evaluated and what is claimed is the same in every report; the rest may differ. */
export const mayDiffer = (field: FieldView): boolean => !['object', 'claim'].includes(sectionOf(field))

/** Is the field missing for this kind of report, or, for `any`, for at least one? */
export function isMissing(field: FieldView, kind: string): boolean {
  if (field.value !== null) return false
  const wanting = field.needed_by.filter((one) => !field.for_kinds.some((other) => other.kind === one))
  return kind === 'any' ? wanting.length > 0 : wanting.includes(kind)
}

const cases = new WeakMap<Dossier, Case>()

/** The case of a dossier; whoever comes back to the screen finds what still waited there. */
export function caseOf(desk: Desk, dossier: Dossier): Case {
  const known = cases.get(dossier)
  if (known) return known
  const made = new Case(desk, dossier)
  cases.set(dossier, made)
  return made
}

/** Are two values of a field the same? They are plain data. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

export class Case {
  readonly #desk: Desk
  readonly #dossier: Dossier
  view = $state.raw<CaseView | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** Number of the entry that recorded each field, while this screen is shown. */
  saved = $state.raw<Record<string, number>>({})
  /** Why a field was refused, by field. */
  refused = $state.raw<Record<string, Problem>>({})
  /** Changes of a claim that wait for their reason, by field. They stay while the dossier is open. */
  waiting = $state<Record<string, { value: unknown; reason: string }>>({})
  constructor(desk: Desk, dossier: Dossier) {
    this.#desk = desk
    this.#dossier = dossier
  }

  async load(): Promise<void> {
    try {
      this.view = await this.#desk.host.call('case', {})
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** Records a fact as one change. False when it was refused; the reason stands at the field. */
  async set(field: string, value: unknown, reason: string | null = null): Promise<boolean> {
    try {
      const changed = await this.#desk.host.call('case_set', { field, value, reason })
      const { [field]: _, ...others } = this.refused
      this.refused = others
      this.saved = { ...this.saved, [field]: changed.status.entry }
      // Everyone who shows a part of it hears of it, this screen too.
      this.#dossier.take(changed)
      // The head shows the claim; a change of the rows has it read again anyway.
      if (!changed.all_rows && /^(object|claim)\./.test(field)) await this.#dossier.reload()
      return true
    } catch (thrown) {
      this.refused = { ...this.refused, [field]: asProblem(thrown) }
      return false
    }
  }

  /** Admits a person or writes the card anew. A refusal is thrown, so that the form can show it. */
  async admit(card: Admit): Promise<void> {
    this.#dossier.take(await this.#desk.host.call('admit', card))
    await this.#dossier.reload()
  }
}
