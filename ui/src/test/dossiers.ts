// Answers of the program that the tests of several screens share.

import type { Changed, DossierHead, FieldView, PackInfo, Recent, Start, Status } from '../host/host'

export const component: PackInfo = {
  id: 'iec-62443-4-2-2019',
  part: '4-2',
  document: 'IEC 62443-4-2',
  edition: '2019',
  title: 'Technical security requirements for IACS components',
  method: 'IEC TS 62443-6-2:2025',
  object: 'component',
  requirements: 137,
  activities: 32,
  as_of: '2026-11',
  unproven: false,
}

export const provider: PackInfo = {
  id: 'iec-62443-2-4-2023',
  part: '2-4',
  document: 'IEC 62443-2-4',
  edition: '2023',
  title: 'Security program requirements for IACS service providers',
  method: 'IEC TS 62443-6-1:2024',
  object: 'service_provider',
  requirements: 125,
  activities: 0,
  as_of: '2026-11',
  unproven: false,
}

export function statusOf(given: Partial<Status> = {}): Status {
  return {
    entry: 7,
    events: 9,
    saved: '2026-11-25T14:03:00Z',
    undo: null,
    redo: null,
    progress: { rows: 60, judged: 10, inconclusive: 0, conflicting: 0, open: 50, findings: 1 },
    conflicts: 0,
    ...given,
  }
}

export function headOf(given: Partial<DossierHead> = {}): DossierHead {
  return {
    title: 'PLC-200, firmware 3.2.1',
    path: '/home/rita/plc-200.assay',
    dossier: 'd1',
    checklist: component,
    checklist_digest: '5c3d',
    read_only: null,
    encrypted: false,
    me: { name: 'Rita Petersen', chain: 'c1', roles: ['lead', 'evaluator'], admitted: true },
    groups: [],
    roles: [],
    components: [],
    types: ['EDR'],
    levels: [2, 2, 2, 1, 1, 2, 2],
    ml: null,
    status: statusOf(),
    ...given,
  }
}

export function startOf(given: Partial<Start> = {}): Start {
  return {
    version: '0.1.0',
    identity: { state: 'ready', card: { name: 'Rita Petersen', organisation: 'Test house', function: 'Evaluator', key: 'ab'.repeat(32) } },
    recents: [],
    packs: [component, provider],
    open: null,
    ...given,
  }
}

export const recentOf = (given: Partial<Recent> = {}): Recent => ({
  id: 'r1',
  title: 'PLC-200, firmware 3.2.1',
  path: '/home/rita/plc-200.assay',
  checklist: 'IEC 62443-4-2 2019',
  opened: '2026-11-24T08:00:00Z',
  there: true,
  ...given,
})

export const changedOf = (given: Partial<Changed> = {}): Changed => ({ status: statusOf({ entry: 8 }), rows: [], findings: [], all_rows: false, ...given })

export const fieldOf = (given: Partial<FieldView> & { name: string }): FieldView => ({
  shape: 'text',
  codes: [],
  value: null,
  needed_by: ['self_declaration', 'independent_assessment', 'certification_body'],
  issuers_words: false,
  conflicting: false,
  author: null,
  time: null,
  needs_reason: false,
  for_kinds: [],
  ...given,
})
