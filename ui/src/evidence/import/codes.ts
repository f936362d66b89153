// The words of the codes that an import hands over, and how its rows are gathered into four lists.

import type { ImportProposal, LedgerRowView } from '../../host/host'
import { t } from '../../words'

/** Roles that one column alone can have. */
export const single: ReadonlySet<string> = new Set(['id', 'response', 'level', 'role', 'component'])

const roles: Record<string, string> = {
  id: 'ui-import-column-id',
  response: 'ui-import-column-response',
  evidence: 'ui-import-column-evidence',
  comment: 'ui-import-column-comment',
  assessor: 'ui-import-column-assessor',
  level: 'ui-import-column-level',
  role: 'ui-import-column-role',
  component: 'ui-import-column-component',
  date: 'ui-import-column-date',
  person: 'ui-import-column-person',
  ignore: 'ui-import-column-ignore',
}
const reasons: Record<string, string> = {
  no_id: 'ui-import-why-no-id',
  section: 'ui-import-why-section',
  group_only: 'ui-import-why-group-only',
  unanswered: 'ui-import-why-unanswered',
  heading: 'ui-import-why-heading',
  repeated_header: 'ui-import-why-repeated-header',
  blank: 'ui-import-why-blank',
}
const agreements: Record<string, string> = {
  same: 'ui-import-agrees-same',
  differs: 'ui-import-agrees-differs',
  contradicts: 'ui-import-agrees-contradicts',
}
const places: Record<string, string> = {
  'role-unknown': 'ui-import-unplaced-role-unknown',
  'role-missing': 'ui-import-unplaced-role-missing',
}

const plain = (code: string): string => code.replaceAll('-', '_')
const of = (table: Record<string, string>, code: string): string => {
  const id = table[code] ?? table[plain(code)]
  return id ? t(id) : code
}

/** What a column is taken for. Reactive. */
export const columnText = (role: string): string => of(roles, role)
/** Why a row did not become a claim. Reactive. */
export const whyText = (row: LedgerRowView): string => of(reasons, row.why ?? row.kind)
/** How a later row compares with the first one. Reactive. */
export const agreementText = (code: string): string => of(agreements, code)
/** Why a claim found no row, with the vendor's word. Reactive. */
export function unplacedText(why: string, word: string): string {
  const id = places[why]
  return id ? t(id, { word }) : why
}

export type ListId = 'matched' | 'unknown' | 'duplicates' | 'skipped'
export const listIds: readonly ListId[] = ['matched', 'unknown', 'duplicates', 'skipped']

/** The list in which a row stands; every row stands in one. */
export function listOf(kind: string): ListId {
  const code = plain(kind)
  if (code === 'matched' || code === 'matched_in_part') return 'matched'
  if (code === 'unknown_id') return 'unknown'
  return code === 'duplicate' ? 'duplicates' : 'skipped'
}

/** Rows of the sheet in each list, from the totals of the program. */
export function countsOf({ totals }: Pick<ImportProposal, 'totals'>): Record<ListId, number> {
  const counts: Record<ListId, number> = { matched: 0, unknown: 0, duplicates: 0, skipped: 0 }
  for (const { code, rows } of totals) counts[listOf(code)] += rows
  return counts
}

/** A row, or a run of rows, by number. */
export const lineText = ({ first, last }: LedgerRowView): string => (first === last ? String(first) : `${first}–${last}`)
