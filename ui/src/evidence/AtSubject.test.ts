import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { EvidenceAdded, LinkedEvidence } from '../host/host'
import { mockHost } from '../host/mock'
import { alarm, soon, the } from '../test/find'
import { changed, deskWith, evidence, register } from '../test/rows'
import AtSubject from './AtSubject.svelte'
import { lastCard, namedByTime } from './intake.svelte'

beforeEach(() => {
  lastCard.card = { class: '', producer: 'supplier', confidentiality: 'confidential' }
})
vi.setConfig({ testTimeout: 60_000 })

const added: EvidenceAdded = { added: [evidence('b')], refused: [], changed: changed() }

function open(linked: LinkedEvidence[] = [], more: Parameters<typeof deskWith>[1] = {}) {
  const host = mockHost({
    evidence: () => register([evidence('a'), evidence('b', { title: 'Test log' })]),
    evidence_add: () => added,
    evidence_link: () => changed(),
    job_cancel: () => ({}),
    pick: () => [{ token: 't1', name: 'report.pdf', size: 10 }],
  })
  const desk = deskWith(host, more)
  return { host, desk, ...render(AtSubject, { desk, row: 'CR 1.1', linked }) }
}
async function choose(code: string) {
  const select = await soon<HTMLSelectElement>('combobox', 'Class')
  await waitFor(() => expect(select.options.length, 'the classes are there').toBeGreaterThan(1))
  await fireEvent.change(select, { target: { value: code } })
}

test('chosen files are added with what is said about them and linked to the row', async () => {
  const { host } = open()
  await fireEvent.click(the('button', 'Add files'))
  await choose('design_doc')
  await fireEvent.input(the('textbox', 'Title'), { target: { value: 'Design' } })
  await fireEvent.click(the('button', 'Add'))
  await waitFor(() => expect(host.callsOf('evidence_add')).toHaveLength(1))
  expect(host.callsOf('evidence_add')[0]).toMatchObject({
    files: ['t1'],
    pasted: [],
    row: 'CR 1.1',
    card: { class: 'design_doc', title: 'Design', producer: 'supplier', date: null, project: null },
  })
  await waitFor(() => expect(document.querySelector('dialog'), 'done is done').toBeNull())
})

test('nothing is added before it is said what it is; the next one begins with the same class', async () => {
  open()
  await fireEvent.click(the('button', 'Add files'))
  expect((await soon<HTMLButtonElement>('button', 'Add')).disabled, 'a class is needed').toBe(true)
  await choose('evaluator_test')
  await fireEvent.click(the('button', 'Add'))
  await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
  await fireEvent.click(the('button', 'Add files'))
  const again = await soon<HTMLSelectElement>('combobox', 'Class')
  await waitFor(() => expect(again.value, 'the next piece is often of the same kind').toBe('evaluator_test'))
})

test('dropped files are taken here and not elsewhere', async () => {
  const { desk, unmount } = open()
  expect(desk.offerDrop([{ token: 'd', name: 'photo.png', size: 3 }])).toBe(true)
  await screen.findByText('photo.png')
  unmount()
  expect(desk.offerDrop([{ token: 'd', name: 'photo.png', size: 3 }]), 'a section that is gone takes nothing').toBe(false)
})

test('a pasted picture gets a name by its time, and its bytes go to the program', async () => {
  const { host } = open()
  const picture = new File([new Uint8Array([1, 2, 3])], 'image.png', { type: 'image/png' })
  const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: { files: [picture] } })
  window.dispatchEvent(paste)
  expect(paste.defaultPrevented, 'the paste is taken').toBe(true)
  await choose('evaluator_test')
  await fireEvent.click(the('button', 'Add'))
  await waitFor(() => expect(host.callsOf('evidence_add')).toHaveLength(1))
  const [sent] = host.callsOf('evidence_add')[0]?.pasted ?? []
  expect(sent?.name).toMatch(/^screenshot-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.png$/)
  expect(sent?.base64).toBe('AQID')
})

test('a paste of text is left alone', () => {
  open()
  const paste = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData: { files: [] } })
  window.dispatchEvent(paste)
  expect(paste.defaultPrevented, 'text belongs to the field or the grid').toBe(false)
})

test('names by time sort and suit every file system', () => {
  expect(namedByTime('screenshot', 'image/png', new Date(2026, 10, 25, 14, 3, 22))).toBe('screenshot-2026-11-25T14-03-22.png')
  expect(namedByTime('photo', 'image/jpeg', new Date(2026, 0, 2, 3, 4, 5))).toBe('photo-2026-01-02T03-04-05.jpg')
})

test('a long job shows how far it is and can be stopped', async () => {
  const { host } = open()
  let finish: (answer: EvidenceAdded) => void = () => undefined
  host.answer('evidence_add', () => new Promise((resolve) => (finish = resolve)))
  await fireEvent.click(the('button', 'Add files'))
  await choose('design_doc')
  await fireEvent.click(the('button', 'Add'))
  const bar = await screen.findByRole('progressbar')
  const { job } = host.callsOf('evidence_add')[0] ?? { job: '' }
  host.emit('progress', { job: 'another', done: 9, total: 10 })
  host.emit('progress', { job, done: 5, total: 10 })
  await waitFor(() => expect(bar.getAttribute('aria-valuenow'), 'only its own job').toBe('5'))
  await fireEvent.click(the('button', 'Cancel', bar.closest('.progress') as HTMLElement))
  expect(host.callsOf('job_cancel')).toEqual([{ job }])
  finish(added)
})

test('a file that was refused says why, and only it is left to be tried again', async () => {
  const { host, desk } = open()
  host.answer('evidence_add', () => ({ ...added, refused: [{ name: 'big.iso', problem: { code: 'evidence-read-empty', args: { file: 'big.iso' }, more: [] } }] }))
  desk.offerDrop([
    { token: 'd1', name: 'ok.pdf', size: 3 },
    { token: 'd2', name: 'big.iso', size: 3 },
  ])
  await choose('design_doc')
  await fireEvent.click(the('button', 'Add 2 files'))
  expect(await alarm()).toContain('big.iso was not added')
  await waitFor(() => expect(screen.queryByText('ok.pdf'), 'it is in the register now').toBeNull())
})

test('what is registered already is linked, and a link can be taken off', async () => {
  const { host } = open([{ item: evidence('a'), in_verdict: true, linked: true }])
  expect(screen.getByText('In the verdict'), 'marks are words').toBeTruthy()
  await fireEvent.click(the('button', 'Unlink: Document A'))
  await waitFor(() => expect(host.callsOf('evidence_link').at(-1)).toMatchObject({ row: 'CR 1.1', evidence: ['a'.repeat(64)], linked: false }))
  await fireEvent.click(the('button', 'Link existing'))
  await fireEvent.click(await soon('checkbox', 'Test log'))
  await fireEvent.click(the('button', 'Link one'))
  await waitFor(() => expect(host.callsOf('evidence_link').at(-1)).toMatchObject({ evidence: ['b'.repeat(64)], linked: true }))
})
