import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { TrailEntry } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { headOf } from '../test/dossiers'
import { changedOf } from '../test/imports'
import { pathOf } from './qr'
import Trail from './Trail.svelte'

const entryOf = (n: number, given: Partial<TrailEntry> = {}): TrailEntry => ({
  n,
  entry: n,
  time: '2026-11-25T09:00:00Z',
  author: 'Rita Petersen',
  counts: true,
  void: false,
  id: String(n).padStart(64, '0'),
  kind: 'verdict.set/1',
  text: 'log-verdict-set',
  args: { row: `CR 1.${n}`, verdict: 'fulfilled', rationale: 'Seen in the test.' },
  subject: `CR 1.${n}`,
  replaces: 0,
  can_undo: false,
  ...given,
})

const all = [
  entryOf(4, { can_undo: true, replaces: 1 }),
  entryOf(3, { void: true }),
  entryOf(2, { counts: false, author: 'Max Unbekannt' }),
  entryOf(1, { kind: 'seal/1', text: 'log-seal', args: { purpose: 'day_end' }, subject: 'day_end' }),
]

function opened(handlers: Handlers = {}, head = headOf()) {
  const host = mockHost({
    trail: ({ offset, limit, search, kind, author }) => {
      const found = all.filter(
        (one) => (!kind || one.kind.startsWith(kind)) && (!author || one.author === author) && (!search || one.subject.includes(search)),
      )
      return { total: found.length, all: all.length, entries: found.slice(offset, offset + limit), kinds: ['seal', 'verdict.set'], authors: ['Max Unbekannt', 'Rita Petersen'] }
    },
    ...handlers,
  })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head)
  desk.screen = 'trail'
  render(Trail, { desk })
  return { host, desk }
}
const rowsShown = () => [...document.querySelectorAll('.body [role="row"]')].map((row) => row.textContent ?? '')
const drawn = (count: number) => waitFor(() => expect(rowsShown().filter((text) => text.trim() !== '')).toHaveLength(count))

test('every event stands with number, time, author and a sentence, the newest first', async () => {
  const { desk } = opened()
  await drawn(4)
  expect(rowsShown()[0], 'the newest entry is on top').toMatch(/^\s*4/)
  expect(rowsShown()[0]).toContain('Rita Petersen')
  expect(rowsShown()[3], 'codes are words').toMatch(/end of the day/)
  expect(desk.status, 'how many there are stands in the status line').toBe('4 entries')
})

test('what does not count, was taken back or replaces something is said in words', async () => {
  opened()
  await drawn(4)
  const [newest, void_, idle] = rowsShown()
  expect(newest).toContain('replaces an earlier entry')
  expect(void_).toContain('taken back')
  expect(idle).toContain('does not count')
})

test('the time is called a claim of the device', async () => {
  opened()
  await drawn(4)
  expect(screen.getByText('Time (claimed)')).toBeTruthy()
  expect(await screen.findByText(/Time as the device claims it/), 'also beside the whole entry').toBeTruthy()
})

test('kind, author and words narrow the list, and the count says so', async () => {
  const { host, desk } = opened()
  await drawn(4)
  const kind = screen.getByLabelText('Kind') as HTMLSelectElement
  expect([...kind.options].map((option) => option.textContent), 'kinds are words').toEqual(['All kinds', 'seal', 'verdict'])
  kind.value = 'verdict.set'
  await fireEvent.change(kind)
  await drawn(3)
  expect(desk.status).toBe('3 of 4 entries')
  await fireEvent.input(screen.getByLabelText('Search'), { target: { value: 'CR 1.3' } })
  await drawn(1)
  expect(host.callsOf('trail').at(-1), 'the program searches, not the page').toMatchObject({ kind: 'verdict.set', search: 'CR 1.3' })
})

test('a link from elsewhere asks for everything about its subject', async () => {
  const { host, desk } = opened()
  await drawn(4)
  desk.place = 'CR 1.3'
  await drawn(1)
  expect(host.callsOf('trail').at(-1)?.search, 'the subject is looked for').toBe('CR 1.3')
  expect((screen.getByLabelText('Search') as HTMLInputElement).value, 'one sees why the list is short').toBe('CR 1.3')
  expect(desk.place, 'on the way back all is shown').toBeNull()
})

test('only what one may take back has the button, and it is recorded as an event', async () => {
  const { host } = opened({ take_back: () => changedOf() })
  await drawn(4)
  await fireEvent.click(await screen.findByText('Take this back'))
  await waitFor(() => expect(host.callsOf('take_back')).toEqual([{ id: all[0]?.id }]))
  const asked = host.callsOf('trail').length
  await waitFor(() => expect(host.callsOf('trail').length, 'the list is read again').toBeGreaterThanOrEqual(asked))
  await fireEvent.click(screen.getByText('Max Unbekannt', { selector: '.text' }))
  await waitFor(() => expect(screen.queryByText('Take this back'), 'what another one recorded stays').toBeNull())
})

test('from an entry one gets to what it is about', async () => {
  const { desk } = opened()
  await drawn(4)
  await fireEvent.click(await screen.findByText('Go to CR 1.4'))
  expect([desk.screen, desk.place]).toEqual(['worklist', 'CR 1.4'])
})

test('verifying says what was checked and always what it does not show', async () => {
  opened({
    verify: () => ({
      ok: true,
      checked: [{ text: 'verify-ok-signatures', args: { signatures: '9' }, subject: '' }],
      finding: null,
      remarks: [],
      limits: [{ text: 'verify-limits', args: {}, subject: '' }],
    }),
  })
  await fireEvent.click(await screen.findByText('Verify now'))
  expect(await screen.findByText(/nothing wrong was found in what was checked/)).toBeTruthy()
  expect(screen.getByText(/^9 signatures/), 'line by line').toBeTruthy()
  expect(screen.getByText('What this does not show'), 'also beside a good result').toBeTruthy()
  expect(screen.getByText(/the whole file is not an older or rewritten copy/)).toBeTruthy()
})

test('what is wrong comes with its meaning and what to do', async () => {
  opened({
    verify: () => ({
      ok: false,
      checked: [],
      finding: { code: 'verify-event-prev', args: { prev: 'abc' }, more: [] },
      remarks: [],
      limits: [{ text: 'verify-limits', args: {}, subject: '' }],
    }),
  })
  await fireEvent.click(await screen.findByText('Verify now'))
  expect(await screen.findByText(/something is wrong/)).toBeTruthy()
  expect(screen.getByText(/The event follows another event/)).toBeTruthy()
  expect(screen.getByText(/An event before it was replaced/), 'what it means').toBeTruthy()
  expect(screen.getByText(/go back to a copy that verifies/), 'what to do').toBeTruthy()
})

test('a verification shows how far it is and can be stopped without being a fault', async () => {
  let refuse: (problem: unknown) => void = () => undefined
  const { host } = opened({ verify: () => new Promise((_, reject) => (refuse = reject)), job_cancel: () => ({}) })
  await fireEvent.click(await screen.findByText('Verify now'))
  const job = host.callsOf('verify')[0]?.job ?? ''
  host.emit('progress', { job, done: 5, total: 9 })
  expect(await screen.findByText('5 of 9')).toBeTruthy()
  await fireEvent.click(screen.getByText('Cancel'))
  expect(host.callsOf('job_cancel')).toEqual([{ job }])
  refuse({ code: 'desk-stopped', args: {} })
  await waitFor(() => expect(screen.queryByText('5 of 9'), 'the bar goes').toBeNull())
  expect(screen.queryByRole('alert'), 'stopping was asked for').toBeNull()
})

test('sealing explains what a seal is and what it is not, and is recorded with its purpose', async () => {
  const { host } = opened({ seal: () => changedOf() })
  await fireEvent.click(await screen.findByText('Seal…'))
  expect(screen.getByText(/The seal lies in the same file/), 'its limit is said').toBeTruthy()
  await fireEvent.click(screen.getByLabelText('closing meeting'))
  await fireEvent.click(screen.getByText('Seal', { selector: 'button span' }))
  await waitFor(() => expect(host.callsOf('seal')).toEqual([{ purpose: 'closing_meeting' }]))
})

test('the checkpoint is there as text and as a code, and the text can be copied', async () => {
  const note = 'assay/d1\n9\nabc=\n\n— Rita sig\n'
  opened({ checkpoint: () => ({ note, origin: 'assay/d1', size: 9, root: 'ab'.repeat(32), qr: ['101', '010', '110'] }) })
  const write = vi.fn(() => Promise.resolve())
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } })
  await fireEvent.click(await screen.findByText('Checkpoint'))
  expect(await screen.findByText('your first 9 entries')).toBeTruthy()
  await fireEvent.click(screen.getByText('Copy'))
  expect(write, 'the whole note, to its last line break').toHaveBeenCalledWith(note)
  const code = document.querySelector('svg[shape-rendering="crispEdges"]')
  expect(code?.getAttribute('viewBox'), 'four light modules around three').toBe('0 0 11 11')
  expect(code?.querySelector('rect')?.getAttribute('fill'), 'light in every theme').toBe('white')
})

test('the path of a code holds every dark module and no light one', () => {
  expect(pathOf(['101', '011'])).toBe('M4 4h1v1h-1zM6 4h1v1h-1zM5 5h2v1h-2z')
})
