// The words of the codes that an import hands over, and how its rows are gathered into four lists.

import { codeText } from '../../codes'
import type { AnswerView, ImportProposal, LedgerRowView } from '../../host/host'
import { has, t } from '../../words'

/** Roles that one column alone can have. */
export const single: ReadonlySet<string> = new Set(['id', 'response', 'level', 'role', 'component', 'wanted'])

const roles: Record<string, string> = {
  id: 'ui-import-column-id',
  response: 'ui-import-column-response',
  evidence: 'ui-import-column-evidence',
  link: 'ui-import-column-link',
  comment: 'ui-import-column-comment',
  assessor: 'ui-import-column-assessor',
  level: 'ui-import-column-level',
  role: 'ui-import-column-role',
  component: 'ui-import-column-component',
  wanted: 'ui-import-column-wanted',
  date: 'ui-import-column-date',
  person: 'ui-import-column-person',
  ignore: 'ui-import-column-ignore',
}
/** Roles whose word alone does not say enough. */
const hints: Record<string, string> = { link: 'ui-import-column-link-hint', wanted: 'ui-import-column-wanted-hint' }
const reasons: Record<string, string> = {
  no_id: 'ui-import-why-no-id',
  section: 'ui-import-why-section',
  group_only: 'ui-import-why-group-only',
  hidden: 'ui-import-why-hidden',
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
/** What such a column holds, where the word does not say it. Reactive. */
export const columnHint = (role: string): string => (hints[role] ? t(hints[role]) : '')
/** What an answer may mean: an everyday word, or else a meaning. Reactive. */
export const hintText = (hint: string): string => (has(`ui-import-hint-${hint}`) ? t(`ui-import-hint-${hint}`) : codeText('meaning', hint))
/** Why a row did not become a claim. Reactive. */
export const whyText = (row: LedgerRowView): string => of(reasons, row.why ?? row.kind)
/** How a later row compares with the first one. Reactive. */
export const agreementText = (code: string): string => of(agreements, code)
/** Why a claim found no row, with the vendor's word. Reactive. */
export function unplacedText(why: string, word: string): string {
  const id = places[why]
  return id ? t(id, { word }) : why
}

/** Offered by the list of the file, and no row says it. */
export const isUnused = ({ count, listed }: AnswerView): boolean => listed && count === 0

/** Someone has to say what the answer means; what no row says asks only where it may be the answer that is wanted. */
export const asks = (answer: AnswerView, { turned }: Pick<ImportProposal, 'turned'>): boolean =>
  answer.meaning === null && (!isUnused(answer) || turned.some(({ to }) => to === null))

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
