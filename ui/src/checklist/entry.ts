// What is written in the strip, and what of it is recorded.

import type { EntryInput, FulfilmentView, Line, RowView } from '../host/host'

/** The fields of the strip. */
export interface Form {
  verdict: string
  /** Why; for "not applicable" it is the justification too. */
  rationale: string
  /** SHA-256 of what the verdict rests on; null takes what is linked to each row. */
  evidence: string[] | null
  no_evidence: string
  /** Mode of fulfilment; empty leaves it as it is recorded. */
  mode: '' | 'by_component' | 'by_system_integration'
  countermeasure: string
  documented_in: string
  /** Why a row that was recorded as not applicable is applicable after all. */
  applicable: string
  confirm: boolean
  declared_ml: number | null
  ml: number | null
  lowered_claim: string
  sub_points: number[]
  finding: boolean
  grade: string
  finding_reason: string
  finding_statement: string
}

/** Fields that hold what a person writes; they are kept as a draft. */
export const written = [
  'rationale',
  'no_evidence',
  'countermeasure',
  'documented_in',
  'applicable',
  'lowered_claim',
  'finding_reason',
  'finding_statement',
] as const
export type Written = (typeof written)[number]

/** What is known of the rows that are judged. */
export interface Facts {
  component: boolean
  rows: number
  /** Rows to which nothing is linked and whose verdict names nothing. */
  bare: number
  /** Rows with a recorded mode of fulfilment, and whether one of them is met by integration. */
  moded: number
  integrated: boolean
  /** The mode that is recorded, for one row. */
  fulfilment: FulfilmentView | null
  /** Highest declared maturity level; null where a row has none. */
  declared: number | null
  /** A row is recorded as not applicable. */
  ruledOut: boolean
  /** Every row has an open finding. */
  found: boolean
  /** Parts of the requirement, for one row. */
  subPoints: number
}

export const positive = (verdict: string): boolean => verdict === 'fulfilled' || verdict === 'pass'
export const negative = (verdict: string): boolean => verdict === 'not_fulfilled' || verdict === 'fail'
const final = (verdict: string): boolean => positive(verdict) || negative(verdict)

export function factsOf(lines: readonly Line[], component: boolean, declared: number | null, view: RowView | null): Facts {
  const levels = lines.map((line) => line.declared_ml ?? declared)
  return {
    component,
    rows: lines.length,
    bare: view ? Number(view.evidence.length === 0) : lines.filter((line) => line.evidence === 0).length,
    moded: lines.filter((line) => line.mode !== null).length,
    integrated: lines.some((line) => line.mode === 'by_system_integration'),
    fulfilment: view?.fulfilment ?? null,
    declared: levels.includes(null) ? null : Math.max(...levels.map(Number)),
    ruledOut: lines.some((line) => line.applicable === false),
    found: lines.every((line) => line.findings > 0),
    subPoints: view?.requirement.sub_points.length ?? 0,
  }
}

/** An untouched strip for a verdict. */
export function fresh(verdict: string, facts: Facts): Form {
  return {
    verdict,
    rationale: '',
    evidence: null,
    no_evidence: '',
    // A mode that is recorded stays; where none is, the component itself is the usual one.
    mode: facts.integrated || facts.moded === facts.rows ? '' : 'by_component',
    countermeasure: '',
    documented_in: '',
    applicable: '',
    confirm: false,
    declared_ml: null,
    ml: facts.declared,
    lowered_claim: '',
    sub_points: [],
    finding: negative(verdict) && !facts.found && facts.rows === 1,
    grade: 'major',
    finding_reason: '',
    finding_statement: '',
  }
}

/** What a row already holds, for the fields of the strip. A draft comes before what was recorded. */
export function prefill(form: Form, view: RowView): Form {
  const { verdict, applicability, fulfilment, draft } = view
  const same = verdict?.verdict === form.verdict ? verdict : null
  const earlier = form.verdict === 'not_applicable' && applicability && !applicability.applicable ? applicability.justification : verdict?.rationale
  const filled: Form = {
    ...form,
    rationale: earlier ?? '',
    no_evidence: same?.no_evidence ?? '',
    mode: (fulfilment?.mode as Form['mode'] | undefined) ?? form.mode,
    countermeasure: fulfilment?.countermeasure ?? '',
    documented_in: fulfilment?.documented_in ?? '',
    ml: same?.ml ?? form.ml,
    lowered_claim: same?.lowered_claim ?? '',
    sub_points: verdict?.sub_points ?? [],
    evidence: view.evidence.map(({ item }) => item.sha256),
  }
  for (const field of written) if (draft[field]) filled[field] = draft[field]
  if (draft.finding_grade) filled.grade = draft.finding_grade
  return filled
}

/** Which fields the strip shows beside the rationale. */
export function shownFor(form: Form, facts: Facts) {
  const { verdict } = form
  const nothingNamed = form.evidence === null ? facts.bare > 0 : form.evidence.length === 0
  return {
    evidence: verdict !== 'not_evaluated',
    noEvidence: final(verdict) && nothingNamed,
    mode: facts.component && positive(verdict),
    integration: facts.component && positive(verdict) && form.mode === 'by_system_integration',
    ml: !facts.component && positive(verdict),
    declaredMl: !facts.component && positive(verdict) && facts.declared === null,
    lowered: !facts.component && positive(verdict) && form.ml !== null && form.ml < (form.declared_ml ?? facts.declared ?? 0),
    subPoints: positive(verdict) && facts.subPoints > 0,
    confirm: verdict === 'not_applicable',
    applicable: facts.ruledOut && final(verdict),
    // One finding speaks of one row; for many rows it is raised at each of them.
    finding: negative(verdict) && facts.rows === 1,
    findingForMany: negative(verdict) && facts.rows > 1 && !facts.found,
  }
}

/** Says the strip what is recorded already? Then it is not recorded again. */
function recordedMode(form: Form, recorded: FulfilmentView | null): boolean {
  if (!recorded || recorded.mode !== form.mode) return false
  if (form.mode === 'by_component') return true
  return form.countermeasure.trim() === (recorded.countermeasure ?? '') && form.documented_in.trim() === (recorded.documented_in ?? '')
}

/** What is recorded: only what the strip shows; everything else stays as it is. */
export function entryOf(form: Form, facts: Facts): EntryInput {
  const shown = shownFor(form, facts)
  const entry: EntryInput = { verdict: form.verdict, rationale: form.rationale.trim() }
  if (form.evidence !== null) entry.evidence = form.evidence
  if (shown.noEvidence && form.no_evidence.trim() !== '') entry.no_evidence = form.no_evidence.trim()
  if (shown.mode && form.mode !== '' && !recordedMode(form, facts.fulfilment)) {
    entry.mode = form.mode
    if (shown.integration) {
      entry.countermeasure = form.countermeasure.trim()
      entry.documented_in = form.documented_in.trim()
    }
  }
  if (shown.ml) entry.ml = form.ml
  if (shown.declaredMl) entry.declared_ml = form.declared_ml
  if (shown.lowered) entry.lowered_claim = form.lowered_claim.trim()
  if (shown.subPoints) entry.sub_points = form.sub_points
  if (shown.confirm) {
    entry.not_applicable = form.rationale.trim()
    entry.confirm = form.confirm
  }
  if (shown.applicable && form.applicable.trim() !== '') entry.applicable = form.applicable.trim()
  if (shown.finding && form.finding) {
    entry.finding = {
      grade: form.grade,
      reason: form.finding_reason.trim(),
      // What is missing is often what the rationale says.
      statement: form.finding_statement.trim() || form.rationale.trim(),
    }
  }
  return entry
}

/** Texts to be kept; an empty map where there is nothing to keep beyond what the strip began with. */
export function draftOf(form: Form, began: Form): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const field of written) if (form[field] !== '' && form[field] !== began[field]) texts[field] = form[field]
  if (Object.keys(texts).length === 0) return {}
  // A text that was there before belongs to what is being written too.
  for (const field of written) if (form[field] !== '') texts[field] = form[field]
  texts.verdict = form.verdict
  if (form.finding) texts.finding_grade = form.grade
  return texts
}

const places: Record<string, string> = {
  'refusal-verdict-needs-rationale': 'rationale',
  'refusal-not-applicable-needs-justification': 'rationale',
  'refusal-verdict-needs-evidence': 'no_evidence',
  'refusal-claim-is-not-evidence': 'evidence',
  'refusal-interview-only': 'evidence',
  'refusal-sub-points-open': 'sub_points',
  'refusal-fulfilment-mode-missing': 'mode',
  'refusal-integration-needs-documentation': 'countermeasure',
  'refusal-pass-needs-ml': 'ml',
  'refusal-declared-ml-missing': 'declared_ml',
  'refusal-ml-below-declared': 'lowered_claim',
  'refusal-not-applicable-needs-confirmation': 'confirm',
  'refusal-row-is-not-applicable': 'applicable',
  'refusal-fail-needs-finding': 'finding',
  'refusal-finding-needs-grade-reason': 'finding_reason',
  'refusal-finding-needs-statement': 'finding_statement',
  'refusal-finding-needs-evidence': 'no_evidence',
}

/** The field that a refusal is about; the rationale where it is about none. */
export const fieldOf = (code: string): string => places[code] ?? 'rationale'
