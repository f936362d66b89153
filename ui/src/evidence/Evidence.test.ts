import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { EvidenceView } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { toasts } from '../parts/toasts.svelte'
import { documentFile, documentOf, documentsOf } from '../test/documents'
import { alarm, all, soon, the } from '../test/find'
import { changed, deskWith, evidence, line, register } from '../test/rows'
import Evidence from './Evidence.svelte'
import { arrivals, sayArrived } from './documents/documents'
import { notable, wanted } from './list'

beforeEach(() => {
  localStorage.clear()
  toasts.list = []
})
vi.setConfig({ testTimeout: 60_000 })

const some = [
  evidence('a', { used_by: ['CR 1.1', 'CTX-1'], findings: ['F-1'], preview: 'text' }),
  evidence('b', { class: 'evaluator_test', title: 'Test log' }),
  evidence('c', { class: 'checklist', own: true, title: 'Checklist' }),
]
const intact = { kind: 'text', media_type: 'text/plain', base64: null, text: '<i>line</i>', truncated: true, intact: true }

const documents = [
  documentOf('DOC-7', { revisions: ['3'], wanted: ['3'], state: 'other_revision', urls: ['example.org/doc-7'] }),
  documentOf('DOC-9', { state: 'arrived', files: [documentFile('b'), documentFile('c', { sure: false, reason: 'evidence-file-match-title' })] }),
]

async function open(items: EvidenceView[] = some, more: Parameters<typeof deskWith>[1] = {}, handlers: Handlers = {}) {
  const host = mockHost({
    evidence: () => register(items),
    evidence_preview: () => intact,
    evidence_describe: () => changed(),
    evidence_withhold: () => changed(),
    evidence_save: () => ({}),
    pick: () => [{ token: 't1', name: 'copy.pdf', size: 0 }],
    worklist: () => ({ total: 0, all: 0, offset: 0, lines: [] }),
    documents: () => documentsOf(documents),
    document_link: () => changed(),
    requests_save: () => ({}),
    ...handlers,
  })
  const desk = deskWith(host, more)
  desk.go('evidence')
  const shown = render(Evidence, { desk })
  if (items.length > 0) await screen.findByRole('table')
  return { host, desk, ...shown }
}

test('the register is searched and filtered', () => {
  const all = { search: '', class: '', unused: false, own: false }
  expect(wanted(some, all).map(({ title }) => title), 'what Assay stored is not in the way').toEqual(['Document A', 'Test log'])
  expect(wanted(some, { ...all, search: 'log test' }), 'every word, in any order').toHaveLength(1)
  expect(wanted(some, { ...all, search: 'ctx-1' }), 'also by what uses it').toHaveLength(1)
  expect(wanted(some, { ...all, unused: true }).map(({ title }) => title)).toEqual(['Test log'])
  expect(wanted(some, { ...all, own: true, class: 'checklist' })).toHaveLength(1)
})

test('one file behind many rows, or behind two maturity levels, is noticed', () => {
  const rows = new Map([
    ['SP.01.01 BR @integration', line('SP.01.01 BR @integration', { ml: 2 })],
    ['SP.01.02 BR @integration', line('SP.01.02 BR @integration', { ml: 3 })],
  ])
  expect(notable(evidence('a', { used_by: [...rows.keys()] }), rows).levels, 'procedure and record in one').toEqual({
    two: ['SP.01.01 BR @integration'],
    three: ['SP.01.02 BR @integration'],
  })
  expect(notable(evidence('a', { used_by: ['SP.01.01 BR @integration'] }), rows).levels).toBeNull()
  const many = Array.from({ length: 10 }, (_, n) => `CR 1.${n + 1}`)
  expect(notable(evidence('a', { used_by: many }), new Map()).rows).toBe(10)
  expect(notable(evidence('a', { own: true, used_by: many }), new Map()).rows, 'a workbook claims for all rows').toBe(0)
})

test('a chosen piece is read and hashed anew, and shows its text as text', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await screen.findByText(/SHA-256 a{64}, checked now: matches/)
  expect(screen.getByText('<i>line</i>').tagName, 'markup in it is no markup').toBe('PRE')
  expect(screen.getByText('Only the beginning of the text is shown.')).toBeTruthy()
  await fireEvent.click(the('button', 'Test log'))
  await waitFor(() => expect(host.callsOf('evidence_preview'), 'each opening reads again').toHaveLength(2))
})

test('damage is said loudly', async () => {
  const { host } = await open()
  host.answer('evidence_preview', () => ({ ...intact, intact: false }))
  await fireEvent.click(the('button', 'Document A'))
  const alert = await alarm()
  expect(alert).toMatch(/^\s*DAMAGED/)
  expect(screen.queryByText(/checked now: matches/)).toBeNull()
})

test('what uses it is linked', async () => {
  const { desk } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await fireEvent.click(await soon('button', 'CTX-1'))
  expect([desk.screen, desk.place]).toEqual(['activities', 'CTX-1'])
})

test('a description is recorded only when it changed', async () => {
  localStorage.setItem('assay.fold.evidence-card', 'open')
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  expect((await soon<HTMLButtonElement>('button', 'Record the description')).disabled, 'there is nothing to record').toBe(true)
  await fireEvent.input(the('textbox', 'Title'), { target: { value: 'Design' } })
  await fireEvent.click(the('button', 'Record the description'))
  await waitFor(() => expect(host.callsOf('evidence_describe')[0]).toMatchObject({ sha256: 'a'.repeat(64), card: { title: 'Design', class: 'design_doc' } }))
})

test('withholding is explained as final and needs a reason', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await fireEvent.click(await soon('button', 'Withhold'))
  await screen.findByText(/This can't be taken back/)
  const now = the<HTMLButtonElement>('button', 'Take the bytes out')
  expect(now.disabled, 'not without a reason').toBe(true)
  await fireEvent.input(the('textbox', /^Reason/), { target: { value: 'Personal data' } })
  await fireEvent.click(now)
  await waitFor(() => expect(host.callsOf('evidence_withhold')).toEqual([{ sha256: 'a'.repeat(64), reason: 'Personal data' }]))
})

test('a copy is written where the person says', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await fireEvent.click(await soon('button', 'Save a copy'))
  await waitFor(() => expect(host.callsOf('evidence_save')).toEqual([{ sha256: 'a'.repeat(64), file: 't1' }]))
  expect(host.callsOf('pick')[0], 'with its own name').toMatchObject({ purpose: 'save_file', name: 'a.pdf' })
})

test('the arrows go through the table', async () => {
  await open()
  the('button', 'Document A').focus()
  await fireEvent.keyDown(the('button', 'Document A'), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(the('button', 'Test log'))
})

test('withheld bytes are not asked for', async () => {
  const { host } = await open([evidence('a', { withheld: 'Personal data' })])
  await fireEvent.click(the('button', 'Document A'))
  await screen.findByText('The bytes were taken out: Personal data')
  expect(host.callsOf('evidence_preview'), 'there is nothing to read').toHaveLength(0)
  expect(all('button', 'Withhold')).toEqual([])
})

test('an empty register says how evidence comes in', async () => {
  await open([])
  expect(await screen.findByText(/Drop files on the window/)).toBeTruthy()
})

/** Opens the tab of the documents. */
async function toDocuments(...given: Parameters<typeof open>) {
  const opened = await open(...given)
  await fireEvent.click(screen.getByRole('tab', { name: 'Documents' }))
  await screen.findByRole('region', { name: 'Documents' })
  return opened
}

test('documents say whether they have arrived and which rows need them', async () => {
  const { desk } = await toDocuments()
  const article = (await screen.findByText('DOC-7', { selector: 'h2 span' })).closest('article') as HTMLElement
  expect(article.textContent, 'the state is a word').toContain('Arrived in another revision')
  expect(article.textContent, 'and what is wanted').toContain('Not here: 3')
  expect(article.textContent, 'a row is counted once however often it refers').toContain('2 rows name it, 0 linked')
  expect(screen.getAllByText('see above')[0]?.closest('li')?.textContent, 'a reading is marked and not counted').toContain('perhaps: the row before names it')
  expect(article.textContent, 'with the place in the document').toContain('at 4.2')
  expect(article.querySelector('a'), 'an address is text, nothing is fetched').toBeNull()
  expect(screen.getByText('Its name is the document number.'), 'why a file is it').toBeTruthy()
  await fireEvent.click(the('button', 'CR 1.2', article))
  expect([desk.screen, desk.place], 'the row is one press away').toEqual(['worklist', 'CR 1.2'])
})

test('a file is linked to all rows of its document as one change', async () => {
  const { desk, host } = await toDocuments()
  await fireEvent.click(await soon('button', 'Link to its 2 rows: b.pdf'))
  await waitFor(() => expect(host.callsOf('document_link')).toEqual([{ document: 'DOC-9', sha256: 'b'.repeat(64) }]))
  expect(desk.open?.revision, 'what changed is taken in, so that undo knows it').toBe(1)
  await waitFor(() => expect(host.callsOf('documents').length, 'the list follows').toBeGreaterThan(1))
  expect(toasts.list.map(({ text }) => text), 'it is said').toContain('Linked to the 2 rows that refer to DOC-9.')
})

test('a document that has surely arrived stands on top until it is linked', async () => {
  await toDocuments([evidence('b'), evidence('c')])
  expect(await screen.findByText('b.pdf is the document DOC-9 that the vendor refers to.'), 'the sure one').toBeTruthy()
  expect(screen.queryByText(/^c\.pdf is the document/), 'one that may be it is no arrival').toBeNull()
  const used = [evidence('b', { used_by: ['CR 1.1', 'CR 1.2'] })]
  expect(arrivals(documents, used), 'where every row has it there is nothing to do').toEqual([])
  expect(arrivals(documents, [evidence('b', { used_by: ['CR 1.1'] })])[0]?.rows, 'only what is open counts').toBe(1)
})

test('what was just added is offered to be linked where it surely is a document', async () => {
  const { desk, host } = await open()
  await sayArrived(desk, [evidence('b')])
  const [toast] = toasts.list
  expect(toast?.text).toBe('b.pdf is the document DOC-9 that the vendor refers to.')
  expect(toast?.action?.label, 'one press links it').toBe('Link to its 2 rows')
  toast?.action?.run()
  await waitFor(() => expect(host.callsOf('document_link')).toHaveLength(1))
  toasts.list = []
  host.answer('documents', () => {
    throw { code: 'internal', args: { why: '' } }
  })
  await sayArrived(desk, [evidence('b')])
  expect(toasts.list, 'an offer that can not be made is no fault').toEqual([])
})

test('the request list is written in the language chosen', async () => {
  const { host } = await toDocuments()
  await fireEvent.click(await soon('button', 'Write the request list…'))
  await waitFor(() => expect(host.callsOf('requests_save'), 'the language of the page is the default').toEqual([{ file: 't1', language: 'en' }]))
  expect(host.callsOf('pick')[0], 'named by the dossier').toMatchObject({ purpose: 'save_file', name: 'PLC-200-documents.xlsx' })
})

test('references without a document and names that may be one document stay as they are', async () => {
  localStorage.setItem('assay.fold.documents-alike', 'open')
  localStorage.setItem('assay.fold.documents-others', 'open')
  const unclear = {
    others: [{ row: 'CR 2.1', text: 'to be provided', kind: 'pending' }],
    alike: [{ first: 'DOC-7', second: 'DOC-007', reason: 'evidence-same-document-number-alike' }],
  }
  await toDocuments(some, {}, { documents: () => documentsOf(documents, unclear) })
  expect(await screen.findByText('Their numbers differ only in zeros or separators.'), 'why they may be one').toBeTruthy()
  expect(screen.getByText('evidence is promised'), 'what kind of reference it is').toBeTruthy()
})

test('without references there is a way to the import', async () => {
  const { desk } = await toDocuments(some, {}, { documents: () => documentsOf([]) })
  await screen.findByText('No claim refers to a document')
  await fireEvent.click(the('button', 'Go to the import'))
  expect(desk.screen).toBe('import')
})

test('where nothing may be recorded, nothing is offered to be linked', async () => {
  await toDocuments(some, { read_only: 'received' })
  await screen.findByText('DOC-9', { selector: 'h2 span' })
  expect(all('button', /^Link to its/), 'it would be refused').toEqual([])
  expect(the('button', 'Write the request list…'), 'a list can be written all the same').toBeTruthy()
})

test('a file of a document leads to its entry in the register, again and again', async () => {
  const { desk } = await toDocuments()
  for (const time of ['first', 'second']) {
    await fireEvent.click(await soon('button', 'b.pdf'))
    await waitFor(() => expect(the('button', 'Test log').getAttribute('aria-pressed'), `the ${time} time`).toBe('true'))
    await fireEvent.click(screen.getByRole('tab', { name: 'Documents' }))
  }
  expect(desk.place, 'a tab that was chosen is no place').toBeNull()
})
