// What the search box finds: rows, findings, evidence and facts of the case.

import type { Desk, Found } from '../desk.svelte'
import { fieldText } from '../facts'
import { citation } from '../codes'
import type { EvidenceView, FieldView, FindingView } from '../host/host'
import { t } from '../words'

const most = 6

interface Lists {
  revision: number
  findings: FindingView[]
  evidence: EvidenceView[]
  fields: FieldView[]
}

/** A search over one desk. The short lists are asked for once and again after a change. */
export function searching(desk: Desk): (text: string) => Promise<Found[]> {
  let lists: Lists | null = null

  async function known(): Promise<Lists> {
    const revision = desk.open?.revision ?? 0
    if (lists?.revision === revision) return lists
    const [{ findings }, { items }, { fields }] = await Promise.all([
      desk.host.call('findings', {}),
      desk.host.call('evidence', {}),
      desk.host.call('case', {}),
    ])
    lists = { revision, findings, evidence: items, fields }
    return lists
  }

  return async (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const holds = (...texts: string[]) => {
      const all = texts.join(' ').toLowerCase()
      return words.every((word) => all.includes(word))
    }
    const [exact, lines, { findings, evidence, fields }] = await Promise.all([
      desk.host.call('worklist_find', { query: {}, typed: text }),
      desk.host.call('worklist', { query: { search: text }, offset: 0, limit: most }),
      known(),
    ])
    const rows = lines.lines.map((line) => ({ row: line.row, label: line.label }))
    if (exact.row !== null) {
      const at = rows.findIndex((one) => one.row === exact.row)
      const [first] = at >= 0 ? rows.splice(at, 1) : [{ row: exact.row, label: '' }]
      if (first) rows.unshift(first)
    }
    return [
      ...rows.map(({ row, label }) => ({ id: `row-${row}`, label: row, detail: label, screen: 'worklist' as const, place: row })),
      ...findings
        .filter((one) => holds(one.number, one.statement, one.label, one.subject))
        .slice(0, most)
        .map((one) => ({ id: `finding-${one.number}`, label: t('ui-found-finding', { number: one.number, subject: one.subject }), detail: one.statement, screen: 'findings' as const, place: one.number })),
      ...evidence
        .filter((one) => holds(one.title, one.name) || words.some((word) => word.length >= 6 && one.sha256.startsWith(word)))
        .slice(0, most)
        .map((one) => ({ id: `evidence-${one.sha256}`, label: t('ui-found-evidence', { title: citation(one) }), detail: one.name, screen: 'evidence' as const, place: one.sha256 })),
      ...fields
        .filter((one) => holds(fieldText(one.name)))
        .slice(0, most)
        .map((one) => ({ id: `field-${one.name}`, label: t('ui-found-field', { field: fieldText(one.name) }), screen: 'case' as const, place: one.name })),
    ]
  }
}
