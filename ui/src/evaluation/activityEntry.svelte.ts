// What an evaluator is about to record about an evaluation activity.

import type { ActivityRecord, ActivityView } from '../host/host'
import { Draft } from './draft.svelte'
import { standing } from './entry.svelte'
import type { Desk } from '../desk.svelte'

export const activityVerdicts = ['pass', 'fail', 'inconclusive'] as const

export const activityTexts = ['rationale', 'no_evidence', 'finding_reason', 'finding_statement'] as const
export type ActivityText = (typeof activityTexts)[number]

export class ActivityEntry {
  #view: ActivityView
  readonly draft: Draft
  verdict = $state('')
  grade = $state('')
  withFinding = $state(false)
  without = $state<string[]>([])
  #texts = $state<Record<ActivityText, string>>({} as Record<ActivityText, string>)

  constructor(desk: Desk, view: ActivityView) {
    this.#view = view
    this.draft = new Draft(desk, view.id, view.draft)
    this.#fill()
  }

  #fill(): void {
    this.verdict = this.draft.get('verdict') ?? this.#view.verdict?.verdict ?? ''
    this.grade = this.draft.get('finding_grade') ?? ''
    this.withFinding = false
    this.without = []
    this.#texts = Object.fromEntries(activityTexts.map((field) => [field, this.draft.get(field) ?? this.recorded(field)])) as Record<ActivityText, string>
  }

  recorded(field: ActivityText): string {
    if (field === 'rationale') return this.#view.verdict?.rationale ?? ''
    return field === 'no_evidence' ? (this.#view.verdict?.no_evidence ?? '') : ''
  }

  get begun(): boolean {
    return this.draft.any || this.without.length > 0 || this.withFinding
  }

  /** Something changed elsewhere; what is being written stays. */
  take(view: ActivityView): void {
    const begun = this.begun
    this.#view = view
    if (!begun) this.#fill()
  }

  /** It was recorded, or discarded. */
  reset(view: ActivityView): void {
    this.draft.forget()
    this.#view = view
    this.#fill()
  }

  text(field: ActivityText): string {
    return this.#texts[field]
  }

  write(field: ActivityText, text: string): void {
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

  get needsFinding(): boolean {
    return this.verdict === 'fail' && standing(this.#view.findings) === undefined
  }

  get raisesFinding(): boolean {
    return this.needsFinding || this.withFinding
  }

  input(): ActivityRecord {
    const filled = (field: ActivityText) => this.#texts[field].trim()
    const evidence = this.#view.evidence.map((item) => item.sha256).filter((sha256) => !this.without.includes(sha256))
    const record: ActivityRecord = { activity: this.#view.id, verdict: this.verdict, rationale: filled('rationale'), evidence }
    if (evidence.length === 0) record.no_evidence = filled('no_evidence') || null
    if (this.raisesFinding) record.finding = { grade: this.grade, reason: filled('finding_reason'), statement: filled('finding_statement') }
    return record
  }
}
