// What a report that came back shows, in words.

import type { SignatureView } from '../host/host'
import type { Shape, Tone } from '../parts/shapes'
import { codeText } from '../codes'
import { wordIn } from '../sentences'
import { verdicts, type Verdict } from '../verdicts'
import { date, t } from '../words'

interface Whole {
  tone: 'good' | 'bad' | 'warn' | 'info'
  what: string
  todo?: string
}

/** Whether the file is whole. A state that is not known here counts as not whole. Reactive. */
export function wholeOf(state: string): Whole {
  if (state === 'intact') return { tone: 'good', what: t('ui-returned-intact') }
  if (state === 'unsigned') return { tone: 'warn', what: t('ui-returned-unsigned'), todo: t('ui-returned-unsigned-do') }
  if (state === 'data') return { tone: 'info', what: t('ui-returned-data') }
  return { tone: 'bad', what: t(state === 'unreadable' ? 'ui-returned-unreadable' : 'ui-returned-changed') }
}

const knowns: Record<string, string> = {
  issued: 'ui-returned-known-issued',
  signed: 'ui-returned-known-signed',
  signed_elsewhere: 'ui-returned-known-signed_elsewhere',
  unknown: 'ui-returned-known-unknown',
}

/** Whether the open dossier knows the file. Reactive. */
export const knownText = (known: string): string => wordIn(knowns, known)

/** A signature that does not hold, or whose key was revoked, never looks good; neither does one by nobody known. */
export function lookOf({ broken, revocation, anchor, authority_trusted, time_stamp }: SignatureView): { shape: Shape; tone: Tone } {
  if (broken || revocation === 'revoked') return { shape: 'cross', tone: 'bad' }
  const vouched = time_stamp ? authority_trusted : anchor !== null
  return vouched ? { shape: 'check', tone: 'good' } : { shape: 'question', tone: 'warn' }
}

/** When it was made, and by whose word. Reactive. */
export function whenText({ when, time, authority, authority_trusted }: SignatureView): string {
  if (time === null || when === 'none') return t('ui-returned-no-time')
  if (when !== 'stamped') return t('ui-returned-claimed', { time: date(time) })
  const said = { time: date(time), authority: authority ?? '' }
  return t(authority_trusted ? 'ui-returned-stamped' : 'ui-returned-stamped-unknown', said)
}

const unknown: Record<string, string> = {
  no_path: 'ui-returned-no_path',
  no_list: 'ui-returned-no_list',
  old_list: 'ui-returned-old_list',
}

/** Whether it was revoked, as far as is known. Reactive. */
export function revocationText({ revocation, revocation_time, revoked }: SignatureView): string {
  const time = date(revocation_time ?? '')
  if (revocation === 'good') return t('ui-returned-good', { time })
  if (revocation === 'revoked') return t('ui-returned-revoked', { time, of: revoked ?? '' })
  return wordIn(unknown, revocation)
}

const parts: Record<string, string> = {
  rows: 'ui-returned-part-rows',
  activities: 'ui-returned-part-activities',
  findings: 'ui-returned-part-findings',
  evidence: 'ui-returned-part-evidence',
  people: 'ui-returned-part-people',
  conclusion: 'ui-returned-part-conclusion',
  statement: 'ui-returned-part-statement',
  claim: 'ui-returned-part-claim',
  object: 'ui-returned-part-object',
}
const fields: Record<string, string> = {
  verdict: 'ui-returned-field-verdict',
  rationale: 'ui-returned-field-rationale',
  evidence: 'ui-returned-field-evidence',
  state: 'ui-returned-field-state',
  applicability: 'ui-returned-field-applicability',
}

/** Which list of the data set it is in. Reactive. */
export const partText = (part: string): string => wordIn(parts, part)

/** The field; where there is none, the whole entry came or went. Reactive. */
export const changedFieldText = (field: string): string => (field === '' ? t('ui-returned-entry') : wordIn(fields, field))

/** What stands in a field, codes as words; silence is said. Reactive. */
export function valueText(field: string, value: string | null): string {
  if (value === null) return t('ui-returned-silent')
  if ((field === 'verdict' || field === '') && Object.hasOwn(verdicts, value)) return t(verdicts[value as Verdict].word)
  return field === 'state' ? codeText('state', value) : value
}
