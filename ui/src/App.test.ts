import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import App from './App.svelte'
import { Desk } from './desk.svelte'
import { enter } from './door'
import { mockHost, type Handlers } from './host/mock'
import { toasts } from './parts/toasts.svelte'
import { changedOf, fieldOf, headOf, startOf, statusOf } from './test/dossiers'

beforeEach(() => {
  localStorage.clear()
  toasts.list = []
})

const undone = { text: 'log-seal', args: { purpose: 'day_end' }, subject: '' }

function shown(handlers: Handlers = {}, open: Parameters<typeof headOf>[0] | null = {}) {
  const host = mockHost({
    start: () => startOf(),
    opened_with: () => null,
    window_title: () => null,
    window_close_now: () => null,
    // The screens themselves are tested in their folders; the case is the shortest one.
    case: () => ({ fields: [fieldOf({ name: 'object.name' })], people: [], roles: [], may_admit: false }),
    findings: () => ({ findings: [] }),
    evidence: () => ({ items: [], classes: [], projects: [] }),
    worklist: () => ({ total: 0, all: 0, offset: 0, lines: [] }),
    worklist_find: () => ({ index: null, row: null }),
    ...handlers,
  })
  const desk = new Desk(host)
  if (open) {
    enter(desk, headOf(open))
    desk.go('case')
  }
  render(App, { host, desk })
  return { host, desk }
}
const file = (name: string, token = name) => ({ token, name, size: 10 })

test('the file that the program was started with is opened', async () => {
  const { host, desk } = shown({ opened_with: () => file('plc.assay', 'file-1'), dossier_open: () => headOf({ dossier: 'd2' }) }, null)
  await waitFor(() => expect(desk.open?.head.dossier).toBe('d2'))
  expect(host.callsOf('dossier_open')).toEqual([{ file: 'file-1' }])
})

test('header and window title name the dossier, its checklist and the last entry', async () => {
  const { host } = shown()
  const header = screen.getByRole('banner')
  for (const part of ['PLC-200, firmware 3.2.1', 'IEC 62443-4-2 2019', 'Saved, entry 7']) expect(header.textContent).toContain(part)
  await waitFor(() => expect(host.callsOf('window_title').at(-1)?.title).toContain('PLC-200'))
})

test('undo is named before and told after', async () => {
  const { host, desk } = shown({ undo: () => changedOf({ status: statusOf({ entry: 8, redo: undone }) }) }, { status: statusOf({ undo: undone }) })
  const label = desk.undo?.label ?? ''
  expect(label).not.toBe('')
  expect(screen.getByRole('button', { name: `Undo: ${label}` }), 'the button says what it takes back').toBeTruthy()
  await fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ', ctrlKey: true })
  await waitFor(() => expect(toasts.list[0]?.text).toBe(`Taken back: ${label}`))
  expect(host.callsOf('undo')).toHaveLength(1)
  expect(desk.open?.status.entry, 'undo is an entry of its own').toBe(8)
})

test('a file that does not hold what was recorded is said so on every screen, without anybody asking', async () => {
  const wrong = { code: 'verify-event-unlinked', args: {}, more: [] }
  const verified = { ok: false, checked: [], finding: wrong, remarks: [], limits: [] }
  const { host, desk } = shown({ verify: () => verified })
  const alert = await screen.findByRole('alert', {}, { timeout: 10_000 })
  expect(alert.textContent, 'what it means').toContain('does not hold what was recorded')
  expect(host.callsOf('verify'), 'the file is checked once').toHaveLength(1)
  desk.go('findings')
  expect(screen.getByRole('alert'), 'it stays on the next screen').toBeTruthy()
})

test('a file that holds is not spoken of', async () => {
  const { host } = shown({ verify: () => ({ ok: true, checked: [], finding: null, remarks: [], limits: [] }) })
  await waitFor(() => expect(host.callsOf('verify')).toHaveLength(1), { timeout: 10_000 })
  expect(screen.queryByRole('alert'), 'no news is good news').toBeNull()
})

test('undo in a text field belongs to the field', async () => {
  const { host } = shown({}, { status: statusOf({ undo: undone }) })
  const input = await screen.findByLabelText('Component', {}, { timeout: 10_000 })
  await fireEvent.keyDown(input, { key: 'z', code: 'KeyZ', ctrlKey: true })
  expect(host.callsOf('undo'), 'typing is taken back first').toEqual([])
})

test.each([
  ['in_use', /has this dossier open/, 'Read again'],
  ['no_identity', /no key here/, 'Set up or open the key'],
  ['not_writable', /may not be written/, 'Read again'],
  ['asked', /as asked for/, 'Open for recording'],
])('a dossier that is read only (%s) says why and what helps', (reason, why, button) => {
  shown({}, { read_only: reason })
  expect(screen.getByText(why)).toBeTruthy()
  expect(screen.getByRole('button', { name: button })).toBeTruthy()
})

test('reading again shows what is there now and stays on the screen', async () => {
  const { desk } = shown({ dossier_reload: () => headOf({ title: 'PLC-200, second part' }) }, { read_only: 'in_use' })
  await fireEvent.click(screen.getByRole('button', { name: 'Read again' }))
  await waitFor(() => expect(desk.open?.head.title).toBe('PLC-200, second part'))
  expect(desk.screen).toBe('case')
  expect(screen.queryByText(/has this dossier open/), 'the reason is gone').toBeNull()
})

test('conflicts are counted and lead to their rows', async () => {
  const { desk } = shown({}, { status: statusOf({ conflicts: 3 }) })
  await fireEvent.click(screen.getByRole('button', { name: 'Conflicts: 3' }))
  expect([desk.screen, desk.place]).toEqual(['worklist', 'filter:conflicting'])
})

test('the window closes only after everything typed was handed over', async () => {
  const { host, desk } = shown()
  const order: string[] = []
  desk.onclose(async () => {
    await Promise.resolve()
    order.push('flushed')
  })
  host.answer('window_close_now', () => {
    order.push('closed')
    return null
  })
  host.emit('closing', {})
  await waitFor(() => expect(order).toEqual(['flushed', 'closed']))
})

test('the window waits for what is being recorded', async () => {
  let record: () => void = () => {}
  const { host, desk } = shown({ case_set: () => new Promise((resolve) => (record = () => resolve(changedOf()))) })
  void desk.host.call('case_set', { field: 'object.name', value: 'PLC-200' })
  host.emit('closing', {})
  await new Promise((later) => setTimeout(later, 20))
  expect(host.callsOf('window_close_now'), 'closing in the middle could lose the entry').toEqual([])
  record()
  await waitFor(() => expect(host.callsOf('window_close_now')).toHaveLength(1))
})

test('one screen that fails to hand over does not keep the window open', async () => {
  const { host, desk } = shown()
  desk.onclose(() => Promise.reject(new Error('disk full')))
  host.emit('closing', {})
  await waitFor(() => expect(host.callsOf('window_close_now')).toHaveLength(1))
})

test('a dropped dossier is opened', async () => {
  const { host } = shown({ dossier_open: () => headOf() }, null)
  host.emit('dragging', { over: true })
  expect(await screen.findByText('Dossier (.assay): open it')).toBeTruthy()
  host.emit('dropped', { files: [file('theirs.ASSAY', 'file-3')] })
  await waitFor(() => expect(host.callsOf('dossier_open')).toEqual([{ file: 'file-3' }]))
})

test('a dropped spreadsheet asks whether it is claims or evidence', async () => {
  const { host, desk } = shown()
  host.emit('dropped', { files: [file('answers.xlsx', 'file-4')] })
  await fireEvent.click(await screen.findByRole('button', { name: 'Import the claims' }))
  expect([desk.screen, desk.place]).toEqual(['import', 'file:file-4|answers.xlsx'])
})

test('other files go to the screen that wants them, or else to the evidence', async () => {
  const { host, desk } = shown()
  const take = vi.fn(() => true)
  const leave = desk.ondrop(take)
  host.emit('dropped', { files: [file('report.pdf')] })
  await waitFor(() => expect(take).toHaveBeenCalledWith([file('report.pdf')]))
  expect(desk.screen, 'the screen took it').toBe('case')
  leave()
  host.emit('dropped', { files: [file('photo.png')] })
  await waitFor(() => expect(desk.screen).toBe('evidence'))
})

test('files dropped on a dossier for looking at are not taken', async () => {
  const { host, desk } = shown({}, { read_only: 'received' })
  host.emit('dropped', { files: [file('report.pdf')] })
  await waitFor(() => expect(toasts.list[0]?.text).toContain('looking at only'))
  expect(desk.screen).toBe('case')
})

test('a report dropped on the report page is checked there, also on a dossier for looking at', async () => {
  const { host, desk } = shown({}, { read_only: 'received' })
  desk.screen = 'report'
  const take = vi.fn(() => true)
  desk.ondrop(take)
  host.emit('dragging', { over: true })
  expect(await screen.findByText('Report (PDF or JSON): check it'), 'it is said before one lets go').toBeTruthy()
  host.emit('dropped', { files: [file('report.pdf')] })
  await waitFor(() => expect(take, 'checking writes nothing').toHaveBeenCalledWith([file('report.pdf')]))
  expect(desk.screen, 'nothing is made evidence').toBe('report')
})

test('the search finds a row by its short form, a finding and a fact', async () => {
  const { host, desk } = shown({ worklist_find: () => ({ index: 4, row: 'CR 5.2 RE(3)' }) })
  const box = screen.getByRole('combobox', { name: 'Search' })
  await fireEvent.input(box, { target: { value: '5.2r3' } })
  expect(await screen.findByRole('option', { name: /CR 5\.2 RE\(3\)/ })).toBeTruthy()
  await fireEvent.keyDown(box, { key: 'Enter' })
  expect([desk.screen, desk.place]).toEqual(['worklist', 'CR 5.2 RE(3)'])
  desk.go('case')
  await fireEvent.input(box, { target: { value: 'compon' } })
  expect(await screen.findByRole('option', { name: 'Case: Component' })).toBeTruthy()
  expect(host.callsOf('findings'), 'the short lists are asked for once').toHaveLength(1)
})

test('the keyboard help can be searched', async () => {
  shown()
  await fireEvent.keyDown(document.body, { key: 'F1', code: 'F1' })
  await fireEvent.input(await screen.findByLabelText(/Search by what a key does/), { target: { value: 'fill down' } })
  expect(screen.getByText('Fill down')).toBeTruthy()
  expect(within(screen.getByRole('dialog')).queryByText('Open a dossier'), 'what does not fit is not shown').toBeNull()
})

test('closing the dossier leads back to the start, with everything handed over first', async () => {
  const { host, desk } = shown({ dossier_close: () => ({}) })
  let flushed = false
  desk.onclose(() => void (flushed = true))
  await fireEvent.click(screen.getByRole('menuitem', { name: /Close the dossier/, hidden: true }))
  await waitFor(() => expect(desk.open).toBeNull())
  expect(flushed).toBe(true)
  expect(host.callsOf('dossier_close')).toHaveLength(1)
  expect(await screen.findByText('Recent dossiers')).toBeTruthy()
})
