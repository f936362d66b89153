// Rows, evidence, findings and activities as the program answers them, for tests.

import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type {
  ActivityView,
  Changed,
  DossierHead,
  EvidenceRegister,
  EvidenceView,
  FindingView,
  Line,
  RowView,
  Status,
  TrailEntry,
} from '../host/host'
import type { MockHost } from '../host/mock'

export const status: Status = {
  entry: 7,
  events: 7,
  saved: '2026-11-25T14:03:00Z',
  undo: null,
  redo: null,
  progress: { rows: 2, judged: 0, inconclusive: 0, conflicting: 0, open: 2, findings: 0 },
  conflicts: 0,
}

export function head(more: Partial<DossierHead> & { object?: string } = {}): DossierHead {
  const { object = 'component', ...rest } = more
  return {
    title: 'PLC-200',
    path: '/tmp/plc.assay',
    dossier: 'd1',
    checklist: {
      id: 'c',
      part: '4-2',
      document: 'IEC 62443-4-2',
      edition: '2019',
      title: 'c',
      method: 'IEC TS 62443-6-2',
      object,
      requirements: 126,
      activities: 18,
      as_of: '2026-11-01',
      unproven: false,
    },
    checklist_digest: '0'.repeat(64),
    read_only: null,
    encrypted: false,
    me: { name: 'Ada Berg', chain: 'x', roles: ['lead', 'evaluator'], admitted: true },
    groups: [],
    roles: object === 'component' ? [] : ['integration'],
    components: [],
    types: ['SAR'],
    levels: [2, 2, 2, 2, 2, 2, 2],
    ml: object === 'component' ? null : 3,
    status,
    ...rest,
  }
}

/** A desk on which a dossier is open. */
export function deskWith(host: MockHost, more: Parameters<typeof head>[0] = {}): Desk {
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head(more))
  return desk
}

export function line(row: string, more: Partial<Line> = {}): Line {
  const [requirement = row, role] = row.split(' @')
  return {
    row,
    requirement,
    role: role ?? null,
    component: null,
    label: 'Human user identification and authentication',
    kind: 'base',
    group: 'FR1',
    level: role ? null : 1,
    scope: 'selected',
    verdict: null,
    holds: false,
    ml: null,
    declared_ml: role ? 3 : null,
    mode: null,
    applicable: null,
    confirmed: false,
    claim: null,
    meaning: null,
    claim_changed: false,
    evidence: 0,
    findings: 0,
    conflicts: [],
    tags: {},
    author: null,
    mine: false,
    rationale: '',
    draft: false,
    confidence: 'high',
    ...more,
  }
}

export const changed = (rows: Line[] = [], more: Partial<Changed> = {}): Changed => ({ status, rows, findings: [], all_rows: false, ...more })

export function evidence(letter: string, more: Partial<EvidenceView> = {}): EvidenceView {
  return {
    sha256: letter.repeat(64),
    size: 2048,
    name: `${letter}.pdf`,
    media_type: 'application/pdf',
    class: 'design_doc',
    title: `Document ${letter.toUpperCase()}`,
    revision: null,
    producer: 'supplier',
    date: '2026-10-01',
    project: null,
    version: '3.2.1',
    confidentiality: 'confidential',
    author: 'Ada Berg',
    time: '2026-11-20T09:00:00Z',
    withheld: null,
    used_by: [],
    findings: [],
    own: false,
    preview: 'pdf',
    ...more,
  }
}

export const register = (items: EvidenceView[]): EvidenceRegister => ({
  items,
  classes: [
    { code: 'design_doc', ml: null, choosable: true },
    { code: 'evaluator_test', ml: null, choosable: true },
    { code: 'procedure', ml: 2, choosable: true },
    { code: 'checklist', ml: null, choosable: false },
  ],
  projects: ['P-17'],
})

export function finding(number: string, more: Partial<FindingView> = {}): FindingView {
  return {
    number,
    subject: 'CR 1.1',
    subject_kind: 'row',
    label: 'Human user identification and authentication',
    grade: 'major',
    grade_reason: 'Open access',
    statement: `Statement of ${number}`,
    evidence: [],
    state: 'raised',
    open: true,
    next: ['accepted', 'disputed', 'plan_proposed', 'withdrawn'],
    due: null,
    overdue: false,
    contested: false,
    author: 'Ada Berg',
    time: '2026-11-21T09:00:00Z',
    steps: [],
    draft: {},
    ...more,
  }
}

export function event(text: string, args: Record<string, string>, more: Partial<TrailEntry> = {}): TrailEntry {
  return {
    n: 1,
    entry: 5,
    time: '2026-11-22T09:00:00Z',
    author: 'Ada Berg',
    counts: true,
    void: false,
    id: `e-${text}-${JSON.stringify(args)}`,
    kind: `${text.replace('log-', '').replace('-', '.')}/1`,
    text,
    args,
    subject: args.row ?? '',
    replaces: 0,
    can_undo: false,
    ...more,
  }
}

export function row(name: string, more: Partial<RowView> = {}, ofLine: Partial<Line> = {}): RowView {
  const shown = line(name, ofLine)
  return {
    line: shown,
    requirement: {
      id: shown.requirement,
      parent: null,
      kind: shown.kind,
      label: shown.label,
      group: shown.group,
      group_label: 'Identification and authentication control',
      applies_to: ['SAR', 'EDR', 'HDR', 'NDR'],
      level: shown.level,
      clause: '5.3',
      condition: null,
      needs: null,
      brings: [],
      owner_parameter: false,
      documentation_delivered: null,
      sub_points: [],
      notes: [],
      confidence: shown.confidence,
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
    verdicts: shown.role
      ? ['pass', 'fail', 'not_applicable', 'not_evaluated']
      : ['fulfilled', 'not_fulfilled', 'not_applicable', 'inconclusive', 'not_evaluated'],
    ...more,
  }
}

export function activity(id: string, more: Partial<ActivityView> = {}): ActivityView {
  return {
    id,
    step: 1,
    group: 'context',
    clause: '5.3.2',
    verb: 'examine',
    label: `What ${id} establishes`,
    pass_needs: ['The essential functions are named'],
    typical_evidence: ['security context'],
    reference: null,
    confidence: 'high',
    verdict: null,
    blocked_by: null,
    conflicting: false,
    evidence: [],
    findings: [],
    history: [],
    draft: {},
    ...more,
  }
}
