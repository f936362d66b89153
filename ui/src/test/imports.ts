// What the program says about a vendor's file, for the tests of the import.

import type { AnswerView, Changed, ImportDone, ImportProposal, LedgerRowView, SaidView, SinceView } from '../host/host'
import { statusOf } from './dossiers'

export function ledgerRow(first: number, kind: string, given: Partial<LedgerRowView> = {}): LedgerRowView {
  return {
    first,
    last: first,
    kind,
    ids: [],
    unread: [],
    first_row: null,
    agreement: null,
    why: null,
    text: '',
    answer: null,
    meaning: null,
    comments: [],
    ...given,
  }
}

export const answer = (text: string, count: number, meaning: string | null, given: Partial<AnswerView> = {}): AnswerView => ({
  answer: text,
  count,
  meaning,
  hints: [],
  listed: false,
  ...given,
})

/** Ten rows of a sheet, each ending in its own way; the totals add up to them. */
export function proposalOf(given: Partial<ImportProposal> = {}): ImportProposal {
  return {
    proposal: 'p1',
    file_name: 'answers.xlsx',
    sha256: 'ab'.repeat(32),
    sheets: [
      { name: 'Answers', ids: 6, hidden: false },
      { name: 'Old', ids: 2, hidden: true },
    ],
    sheet: 'Answers',
    header_row: 1,
    columns: [
      { letters: 'A', heading: 'Id', role: 'id', samples: ['CR 1.1', 'CR 1.2', 'CR 1.3', 'CR 1.4', 'CR 1.5'], id_hits: 6, hidden: false },
      { letters: 'B', heading: 'Compliance', role: 'response', samples: ['Yes', 'Yes', 'Teilweise', 'No', 'Yes'], id_hits: 0, hidden: false },
      { letters: 'C', heading: 'Remark', role: 'comment', samples: ['See manual\nsection 4'], id_hits: 0, hidden: false },
      { letters: 'D', heading: '', role: 'ignore', samples: [], id_hits: 0, hidden: false },
    ],
    column_roles: ['id', 'response', 'evidence', 'link', 'comment', 'assessor', 'level', 'role', 'component', 'wanted', 'date', 'person', 'ignore'],
    answers: [
      answer('Yes', 4, 'met'),
      answer('No', 1, 'not_met'),
      answer('Teilweise', 1, null, { hints: ['partial'] }),
    ],
    meanings: ['met', 'partial', 'not_met', 'not_applicable', 'not_assessed', 'not_evaluated'],
    rows: [
      ledgerRow(1, 'heading', { text: 'Id' }),
      ledgerRow(2, 'matched', { ids: ['CR 1.1'], answer: 'Yes', meaning: 'met' }),
      ledgerRow(3, 'matched', { ids: ['CR 1.2'], answer: 'Teilweise' }),
      ledgerRow(4, 'matched_in_part', { ids: ['CR 1.3'], unread: [{ text: 'CR 1.99', nearest: ['CR 1.9'] }], answer: 'Yes', meaning: 'met' }),
      ledgerRow(5, 'unknown_id', { text: 'SR 5.1 E1', unread: [{ text: 'SR 5.1 E1', nearest: ['CR 5.1'] }] }),
      ledgerRow(6, 'duplicate', { ids: ['CR 1.1'], first_row: 2, agreement: 'contradicts', answer: 'No', meaning: 'not_met' }),
      ledgerRow(7, 'skipped', { why: 'section', text: '11' }),
      ledgerRow(8, 'blank', { last: 10 }),
    ],
    totals: [
      { code: 'heading', rows: 1 },
      { code: 'matched', rows: 2 },
      { code: 'matched_in_part', rows: 1 },
      { code: 'unknown_id', rows: 1 },
      { code: 'duplicate', rows: 1 },
      { code: 'skipped', rows: 1 },
      { code: 'blank', rows: 3 },
      { code: 'unanswered', rows: 0 },
    ],
    row_count: 10,
    claims: 4,
    unplaced: [],
    since: null,
    mapping: null,
    mappings: [],
    hidden_rows: 0,
    hidden_rows_taken: false,
    turned: [],
    embedded: [],
    notices: [],
    already: false,
    ...given,
  }
}

export const changedOf = (given: Partial<Changed> = {}): Changed => ({
  status: statusOf({ entry: 12, undo: { text: 'log-import', args: {}, subject: '' } }),
  rows: [],
  findings: [],
  all_rows: false,
  ...given,
})

export const doneOf = (given: Partial<ImportDone> = {}): ImportDone => ({
  claims: 4,
  repeated: 0,
  embedded: 0,
  totals: proposalOf().totals,
  changed: changedOf(),
  ...given,
})

const said = (given: Partial<SaidView>): SaidView => ({
  answer: null,
  meaning: null,
  declared: null,
  evidence: [],
  comment: null,
  origin: 'answers-v1.xlsx / Answers / B2',
  ...given,
})

/** What an earlier file said otherwise: one row that answers otherwise, one that is gone, one that is new. */
export const sinceOf = (): SinceView => ({
  files: ['answers-v1.xlsx'],
  counts: [
    { code: 'added', rows: 1 },
    { code: 'removed', rows: 1 },
    { code: 'answer', rows: 1 },
    { code: 'evidence', rows: 0 },
    { code: 'text', rows: 0 },
    { code: 'unchanged', rows: 7 },
  ],
  changes: [
    {
      row: 'CR 1.1',
      change: 'answer',
      before: said({ answer: 'No', meaning: 'not_met', evidence: ['DOC-7'] }),
      after: said({ answer: 'Yes', meaning: 'met', evidence: ['DOC-7'], origin: 'answers.xlsx / Answers / B2' }),
    },
    { row: 'CR 1.2', change: 'removed', before: said({ answer: 'Partly', meaning: 'partial' }), after: null },
    { row: 'CR 1.3', change: 'added', before: null, after: said({ answer: 'Yes', meaning: 'met' }) },
  ],
})
