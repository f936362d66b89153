// What an evaluator is about to record about a row: the state of the form, and what it records of it.
import { isComponentRow } from '../facts'

import type { EntryInput, FindingView, RowView } from '../host/host'
import type { Draft } from './draft.svelte'

export type Mode = '' | 'by_component' | 'by_system_integration'

/** Texts of the form that are kept while they are written. */
export const texts = [
  'rationale',
  'no_evidence',
  'countermeasure',
  'documented_in',
  'applicable',
  'justification',
  'lowered_claim',
  'finding_reason',
  'finding_statement',
] as const
export type TextField = (typeof texts)[number]

export const negative = (verdict: string): boolean => verdict === 'not_fulfilled' || verdict === 'fail'
export const positive = (verdict: string): boolean => verdict === 'fulfilled' || verdict === 'pass'
/** Verdicts that say what the evidence shows, and so name it. */
const judges = (verdict: string): boolean => positive(verdict) || negative(verdict)

/** A major or minor finding that still stands; an observation carries no negative verdict. */
export const standing = (findings: readonly FindingView[]): FindingView | undefined =>
  findings.find((finding) => finding.open && finding.grade !== 'observation')

export class Entry {
  #view: RowView
  readonly draft: Draft
  verdict = $state('')
  mode = $state<Mode>('')
  confirm = $state(false)
  ml = $state('')
  declared = $state('')
  subPoints = $state<number[]>([])
  withFinding = $state(false)
  grade = $state('')
  /** Linked evidence that is not to be named; whatever else is linked is. */
  without = $state<string[]>([])
  #texts = $state<Record<TextField, string>>({} as Record<TextField, string>)

  constructor(view: RowView, draft: Draft) {
    this.#view = view
    this.draft = draft
    this.#fill()
  }

  #fill(): void {
    const { draft } = this
    const { verdict, fulfilment, applicability } = this.#view
    this.verdict = draft.get('verdict') ?? verdict?.verdict ?? ''
    this.grade = draft.get('finding_grade') ?? ''
    this.mode = (fulfilment?.mode as Mode | undefined) ?? ''
    this.confirm = applicability?.applicable === false && applicability.confirmed
    this.ml = String(verdict?.ml ?? '')
    this.declared = String(this.#view.line.declared_ml ?? '')
    this.subPoints = [...(verdict?.sub_points ?? [])]
    this.without = []
    this.withFinding = false
    this.#texts = Object.fromEntries(texts.map((field) => [field, draft.get(field) ?? this.recorded(field)])) as Record<TextField, string>
  }

  /** Something changed elsewhere. What is being written stays; a form in which nothing was begun shows what stands now. */
  take(view: RowView): void {
    const begun = this.begun
    this.#view = view
    if (!begun) this.#fill()
  }

  /** It was recorded: the form begins anew from what stands. */
  reset(view: RowView): void {
    this.draft.forget()
    this.#view = view
    this.#fill()
  }

  /** Something is in the form that is not recorded. */
  get begun(): boolean {
    const { verdict, fulfilment, applicability } = this.#view
    return (
      this.draft.any ||
      this.without.length > 0 ||
      this.withFinding ||
      this.mode !== (fulfilment?.mode ?? '') ||
      this.ml !== String(verdict?.ml ?? '') ||
      this.confirm !== (applicability?.applicable === false && applicability.confirmed) ||
      this.subPoints.join() !== (verdict?.sub_points ?? []).join()
    )
  }

  /** The text of a field as it is recorded now. */
  recorded(field: TextField): string {
    const { verdict, fulfilment, applicability } = this.#view
    switch (field) {
      case 'rationale':
        return verdict?.rationale || (applicability?.applicable === false ? applicability.justification : '')
      case 'no_evidence':
        return verdict?.no_evidence ?? ''
      case 'lowered_claim':
        return verdict?.lowered_claim ?? ''
      case 'justification':
        return applicability?.applicable === false ? applicability.justification : ''
      case 'countermeasure':
        return fulfilment?.countermeasure ?? ''
      case 'documented_in':
        return fulfilment?.documented_in ?? ''
      default:
        return ''
    }
  }

  text(field: TextField): string {
    return this.#texts[field]
  }

  /** Takes what was typed, and keeps it until it is recorded. */
  write(field: TextField, text: string): void {
    this.#texts[field] = text
    this.draft.keep(field, text, this.recorded(field))
  }

  choose(verdict: string): void {
    this.verdict = verdict
    this.draft.keep('verdict', verdict, this.#view.verdict?.verdict ?? '')
  }

  chooseGrade(grade: string): void {
    this.grade = grade
    this.draft.keep('finding_grade', grade)
  }

  /** Puts another value of a conflict into the form; the rationale is left to be completed. */
  prefill(field: string, args: Record<string, string>, evidence: readonly string[]): void {
    const write = (name: TextField, value: string | undefined) => this.write(name, value ?? '')
    if (field === 'verdict') {
      this.choose(args.verdict ?? '')
      write('rationale', args.rationale)
      write('no_evidence', args.no_evidence_reason)
      write('lowered_claim', args.lowered_claim)
      this.ml = args.ml ?? ''
      this.subPoints = (args.sub_points_met ?? '').split(',').map(Number).filter((point) => point > 0)
      this.without = this.#view.evidence.map(({ item }) => item.sha256).filter((sha256) => !evidence.includes(sha256))
    } else if (field === 'applicability') {
      this.confirm = args.confirmed === 'true'
      write(args.applicable === 'false' ? 'justification' : 'applicable', args.justification)
    } else if (field === 'declaration') {
      this.declared = args.ml ?? ''
    } else if (field === 'fulfilment') {
      this.mode = (args.mode as Mode | undefined) ?? ''
      write('countermeasure', args.countermeasure)
      write('documented_in', args.documented_in)
    }
  }

  get needsEvidence(): boolean {
    return judges(this.verdict)
  }

  /** Recorded as not applicable, and about to be judged. */
  get needsApplicable(): boolean {
    return this.#view.applicability?.applicable === false && judges(this.verdict)
  }

  get needsFinding(): boolean {
    return negative(this.verdict) && standing(this.#view.findings) === undefined
  }

  get raisesFinding(): boolean {
    return this.needsFinding || (this.withFinding && judges(this.verdict))
  }

  get belowDeclared(): boolean {
    const declared = this.#view.line.declared_ml
    return this.verdict === 'pass' && this.ml !== '' && declared !== null && Number(this.ml) < declared
  }

  /** SHA-256 of the evidence that would be named. */
  evidence(linked: readonly string[]): string[] {
    return linked.filter((sha256) => !this.without.includes(sha256))
  }

  /** How the row is met, to be recorded with the verdict or alone. */
  fulfilment(): EntryInput {
    const filled = (field: TextField) => this.#texts[field].trim() || null
    if (this.mode === '') return {}
    if (this.mode === 'by_component') return { mode: this.mode }
    return { mode: this.mode, countermeasure: filled('countermeasure'), documented_in: filled('documented_in') }
  }

  /** What the form records. Blank texts are absent, so that the rules can say what is missing. */
  input(linked: readonly string[]): EntryInput {
    const filled = (field: TextField) => this.#texts[field].trim() || null
    const component = isComponentRow(this.#view.line)
    const entry: EntryInput = { verdict: this.verdict, rationale: filled('rationale') ?? '' }
    if (this.needsEvidence) {
      entry.evidence = this.evidence(linked)
      if (entry.evidence.length === 0) entry.no_evidence = filled('no_evidence')
    }
    if (this.verdict === 'not_applicable') {
      entry.not_applicable = filled('rationale')
      entry.confirm = this.confirm
    }
    if (this.needsApplicable) entry.applicable = filled('applicable')
    if (component && this.verdict === 'fulfilled') Object.assign(entry, this.fulfilment())
    if (this.verdict === 'pass') {
      entry.ml = this.ml === '' ? null : Number(this.ml)
      if (this.belowDeclared) entry.lowered_claim = filled('lowered_claim')
    }
    if (positive(this.verdict) && this.#view.requirement.sub_points.length > 0) entry.sub_points = [...this.subPoints]
    if (this.raisesFinding) {
      entry.finding = { grade: this.grade, reason: filled('finding_reason') ?? '', statement: filled('finding_statement') ?? '' }
    }
    return entry
  }
}
