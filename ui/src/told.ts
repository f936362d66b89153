// An event of the trail in words. The program gives a kind and the fields of the event; the sentence is made here.

import { codeText, type CodeKind } from './codes'
import type { TrailEntry } from './host/host'
import { lookOf } from './verdicts'
import { has, t } from './words'

/** Fields of an event whose value is a code, and whose words they are. */
const coded: Record<string, CodeKind> = {
  grade: 'grade',
  state: 'state',
  mode: 'mode',
  class: 'class',
  meaning: 'meaning',
  confidentiality: 'confidentiality',
  producer: 'producer',
}

/** A field that an event leaves out is an empty text in its sentence, not a gap with the name of the field. */
const absent = Object.fromEntries(
  ['row', 'activity', 'ml', 'mode', 'countermeasure', 'documented_in', 'justification', 'rationale', 'reason', 'due', 'note', 'meaning', 'answer', 'place', 'tag', 'value'].map(
    (name) => [name, ''],
  ),
)

/** The sentence of an event; reactive. */
export function eventText(entry: Pick<TrailEntry, 'text' | 'args' | 'kind'>): string {
  const args: Record<string, string> = { ...absent, kind: entry.kind }
  for (const [name, value] of Object.entries(entry.args)) {
    const kind = coded[name]
    if (name === 'verdict') args[name] = t(lookOf(value).word)
    else args[name] = kind ? codeText(kind, value) : value
  }
  const own = `ui-${entry.text}`
  if (has(own)) return t(own, args)
  return has(entry.text) ? t(entry.text, args) : t('ui-log-unknown', { kind: entry.kind })
}
