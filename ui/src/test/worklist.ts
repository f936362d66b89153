// A worklist for component tests: rows in memory that answer as the program does, as far as the page can tell.

import type { DossierHead, Line, OutlineNode, RowView, Status, WorklistQuery } from '../host/host'
import { mockHost, type Handlers, type MockHost } from '../host/mock'

export const status = (entry = 1): Status => ({
  entry,
  events: entry,
  saved: '2026-11-25T12:00:00Z',
  undo: null,
  redo: null,
  progress: { rows: 0, judged: 0, inconclusive: 0, conflicting: 0, open: 0, findings: 0 },
  conflicts: 0,
})

export function head(part: Partial<DossierHead> = {}): DossierHead {
  return {
    title: 'Gateway',
    path: 'gateway.assay',
    dossier: 'd1',
    checklist: {
      id: 'iec-62443-4-2-2019',
      part: '4-2',
      document: 'IEC 62443-4-2',
      edition: '2019',
      title: 'Components',
      method: 'IEC TS 62443-6-2',
      object: 'component',
      requirements: 126,
      activities: 32,
      as_of: '2026-01-01',
      unproven: false,
    },
    checklist_digest: 'a'.repeat(64),
    read_only: null,
    encrypted: false,
    me: { name: 'Ada', chain: 'c1', roles: ['lead', 'evaluator'], admitted: true },
    groups: [
      { id: 'FR1', number: 1, label: 'Identification', abbreviation: 'IAC', total: 3 },
      { id: 'FR2', number: 2, label: 'Use control', abbreviation: 'UC', total: 2 },
    ],
    roles: [],
    components: [],
    types: ['SAR'],
    levels: [1, 1, 1, 1, 1, 1, 1],
    ml: null,
    status: status(),
    ...part,
  }
}

export function line(row: string, part: Partial<Line> = {}): Line {
  const [requirement = row, role = null] = row.split(' @')
  return {
    row,
    requirement,
    role,
    component: null,
    label: `Label of ${requirement}`,
    kind: requirement.includes('RE(') ? 'enhancement' : 'base',
    group: 'FR1',
    level: 1,
    scope: 'selected',
    verdict: null,
    holds: true,
    ml: null,
    declared_ml: null,
    mode: null,
    applicable: null,
    confirmed: false,
    claim: null,
    meaning: null,
    claim_changed: false,
    evidence: 1,
    findings: 0,
    conflicts: [],
    tags: {},
    author: null,
    mine: false,
    rationale: '',
    draft: false,
    confidence: 'high',
    ...part,
  }
}

export function rowView(of: Line, part: Partial<RowView> = {}): RowView {
  return {
    line: of,
    requirement: {
      id: of.requirement,
      parent: null,
      kind: of.kind,
      label: of.label,
      group: of.group,
      group_label: of.group,
      applies_to: ['SAR'],
      level: of.level,
      clause: null,
      condition: null,
      needs: null,
      brings: [],
      owner_parameter: false,
      documentation_delivered: null,
      sub_points: [],
      notes: [],
      confidence: 'high',
      patterns: [],
      guidance: null,
      enhancements: [],
    },
    claims: [],
    applicability: null,
    fulfilment: null,
    verdict: null,
    evidence: [],
    findings: [],
    conflicts: [],
    history: [],
    remarks: [],
    profile: null,
    own_text: null,
    activities_open: [],
    draft: {},
    verdicts: of.role === null ? ['fulfilled', 'not_fulfilled', 'not_applicable', 'inconclusive', 'not_evaluated'] : ['pass', 'fail', 'not_applicable', 'not_evaluated'],
    ...part,
  }
}

/** Five rows of a component, one of them above the claim. */
export const fewLines = (): Line[] => [
  line('CR 1.1', { claim: 'yes, by passwords', meaning: 'met' }),
  line('CR 1.1 RE(1)', { level: 3, scope: 'above_claim' }),
  line('CR 1.2', { evidence: 0 }),
  line('CR 2.1', { group: 'FR2' }),
  line('CR 2.2', { group: 'FR2', tags: { place: ['Lab'] } }),
]

function lets(query: WorklistQuery, line: Line): boolean {
  const { filter, search } = query
  const judged = line.verdict !== null && line.verdict !== 'inconclusive'
  if (filter?.verdict && (filter.verdict === 'open' ? judged : line.verdict !== filter.verdict)) return false
  if (filter?.group && line.group !== filter.group) return false
  if (filter?.no_evidence && line.evidence > 0) return false
  if (filter?.conflicting && line.conflicts.length === 0) return false
  return !search || `${line.row} ${line.label} ${line.claim}`.toLowerCase().includes(search.toLowerCase())
}

export interface WorklistHost extends MockHost {
  lines: Line[]
}

/** A host that holds these rows: it lists, filters, finds, records and tags them. */
export function worklistHost(lines: Line[], handlers: Handlers = {}): WorklistHost {
  let entry = 1
  const chosen = (query: WorklistQuery) => host.lines.filter((one) => lets(query, one))
  const change = (rows: readonly string[], part: (line: Line) => Partial<Line>) => {
    host.lines = host.lines.map((one) => (rows.includes(one.row) ? { ...one, ...part(one) } : one))
    entry += rows.length
    return { status: status(entry), rows: host.lines.filter((one) => rows.includes(one.row)), findings: [], all_rows: false }
  }
  const host = mockHost({
    worklist: ({ query, offset, limit }) => {
      const all = chosen(query)
      return { total: all.length, all: host.lines.length, offset, lines: all.slice(offset, offset + limit) }
    },
    worklist_rows: (query) => ({ rows: chosen(query).map((one) => one.row) }),
    worklist_find: ({ query, typed }) => {
      const all = chosen(query)
      const plain = (text: string) => text.toLowerCase().replace(/^cr /, '').replace(' re(', 'r').replace(')', '')
      const exact = all.findIndex((one) => one.row === typed)
      const at = exact >= 0 ? exact : all.findIndex((one) => plain(one.row).startsWith(plain(typed)))
      return at < 0 ? { index: null, row: null } : { index: at, row: all[at]?.row ?? null }
    },
    worklist_outline: () => ({
      nodes: ['FR1', 'FR2'].map((key): OutlineNode => {
        const rows = host.lines.filter((one) => one.group === key)
        const judged = rows.filter((one) => one.verdict !== null).length
        return { key, label: key, rows: rows.length, judged, conflicting: 0, children: [] }
      }),
    }),
    row: ({ row }) => rowView(host.lines.find((one) => one.row === row) ?? line(row)),
    record: ({ rows, entry: said, dry }) => {
      if (dry) return { changed: null, recorded: rows, refused: [] }
      const changed = change(rows, () => ({ verdict: said.verdict ?? null, rationale: said.rationale ?? '' }))
      return { changed, recorded: rows, refused: [] }
    },
    tag_values: () => ({ values: { place: ['Lab', 'Plant'], assignee: ['Ada', 'Bo'] } }),
    tag_rows: ({ rows, tag, value }) => change(rows, (one) => ({ tags: { ...one.tags, [tag]: value ? [value] : [] } })),
    copy_rows: ({ rows }) => ({ text: `id\tverdict\n${rows.map((row) => `${row}\t`).join('\n')}\n` }),
    evidence: () => ({ items: [], classes: [], projects: [] }),
    draft_set: () => ({}),
    undo: () => change([], () => ({})),
    dossier_head: () => head(),
    ...handlers,
  }) as WorklistHost
  host.lines = lines
  return host
}
