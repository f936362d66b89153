// The columns of the worklist, for the two kinds of evaluation.

import type { Line } from '../host/host'
import type { Column } from '../parts/Grid.svelte'
import { t } from '../words'
import { isTagKind, type Order } from './filters'
import { tagText } from './words'

export type ColumnId =
  | 'section'
  | 'id'
  | 'role'
  | 'label'
  | 'level'
  | 'claim'
  | 'mode'
  | 'verdict'
  | 'ml'
  | 'evidence'
  | 'findings'
  | 'tags'
  | 'marks'

type Choice = Column<Line> & { id: ColumnId }

/** Below this width there is room for what names a row and for its verdict alone. */
export const compactBelow = 560

/**
 * Which columns there are; the titles follow the language. The verdict stands next to what it is about, so that it is
 * seen beside an opened row too.
 */
export function columnsOf(component: boolean, parts: boolean, order: Order, compact: boolean): Column<Line>[] {
  const section: Choice[] = isTagKind(order) ? [{ id: 'section', title: t(tagText[order]), width: 130 }] : []
  const id: Choice = { id: 'id', title: t('ui-worklist-column-id'), width: 124, names: true, fixed: true }
  const role: Choice[] = parts ? [{ id: 'role', title: t('ui-worklist-column-role'), width: 110 }] : []
  const label: Choice = { id: 'label', title: t('ui-worklist-column-label'), width: compact ? 100 : 200, grow: true }
  const verdict: Choice = { id: 'verdict', title: t('ui-worklist-column-verdict'), width: 168 }
  const marks: Choice = { id: 'marks', title: t('ui-worklist-column-marks'), width: 150 }
  if (compact) return [...section, id, ...role, verdict, label, marks]
  const level: Choice = component
    ? { id: 'level', title: t('ui-worklist-column-selected-from'), width: 80 }
    : { id: 'level', title: t('ui-worklist-column-declared'), width: 104 }
  const ml: Choice[] = component ? [] : [{ id: 'ml', title: t('ui-worklist-column-ml'), width: 52 }]
  const rest: Choice[] = [
    { id: 'claim', title: t('ui-worklist-column-claim'), width: 200 },
    { id: 'mode', title: t(component ? 'ui-worklist-column-mode' : 'ui-worklist-column-applies'), width: 112 },
    { id: 'evidence', title: t('ui-worklist-column-evidence'), width: 84, align: 'end', fixed: true },
    { id: 'findings', title: t('ui-worklist-column-findings'), width: 84, align: 'end', fixed: true },
    marks,
    { id: 'tags', title: t('ui-worklist-column-tags'), width: 140 },
  ]
  return [...section, id, ...role, label, verdict, ...ml, level, ...rest]
}

/** The value that puts a row into its section; null for the last section, of those without. */
export const sectionOf = (line: Line, order: Order): string | null => line.tags[order]?.[0] ?? null

export interface LineMark {
  id: 'leaving' | 'conflict' | 'stands-not' | 'draft' | 'low'
  shape: 'pair' | 'alert' | 'dot' | 'question' | 'dotted'
  tone: 'warn' | 'info' | 'neutral' | 'bad'
  /** Id of the word. */
  text: string
  /** Id of the sentence that explains it. */
  why: string
}

/** What is to be noticed about a row, the gravest first. */
export function marksOf(line: Line, leaving: boolean): LineMark[] {
  const marks: LineMark[] = []
  if (line.conflicts.length > 0)
    marks.push({ id: 'conflict', shape: 'pair', tone: 'bad', text: 'ui-worklist-mark-conflict', why: 'ui-worklist-mark-conflict-why' })
  else if (line.verdict !== null && !line.holds)
    marks.push({ id: 'stands-not', shape: 'alert', tone: 'warn', text: 'ui-worklist-mark-not-held', why: 'ui-worklist-mark-not-held-why' })
  if (line.draft) marks.push({ id: 'draft', shape: 'dot', tone: 'info', text: 'ui-worklist-mark-draft', why: 'ui-worklist-mark-draft-why' })
  if (leaving)
    marks.push({ id: 'leaving', shape: 'dotted', tone: 'neutral', text: 'ui-worklist-mark-leaving', why: 'ui-worklist-mark-leaving-why' })
  if (line.confidence === 'low')
    marks.push({ id: 'low', shape: 'question', tone: 'neutral', text: 'ui-worklist-mark-low', why: 'ui-worklist-mark-low-why' })
  return marks
}
