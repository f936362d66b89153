// Which rows are wanted: the conditions as a person sets them, as the program is asked, and as they are kept.
import { isComponentRow } from '../facts'

import type { Filter, Line, WorklistQuery } from '../host/host'

export const orders = ['clause', 'interviewee', 'place', 'document', 'assignee'] as const
export type Order = (typeof orders)[number]
export const tagKinds = ['interviewee', 'place', 'document', 'assignee'] as const
export type TagKind = (typeof tagKinds)[number]

/** Conditions that are on or off. */
export const toggles = ['open', 'conflicting', 'no_evidence', 'claim_changed', 'mine', 'findings'] as const
export type Toggle = (typeof toggles)[number]

/** Everything that narrows the list, beside the words searched for. */
export interface Conditions {
  open?: true
  conflicting?: true
  no_evidence?: true
  claim_changed?: true
  mine?: true
  findings?: true
  group?: string
  base?: string
  role?: string
  component?: string
  verdict?: string
  level?: number
  scope?: string
  applicability?: string
  /** Rows with this tag; a null value means rows that carry none of the kind. */
  tag?: { kind: TagKind; value: string | null }
}
export type Condition = keyof Conditions

/** The order in which the chips stand. */
export const conditionOrder: readonly Condition[] = [
  'group',
  'base',
  'tag',
  ...toggles,
  'verdict',
  'level',
  'scope',
  'applicability',
  'role',
  'component',
]

export const isTagKind = (text: string): text is TagKind => (tagKinds as readonly string[]).includes(text)
export const isToggle = (text: string): text is Toggle => (toggles as readonly string[]).includes(text)
export const isOrder = (text: string): text is Order => (orders as readonly string[]).includes(text)

/** What the program is asked. */
export function queryOf(conditions: Conditions, order: Order, search: string): WorklistQuery {
  const { open, tag, ...plain } = conditions
  const filter: Filter = { ...plain }
  // "Open" is one of the verdicts; a chosen verdict says more.
  if (open && filter.verdict === undefined) filter.verdict = 'open'
  if (tag) {
    filter.tag = tag.kind
    filter.tag_value = tag.value
  }
  const words = search.trim()
  return { filter, order, search: words === '' ? null : words }
}

/** With one condition set or, by `undefined`, taken off. */
export function withCondition<C extends Condition>(from: Conditions, condition: C, value: Conditions[C] | undefined): Conditions {
  const next = { ...from }
  if (value === undefined) delete next[condition]
  else next[condition] = value
  // Group, base and tag come from one place in the tree: the newest says where.
  if (value !== undefined && condition === 'base') delete next.group
  if (value !== undefined && condition === 'group') delete next.base
  if (value !== undefined && condition === 'verdict') delete next.open
  if (value !== undefined && condition === 'open') delete next.verdict
  return next
}

/** The conditions that hold, in the order of their chips. */
export const active = (conditions: Conditions): Condition[] => conditionOrder.filter((name) => conditions[name] !== undefined)

/** `CR 1.1` of `CR 1.1 RE(1)`, `SP.01.01` of `SP.01.01 BR`. */
export const baseOf = (requirement: string): string => requirement.replace(/ (RE|BR).*$/, '')

/** Does a verdict hold that says something final? Open states of a component are none. */
export function judged(line: Line): boolean {
  const open = line.verdict === 'inconclusive' || (line.verdict === 'not_evaluated' && isComponentRow(line))
  return line.verdict !== null && line.holds && !open
}

const applies = (line: Line, applicability: string): boolean => {
  if (applicability === 'not_applicable') return line.applicable === false
  if (applicability === 'unconfirmed') return line.applicable === false && !line.confirmed
  return line.applicable !== false
}

/**
 * Does the row still belong to what is shown? Words that are searched for are not looked at here: a row that was just
 * written about stays, whatever the words were.
 */
export function matches(line: Line, conditions: Conditions): boolean {
  const c = conditions
  if (c.open && judged(line)) return false
  if (c.conflicting && line.conflicts.length === 0) return false
  if (c.no_evidence && line.evidence > 0) return false
  if (c.claim_changed && !line.claim_changed) return false
  if (c.mine && !line.mine) return false
  if (c.findings && line.findings === 0) return false
  if (c.group !== undefined && line.group !== c.group) return false
  if (c.base !== undefined && baseOf(line.requirement) !== c.base) return false
  if (c.role !== undefined && line.role !== c.role) return false
  if (c.component !== undefined && line.component !== c.component) return false
  if (c.verdict !== undefined && (c.verdict === 'open' ? judged(line) : line.verdict !== c.verdict)) return false
  if (c.level !== undefined && line.level !== c.level) return false
  if (c.scope !== undefined && line.scope !== c.scope) return false
  if (c.applicability !== undefined && !applies(line, c.applicability)) return false
  if (c.tag) {
    const values = line.tags[c.tag.kind] ?? []
    if (c.tag.value === null ? values.length > 0 : !values.includes(c.tag.value)) return false
  }
  return true
}

/** Did the change move the row to another section of the order? */
export const moved = (before: Line, now: Line, order: Order): boolean =>
  order !== 'clause' && JSON.stringify(before.tags[order] ?? []) !== JSON.stringify(now.tags[order] ?? [])

/** What is kept for one dossier on this computer. */
export interface Kept {
  conditions: Conditions
  order: Order
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Reads what was kept; whatever is not understood is left out. */
export function read(kept: string | null): Kept {
  const nothing: Kept = { conditions: {}, order: 'clause' }
  let found: unknown
  try {
    found = JSON.parse(kept ?? 'null')
  } catch {
    return nothing
  }
  if (typeof found !== 'object' || found === null) return nothing
  const { conditions = {}, order = 'clause' } = found as { conditions?: Record<string, unknown>; order?: unknown }
  const read: Conditions = {}
  for (const toggle of toggles) if (conditions[toggle] === true) read[toggle] = true
  for (const name of ['group', 'base', 'role', 'component', 'verdict', 'scope', 'applicability'] as const) {
    const value = conditions[name]
    if (isText(value)) read[name] = value
  }
  if (typeof conditions.level === 'number') read.level = conditions.level
  const tag = conditions.tag as { kind?: unknown; value?: unknown } | undefined
  if (tag && isText(tag.kind) && isTagKind(tag.kind) && (tag.value === null || isText(tag.value))) {
    read.tag = { kind: tag.kind, value: tag.value }
  }
  return { conditions: read, order: isText(order) && isOrder(order) ? order : 'clause' }
}

/** A place that names a filter, such as `filter:open` or `filter:verdict=fail`; null for anything else. */
export function conditionsOfPlace(place: string): Conditions | null {
  if (!place.startsWith('filter:')) return null
  const conditions: Record<string, unknown> = {}
  for (const part of place.slice('filter:'.length).split('&')) {
    const [name = '', value = ''] = part.split('=')
    if (isToggle(name)) conditions[name] = true
    else if (value !== '') conditions[name] = name === 'level' ? Number(value) : value
  }
  return read(JSON.stringify({ conditions })).conditions
}
