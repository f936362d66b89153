// Says what the program hands over as a text id with arguments: codes among the arguments become words first.

import { codeText, type CodeKind } from './codes'
import { choiceText, fieldText, kindText, personRoleText, providerRoleText } from './facts'
import type { Told } from './host/host'
import { has, t } from './words'

/** How the rows of a vendor's sheet end. */
export const rowEnds: Record<string, string> = {
  heading: 'ui-rows-heading',
  repeated_header: 'ui-rows-repeated-header',
  blank: 'ui-rows-blank',
  matched: 'ui-rows-matched',
  matched_in_part: 'ui-rows-matched-in-part',
  duplicate: 'ui-rows-duplicate',
  unanswered: 'ui-rows-unanswered',
  unknown_id: 'ui-rows-unknown-id',
  skipped: 'ui-rows-skipped',
}
const results: Record<string, string> = {
  accepted: 'ui-result-accepted',
  returned: 'ui-result-returned',
  granted: 'ui-result-granted',
  granted_limited: 'ui-result-granted-limited',
  cleared: 'clearance-cleared',
  cleared_with_safeguards: 'clearance-cleared_with_safeguards',
  barred: 'clearance-barred',
  settled: 'point-settled',
  not_settled: 'point-not_settled',
  withdrawn: 'point-withdrawn',
  refused: 'ui-result-refused',
}
const purposes: Record<string, string> = {
  opening: 'ui-seal-opening',
  day_end: 'ui-seal-day-end',
  closing_meeting: 'ui-seal-closing-meeting',
  data_freeze: 'ui-seal-data-freeze',
  report: 'ui-seal-report',
}

/** The text of a code in a table of text ids; a code without one stands as it is. Reactive. */
export function wordIn(table: Record<string, string>, code: string): string {
  // A report writes its codes with hyphens where the dossier has underscores.
  const id = table[code] ?? table[code.replaceAll('-', '_')]
  return id ? t(id) : code
}

const codeOf = (kind: CodeKind) => (code: string) => codeText(kind, code)
const listed = (say: (code: string) => string) => (codes: string) => codes.split(', ').map(say).join(', ')

function rowTotals(totals: string): string {
  return totals
    .split(', ')
    .map((pair) => {
      const [code = '', rows] = pair.split(': ')
      return rows === undefined ? pair : `${wordIn(rowEnds, code)}: ${rows}`
    })
    .join(', ')
}

/** Arguments whose values are codes, and how each is said. */
const spoken: Record<string, (value: string) => string> = {
  grade: codeOf('grade'),
  state: codeOf('state'),
  mode: codeOf('mode'),
  class: codeOf('class'),
  role: providerRoleText,
  producer: codeOf('producer'),
  confidentiality: codeOf('confidentiality'),
  result: (code) => wordIn(results, code),
  purpose: (code) => wordIn(purposes, code),
  report_kind: kindText,
  roles: listed(personRoleText),
  party: (code) => choiceText('independence.party', code),
  allowed: listed((code) => choiceText('independence.party', code)),
  // A field of a row that several people recorded, or else a fact of the case.
  field: (code) => {
    const ofRow = codeText('conflict', code)
    return ofRow === code ? fieldText(code) : ofRow
  },
  totals: rowTotals,
}

/** Arguments as they stand in a sentence. Reactive. */
export function spokenArgs(args: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, spoken[name]?.(value) ?? value]))
}

const argsOf = ({ args, subject }: Told) => ({ subject, requirement: subject, row: subject, ...spokenArgs(args) })

/**
 * The sentence; `ui-x` says `x` as it is meant in the window. What it is about stands in it as `subject`, and as the row
 * where the text asks for one. Reactive.
 */
export function tell(told: Told): string {
  const own = `ui-${told.text}`
  return t(has(own) ? own : told.text, argsOf(told))
}

/** What to do about it, where there is something. Reactive. */
export function tellTodo(told: Told): string {
  const id = `${told.text}-do`
  return has(id) ? t(id, argsOf(told)) : ''
}

/** The result of a review or decision. Reactive. */
export const resultText = (code: string): string => wordIn(results, code)
/** What a seal is for. Reactive. */
export const purposeText = (code: string): string => wordIn(purposes, code)
