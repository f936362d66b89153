// The words and looks of the codes that several screens show: grades and states of findings, classes of evidence.

import type { Shape, Tone } from './parts/shapes'
import { has, t } from './words'

export type CodeKind = 'class' | 'grade' | 'state' | 'producer' | 'confidentiality' | 'mode' | 'meaning' | 'conflict' | 'verb' | 'activity-group'

/** The word of a code; a code that has none stands for itself. Reactive. */
export function codeText(kind: CodeKind, code: string): string {
  const id = `ui-${kind}-${code}`
  return has(id) ? t(id) : code
}

export interface Look {
  shape: Shape
  tone: Tone
}

const grades: Record<string, Look> = {
  major: { shape: 'cross', tone: 'bad' },
  minor: { shape: 'alert', tone: 'warn' },
  observation: { shape: 'dot', tone: 'info' },
}

/** The look of a grade of a finding; its word comes from `codeText('grade', …)`. */
export const gradeLook = (grade: string): Look => grades[grade] ?? { shape: 'ring', tone: 'plain' }

const states: Record<string, Look> = {
  raised: { shape: 'alert', tone: 'bad' },
  accepted: { shape: 'ring', tone: 'warn' },
  disputed: { shape: 'question', tone: 'warn' },
  upheld: { shape: 'alert', tone: 'warn' },
  plan_proposed: { shape: 'dotted', tone: 'info' },
  plan_accepted: { shape: 'dot', tone: 'info' },
  plan_rejected: { shape: 'cross', tone: 'warn' },
  implemented: { shape: 'pair', tone: 'info' },
  not_effective: { shape: 'cross', tone: 'bad' },
  closed: { shape: 'check', tone: 'good' },
  withdrawn: { shape: 'dash', tone: 'neutral' },
}

/** The look of a state of a finding. */
export const stateLook = (state: string): Look => states[state] ?? { shape: 'ring', tone: 'plain' }

/** The states of a finding in the order in which it passes through them. */
export const findingStates = ['raised', 'disputed', 'upheld', 'accepted', 'plan_proposed', 'plan_rejected', 'plan_accepted', 'implemented', 'not_effective', 'closed', 'withdrawn'] as const

/** How a piece of evidence is cited: its title, or else its file name. */
export const citation = (item: { title: string; name: string; revision?: string | null }): string =>
  [item.title || item.name, item.revision ? t('ui-evidence-revision-short', { revision: item.revision }) : ''].filter(Boolean).join(', ')

/** The beginning of a digest, enough to tell two files apart. */
export const shortDigest = (sha256: string): string => sha256.slice(0, 12)

/** A size as a person reads it; the exact number of bytes stands in the detail. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return t('ui-size-bytes', { size: bytes })
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'ui-size-kib'] : [bytes / (1024 * 1024), 'ui-size-mib']
  return t(unit as string, { size: Math.round((value as number) * 10) / 10 })
}
