// The documents that a vendor's claims refer to, and the files that may be them.

import type { Desk } from '../../desk.svelte'
import type { DocumentFile, EvidenceView, ReferencedDocument } from '../../host/host'
import type { Shape, Tone } from '../../parts/shapes'
import { toasts } from '../../parts/toasts.svelte'
import { number, t } from '../../words'

export const states = ['missing', 'perhaps', 'other_revision', 'other_content', 'arrived'] as const

const looks: Record<string, { text: string; shape: Shape; tone: Tone }> = {
  arrived: { text: 'ui-documents-state-arrived', shape: 'check', tone: 'good' },
  missing: { text: 'ui-documents-state-missing', shape: 'cross', tone: 'bad' },
  perhaps: { text: 'ui-documents-state-perhaps', shape: 'question', tone: 'warn' },
  other_revision: { text: 'ui-documents-state-other-revision', shape: 'pair', tone: 'warn' },
  other_content: { text: 'ui-documents-state-other-content', shape: 'alert', tone: 'warn' },
}

/** Word and look of a state; one that is not known stands as its code. Reactive. */
export function stateLook(state: string): { word: string; shape: Shape; tone: Tone } {
  const look = looks[state]
  return look ? { word: t(look.text), shape: look.shape, tone: look.tone } : { word: state, shape: 'dot', tone: 'neutral' }
}

const kinds: Record<string, string> = {
  location: 'ui-documents-other-location',
  row: 'ui-documents-other-row',
  above: 'ui-documents-other-above',
  below: 'ui-documents-other-below',
  pending: 'ui-documents-other-pending',
  none: 'ui-documents-other-none',
  text: 'ui-documents-other-text',
}

/** What a reference that names no document is. Reactive. */
export const otherText = (kind: string): string => (kinds[kind] ? t(kinds[kind]) : kind)

/** The rows that name a document, each once. One that only says *see above* is a reading and is linked by a person alone. */
export const rowsOf = ({ rows }: ReferencedDocument): string[] => [...new Set(rows.filter(({ reading }) => !reading).map(({ row }) => row))]

/** Rows of the document that a file is not linked to yet; `used` are those that it is linked to. */
export function openRows(document: ReferencedDocument, used: readonly string[]): string[] {
  const known = new Set(used)
  return rowsOf(document).filter((row) => !known.has(row))
}

/** A file that surely is a document, and how many of its rows it is not linked to. */
export interface Arrival {
  document: ReferencedDocument
  file: DocumentFile
  rows: number
}

/** Among these pieces of evidence, those that have arrived and are not linked to all rows that need them. */
export function arrivals(documents: readonly ReferencedDocument[], items: readonly EvidenceView[]): Arrival[] {
  const used = new Map(items.map(({ sha256, used_by }) => [sha256, used_by]))
  return documents.flatMap((document) =>
    document.files.flatMap((file) => {
      const rows = openRows(document, used.get(file.sha256) ?? []).length
      return file.sure && used.has(file.sha256) && rows > 0 ? [{ document, file, rows }] : []
    }),
  )
}

/** Links a file to every row that refers to the document, as one change. */
export async function linkDocument(desk: Desk, document: ReferencedDocument, sha256: string): Promise<void> {
  const rows = rowsOf(document).length
  const changed = await desk.open?.record('document_link', { document: document.name, sha256 })
  if (changed) toasts.say(t('ui-documents-linked', { document: document.name, n: rows, shown: number(rows) }), { tone: 'good' })
}

/** Says of files just added which document they are, and offers to link them. It is an offer: where nothing can be found out, nothing is said. */
export async function sayArrived(desk: Desk, added: readonly EvidenceView[]): Promise<void> {
  if (added.length === 0) return
  const documents = await desk.host.call('documents', {}).then((answer) => answer.documents).catch(() => [])
  const found = arrivals(documents, added)
  const [first] = found
  if (!first) return
  if (found.length > 1) {
    const action = { label: t('ui-documents-show'), run: () => desk.go('evidence', 'documents') }
    toasts.say(t('ui-documents-arrived-several', { n: found.length }), { action })
    return
  }
  const { document, file, rows } = first
  const action = { label: t('ui-documents-link', { n: rows, shown: number(rows) }), run: () => void linkDocument(desk, document, file.sha256) }
  toasts.say(t('ui-documents-arrived', { file: file.name, document: document.name }), { action })
}
