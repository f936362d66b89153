import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { DossierHead, Line } from '../host/host'
import type { Handlers } from '../host/mock'
import { toasts } from '../parts/toasts.svelte'
import { fewLines, head, line, rowView, worklistHost } from '../test/worklist'
import Worklist from './Worklist.svelte'

// Whole screens in a simulated page take their time when the machine is busy.
vi.setConfig({ testTimeout: 30_000 })
const wait = <T>(check: () => T) => waitFor(check, { timeout: 8_000 })
const some = async (find: string): Promise<HTMLElement> => wait(() => {
  const found = document.querySelector<HTMLElement>(find)
  if (!found) throw new Error(`nothing is ${find}`)
  return found
})
const rowOf = (row: string): HTMLElement => {
  const heading = [...document.querySelectorAll('[role="rowheader"]')].find((cell) => cell.textContent?.trim() === row)
  return heading?.closest('[role="row"]') as HTMLElement
}

let dossiers = 0

beforeEach(() => {
  localStorage.clear()
  toasts.list = []
})

async function open({ lines = fewLines(), part = {}, handlers = {}, place = null as string | null }: { lines?: Line[]; part?: Partial<DossierHead>; handlers?: Handlers; place?: string | null } = {}) {
  const host = worklistHost(lines, handlers)
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head({ dossier: `worklist-${(dossiers += 1)}`, ...part }))
  desk.place = place
  render(Worklist, { desk })
  const grid = await some('[role="grid"]')
  if (lines.length > 0) await some('[role="rowheader"]')
  grid.focus()
  const press = (key: string, more: KeyboardEventInit = {}) =>
    fireEvent.keyDown(document.activeElement ?? grid, { key, code: /^[0-9]$/.test(key) ? `Digit${key}` : undefined, ...more })
  const rationale = () => some('[data-field="rationale"] textarea')
  const verdictOf = (row: string) => within(rowOf(row))
  const active = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.closest('[role="row"]')?.textContent ?? ''
  return { host, desk, grid, press, rationale, verdictOf, active }
}

test('a verdict costs one key, the text, and Enter, and the next row is there', async () => {
  const { host, press, rationale, verdictOf, active, grid } = await open()
  await press('f')
  const text = await rationale()
  await wait(() => expect(document.activeElement, 'the text can be written at once').toBe(text))
  await fireEvent.input(text, { target: { value: 'Seen in test 4.' } })
  await press('Enter')
  await wait(() => expect(verdictOf('CR 1.1').getByText('Fulfilled'), 'the row is repainted').toBeTruthy())
  const [recorded] = host.callsOf('record')
  expect(recorded, 'one call records it').toMatchObject({ rows: ['CR 1.1'], entry: { verdict: 'fulfilled', rationale: 'Seen in test 4.' } })
  expect(host.callsOf('worklist'), 'the list is not read again').toHaveLength(1)
  expect(active(), 'the cursor went on').toContain('CR 1.1 RE(1)')
  expect(document.activeElement, 'and the next key is meant for the list').toBe(grid)
})

test('a refusal shows both parts in the strip and keeps what was typed', async () => {
  const { host, press, rationale } = await open({
    handlers: {
      record: () => {
        throw { code: 'refusal-verdict-needs-evidence', args: { place: 'CR 1.1' } }
      },
    },
  })
  await press('f')
  await fireEvent.input(await rationale(), { target: { value: 'Seen.' } })
  await press('Enter')
  const said = await some('[role="alert"]')
  expect(said.querySelectorAll('p'), 'what is wrong, and what to do').toHaveLength(2)
  expect((await rationale() as HTMLTextAreaElement).value, 'nothing is typed twice').toBe('Seen.')
  await wait(() => expect(document.activeElement, 'the focus is where something is missing').toBe(screen.getByLabelText('Why no evidence is named')))
  expect(host.callsOf('record'), 'it was asked once').toHaveLength(1)
})

test('Escape keeps the text as a draft and goes back to the list', async () => {
  const { host, press, rationale, verdictOf, grid } = await open()
  await press('i')
  await fireEvent.input(await rationale(), { target: { value: 'Half a sentence' } })
  await press('Escape')
  await wait(() => expect(host.callsOf('draft_set').at(-1), 'the text is with the program').toMatchObject({
    subject: 'CR 1.1',
    texts: { rationale: 'Half a sentence', verdict: 'inconclusive' },
  }))
  expect(document.activeElement, 'the list has the focus').toBe(grid)
  await wait(() => expect(verdictOf('CR 1.1').getByText('Draft'), 'the row says so').toBeTruthy())
  expect(host.callsOf('record'), 'nothing is recorded').toHaveLength(0)
})

test('judging again begins with the earlier text', async () => {
  const lines = fewLines().map((one) => (one.row === 'CR 1.1' ? { ...one, verdict: 'fulfilled', rationale: 'Ear…' } : one))
  const earlier = {
    event: 'v', verdict: 'fulfilled', rationale: 'Earlier, in full.', evidence: [], no_evidence: 'Review', ml: null,
    lowered_claim: null, sub_points: [], author: 'Ada', time: '2026-01-01T00:00:00Z', holds: true,
  }
  const { press, rationale } = await open({ lines, handlers: { row: () => rowView(lines[0] as Line, { verdict: earlier }) } })
  await press('f')
  const text = (await rationale()) as HTMLTextAreaElement
  await wait(() => expect(text.value, 'the whole text, not its beginning').toBe('Earlier, in full.'))
})

test('many rows are tried first; those that would be refused can be left out', async () => {
  const { host, press, rationale } = await open()
  host.answer('record', ({ rows, entry, dry }) => {
    const bad = rows.includes('CR 1.2') ? [{ row: 'CR 1.2', problem: { code: 'refusal-verdict-needs-evidence', args: { place: 'CR 1.2' }, more: [] } }] : []
    const good = rows.filter((row) => row !== 'CR 1.2')
    if (dry) return { changed: null, recorded: good, refused: bad }
    const changed = good.map((row) => line(row, { verdict: entry.verdict ?? null }))
    return { changed: { status: head().status, rows: changed, findings: [], all_rows: false }, recorded: good, refused: bad }
  })
  await press('ArrowDown', { shiftKey: true })
  await press('ArrowDown', { shiftKey: true })
  await press('f')
  expect(await screen.findByText('3 rows, one reason, one entry in the trail for each')).toBeTruthy()
  await fireEvent.input(await rationale(), { target: { value: 'Design review.' } })
  await press('Enter')
  expect(await screen.findByText('1 of 3 rows would be refused. Nothing is recorded yet.'), 'before anything is recorded').toBeTruthy()
  expect(host.callsOf('record').map(({ dry }) => dry === true), 'only tried').toEqual([true])
  await fireEvent.click(screen.getByRole('button', { name: /Leave them out and record the other 2/ }))
  await wait(() => expect(toasts.list.map(({ text }) => text), 'the counts are said').toEqual(['Fulfilled: recorded for 2 rows.']))
  expect(toasts.list[0]?.action, 'and there is a way back').toBeTruthy()
  expect(host.callsOf('record').at(-1)?.rows, 'the row that would be refused is left out').toEqual(['CR 1.1', 'CR 1.1 RE(1)'])
})

test('fill down takes verdict and text of the first row for the others', async () => {
  const lines = fewLines()
  const verdict = {
    event: 'v', verdict: 'inconclusive', rationale: 'Waiting for the report.', evidence: [], no_evidence: null, ml: null,
    lowered_claim: null, sub_points: [], author: 'Ada', time: '2026-01-01T00:00:00Z', holds: true,
  }
  const { host, press, rationale } = await open({ lines, handlers: { row: ({ row }) => rowView(line(row), { verdict: row === 'CR 1.1' ? verdict : null }) } })
  await press('ArrowDown', { shiftKey: true })
  await press('ArrowDown', { shiftKey: true })
  await press('d', { ctrlKey: true })
  expect(((await rationale()) as HTMLTextAreaElement).value, 'the text is filled in').toBe('Waiting for the report.')
  await wait(() => expect(document.activeElement?.tagName, 'and can be changed').toBe('TEXTAREA'))
  await press('Enter')
  await wait(() => expect(host.callsOf('record').at(-1), 'the first row keeps what it has').toMatchObject({
    rows: ['CR 1.1 RE(1)', 'CR 1.2'],
    entry: { verdict: 'inconclusive', rationale: 'Waiting for the report.' },
  }))
})

const clipboard = (name: 'copy' | 'paste', text = '') => {
  const data = new Map([['text/plain', text]])
  const event = new Event(name, { bubbles: true, cancelable: true })
  return { data, event: Object.assign(event, { clipboardData: { getData: (type: string) => data.get(type) ?? '', setData: (type: string, value: string) => void data.set(type, value) } }) }
}

test('copying fills the clipboard while its event lasts', async () => {
  const { host, press } = await open()
  await press('ArrowDown', { shiftKey: true })
  await press('Control', { ctrlKey: true })
  await wait(() => expect(host.callsOf('copy_rows'), 'asked for when the modifier goes down').toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve))
  const { data, event } = clipboard('copy')
  document.activeElement?.dispatchEvent(event)
  expect(data.get('text/plain'), 'a spreadsheet gets lines with tabs').toBe('id\tverdict\nCR 1.1\t\nCR 1.1 RE(1)\t\n')
  expect(event.defaultPrevented, 'else the browser puts its own text there').toBe(true)
})

test('pasting shows every line with its problem, and records only when confirmed', async () => {
  const pasted = [
    { line: 1, row: 'CR 1.1', verdict: 'fulfilled', rationale: 'Seen.', problem: null },
    { line: 2, row: 'CR 9.9', verdict: null, rationale: 'x', problem: { code: 'desk-unknown-row', args: { row: 'CR 9.9' }, more: [] } },
  ]
  const { host, grid } = await open({
    handlers: {
      paste: ({ commit }) => ({ lines: pasted, changed: commit ? { status: head().status, rows: [line('CR 1.1', { verdict: 'fulfilled' })], findings: [], all_rows: false } : null }),
    },
  })
  const text = 'CR 1.1\tfulfilled\tSeen.\r\nCR 9.9\t\tx\r\n'
  grid.dispatchEvent(clipboard('paste', text).event)
  expect(await screen.findByText('1 of 2 lines can be recorded, 1 cannot. Nothing is recorded yet.'), 'every line is accounted for').toBeTruthy()
  expect(host.callsOf('paste')[0], 'the text goes over as it is').toMatchObject({ text, commit: false, column: 'rationale' })
  expect(host.callsOf('paste')[0]?.rows, 'lines without an id go downwards from the cursor').toHaveLength(5)
  await fireEvent.click(screen.getByRole('button', { name: /Record 1 line/ }))
  await wait(() => expect(host.callsOf('paste').at(-1)?.commit, 'now it is recorded').toBe(true))
  await wait(() => expect(document.querySelector('table'), 'the table is closed').toBeNull())
})

test('a digit begins an id, and the cursor follows while it is typed', async () => {
  const { press, active } = await open()
  await press('2')
  await press('.')
  await press('2')
  await wait(() => expect(active(), 'the row is found by the letters so far').toContain('CR 2.2'))
  await press('Enter')
  expect(screen.queryByText('Go to 2.2'), 'Enter ends the typing').toBeNull()
})

test('filters become chips that can be taken off, and the count follows', async () => {
  const { host } = await open()
  await fireEvent.click(screen.getByRole('button', { name: 'No evidence' }))
  expect(await screen.findByText('1 of 5'), 'one row has none').toBeTruthy()
  expect(host.callsOf('worklist').at(-1)?.query.filter, 'the program filters').toEqual({ no_evidence: true })
  await fireEvent.click(screen.getByRole('button', { name: 'Take off: No evidence' }))
  expect(await screen.findByText('5 of 5'), 'all rows are back').toBeTruthy()
})

test('words narrow the list without leaving the box, and Escape clears them', async () => {
  await open()
  const box = screen.getByLabelText(/^Search ids/)
  box.focus()
  await fireEvent.input(box, { target: { value: 'password' } })
  expect(await screen.findByText('1 of 5')).toBeTruthy()
  expect(document.activeElement, 'typing goes on').toBe(box)
  await fireEvent.keyDown(box, { key: 'Escape' })
  expect(await screen.findByText('5 of 5')).toBeTruthy()
  expect((box as HTMLInputElement).value, 'the box is empty').toBe('')
})

test('tags are set on the selection, with what is in use offered', async () => {
  const { host, press } = await open()
  await press('t')
  const place = await screen.findByRole('combobox', { name: 'Place' })
  await fireEvent.input(place, { target: { value: 'pl' } })
  expect(await screen.findByRole('option', { name: 'Plant' }), 'a known place is offered').toBeTruthy()
  await fireEvent.keyDown(place, { key: 'ArrowDown' })
  await fireEvent.keyDown(place, { key: 'Enter' })
  await fireEvent.click(screen.getByRole('button', { name: 'Assign to me' }))
  await fireEvent.click(screen.getByRole('button', { name: /^Record/ }))
  await wait(() => expect(host.callsOf('tag_rows'), 'only what was touched is recorded').toEqual([
    { rows: ['CR 1.1'], tag: 'place', value: 'Plant' },
    { rows: ['CR 1.1'], tag: 'assignee', value: 'Ada' },
  ]))
})

test('read-only: everything is shown, and a key says why nothing is recorded', async () => {
  const { host, press } = await open({ part: { read_only: 'received' } })
  await press('f')
  expect(toasts.list[0]?.detail, 'the reason and the way out').toContain('copy of a file from someone else')
  await press('t')
  expect(document.querySelector('[data-field]'), 'no strip opens').toBeNull()
  expect(host.calls.some(({ name }) => name === 'record' || name === 'tag_rows'), 'nothing is asked').toBe(false)
})

test('rows above the claim are told apart by a word', async () => {
  const { verdictOf } = await open()
  expect(verdictOf('CR 1.1 RE(1)').getByText('Above the claim'), 'it is no open work').toBeTruthy()
  expect(verdictOf('CR 1.2').getByText('Open'), 'this one is').toBeTruthy()
})

test.each([
  ['CR 2.2', 'CR 2.2', {}],
  ['filter:no_evidence', 'CR 1.2', { no_evidence: true }],
])('the place %s is where one arrives', async (place, row, filter) => {
  const lines = fewLines()
  const host = worklistHost(lines)
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head({ dossier: `place-${place}` }))
  desk.place = place
  render(Worklist, { desk })
  const grid = await some('[role="grid"]')
  await wait(() => {
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')
    expect(active?.closest('[role="row"]')?.textContent, 'the cursor is there').toContain(row)
  })
  expect(host.callsOf('worklist')[0]?.query.filter, 'the filter is what was asked for').toEqual(filter)
  expect(desk.place, 'the same place can be asked for again').toBeNull()
})

test('when nothing matches there is a way forward', async () => {
  const { host } = await open()
  await fireEvent.click(screen.getByRole('button', { name: 'Conflicting' }))
  expect(await screen.findByText('No row matches.')).toBeTruthy()
  const [clear] = screen.getAllByRole('button', { name: 'Take off all filters' })
  await fireEvent.click(clear as HTMLElement)
  expect(await screen.findByText('5 of 5'), 'everything is back').toBeTruthy()
  expect(host.callsOf('worklist').at(-1)?.query.filter).toEqual({})
})

test('the painted row is marked for measuring', async () => {
  const marks = vi.spyOn(performance, 'mark')
  const { press, rationale } = await open()
  await press('i')
  await fireEvent.input(await rationale(), { target: { value: 'x' } })
  await press('Enter')
  const names = () => marks.mock.calls.map(([name]) => name)
  await wait(() => expect(names().slice(names().indexOf('assay-verdict-key')), 'from the key to the second frame').toContain('assay-row-painted'))
})
