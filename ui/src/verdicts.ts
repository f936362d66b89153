// The look of a verdict: a word, a shape, a tone and a key, everywhere the same.

import type { KeyId } from './keys'
import type { Shape, Tone } from './parts/shapes'

export interface VerdictLook {
  /** Text id of the word. */
  word: string
  shape: Shape
  tone: Tone
  /** The key that records it in the grid. */
  key: KeyId | null
}

export const verdicts = {
  fulfilled: { word: 'ui-verdict-fulfilled', shape: 'check', tone: 'good', key: 'fulfilled' },
  pass: { word: 'ui-verdict-pass', shape: 'check', tone: 'good', key: 'pass' },
  not_fulfilled: { word: 'ui-verdict-not_fulfilled', shape: 'cross', tone: 'bad', key: 'not_fulfilled' },
  fail: { word: 'ui-verdict-fail', shape: 'cross', tone: 'bad', key: 'fail' },
  not_applicable: { word: 'ui-verdict-not_applicable', shape: 'dash', tone: 'neutral', key: 'not_applicable' },
  inconclusive: { word: 'ui-verdict-inconclusive', shape: 'question', tone: 'warn', key: 'inconclusive' },
  not_evaluated: { word: 'ui-verdict-not_evaluated', shape: 'dotted', tone: 'neutral', key: 'not_evaluated' },
  open: { word: 'ui-verdict-open', shape: 'ring', tone: 'plain', key: null },
} as const satisfies Record<string, VerdictLook>

export type Verdict = keyof typeof verdicts

/** The look of a verdict code; whatever is not recorded is open. */
export function lookOf(code: string | null | undefined): VerdictLook {
  return code && code in verdicts ? verdicts[code as Verdict] : verdicts.open
}
