// Which findings are shown, and in which order.

import { findingStates } from '../codes'
import type { FindingView } from '../host/host'

export interface Wanted {
  /** Only what still stands. */
  open: boolean
  /** A grade, or empty for all. */
  grade: string
  /** Only those whose due date has passed. */
  overdue: boolean
}

const weight: Record<string, number> = { major: 0, minor: 1, observation: 2 }
const numberOf = (finding: FindingView) => Number(finding.number.slice(2)) || 0

/** The overdue ones first, then the graver ones, then by number. */
export function arranged(findings: readonly FindingView[], { open, grade, overdue }: Wanted): FindingView[] {
  return findings
    .filter((finding) => (!open || finding.open) && (grade === '' || finding.grade === grade) && (!overdue || finding.overdue))
    .toSorted(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) || (weight[a.grade] ?? 3) - (weight[b.grade] ?? 3) || numberOf(a) - numberOf(b),
    )
}

export interface Column {
  state: string
  findings: FindingView[]
}

/** One column for each state that has findings, and for those through which an open one passes. */
export function columns(findings: readonly FindingView[], open: boolean): Column[] {
  return findingStates
    .map((state) => ({ state: state as string, findings: findings.filter((finding) => finding.state === state) }))
    .filter(({ state, findings: some }) => some.length > 0 || (!(open && (state === 'closed' || state === 'withdrawn')) && state !== 'disputed' && state !== 'withdrawn'))
}
