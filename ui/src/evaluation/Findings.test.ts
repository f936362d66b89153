import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { FindingView } from '../host/host'
import { mockHost } from '../host/mock'
import { alarm, all, soon, the } from '../test/find'
import { changed, deskWith, evidence, finding, register } from '../test/rows'
import { arranged, columns } from './board'
import Findings from './Findings.svelte'

beforeEach(() => localStorage.clear())
vi.setConfig({ testTimeout: 60_000 })

const some = [
  finding('F-1', { grade: 'minor' }),
  finding('F-2', { state: 'plan_proposed', due: '2026-11-01', overdue: true, next: ['plan_accepted', 'accepted', 'withdrawn'] }),
  finding('F-3', { state: 'implemented', next: ['closed', 'accepted', 'withdrawn'], subject: 'CTX-1', subject_kind: 'activity' }),
  finding('F-4', { state: 'closed', open: false, next: [] }),
]

async function open(findings: FindingView[] = some, more: Parameters<typeof deskWith>[1] = {}) {
  const host = mockHost({
    findings: () => ({ findings }),
    evidence: () => register([evidence('a')]),
    finding_move: () => changed(),
    finding_raise: () => changed(),
    draft_set: () => ({}),
  })
  const desk = deskWith(host, more)
  desk.go('findings')
  const shown = render(Findings, { desk })
  await screen.findByRole('heading', { name: 'Findings' })
  if (findings.length > 0) await waitFor(() => expect(document.querySelector('[data-finding]')).not.toBeNull())
  return { host, desk, ...shown }
}
const tile = (number: string) => document.querySelector<HTMLElement>(`[data-finding="${number}"]`)
const numbers = () => [...document.querySelectorAll<HTMLElement>('[data-finding]')].map((one) => one.dataset.finding)

test('what is overdue comes first, then what is graver', () => {
  const wanted = { open: false, grade: '', overdue: false }
  const order = arranged([finding('F-10', { grade: 'observation' }), finding('F-9', { grade: 'minor', overdue: true }), finding('F-2')], wanted)
  expect(order.map(({ number }) => number)).toEqual(['F-9', 'F-2', 'F-10'])
})

test('open findings stand in columns by state; closed ones are one tick away', async () => {
  await open()
  expect(numbers(), 'F-4 is closed').toEqual(['F-1', 'F-2', 'F-3'])
  await fireEvent.click(the('checkbox', 'Open only'))
  expect(numbers()).toContain('F-4')
  expect(columns(some, false).at(-1)?.state, 'a withdrawn column only where there is one').toBe('closed')
})

test('a card says grade, state and that it is overdue in words', async () => {
  await open()
  await fireEvent.click(the('button', 'List'))
  expect(tile('F-2')?.textContent).toMatch(/Major.*Plan proposed.*Overdue since 2026-11-01/s)
  expect(localStorage.getItem('assay.findings.view'), 'the view is remembered').toBe('list')
})

test('the arrows go from card to card and from column to column', async () => {
  await open()
  tile('F-1')?.focus()
  await fireEvent.keyDown(tile('F-1') as HTMLElement, { key: 'ArrowRight' })
  await waitFor(() => expect(document.activeElement, 'empty columns are passed over').toBe(tile('F-2')))
  await fireEvent.keyDown(tile('F-2') as HTMLElement, { key: 'ArrowLeft' })
  await waitFor(() => expect(document.activeElement).toBe(tile('F-1')))
})

test('m moves the focused card on, along its next states alone', async () => {
  const { host } = await open()
  await fireEvent.keyDown(tile('F-2') as HTMLElement, { key: 'm' })
  const state = await soon<HTMLSelectElement>('combobox', 'New state')
  expect([...state.options].map(({ value }) => value), 'no step is skipped').toEqual(['plan_accepted', 'accepted', 'withdrawn'])
  await fireEvent.input(the('textbox', 'Note'), { target: { value: 'Covers the cause' } })
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() =>
    expect(host.callsOf('finding_move')).toEqual([{ finding: 'F-2', state: 'plan_accepted', note: 'Covers the cause', due: null, evidence: [] }]),
  )
})

test('closing takes the evidence of the verification', async () => {
  const { host, desk } = await open()
  desk.go('findings', 'F-3')
  await fireEvent.click(await soon('button', 'Close'))
  await fireEvent.click(await soon('checkbox', 'Document A'))
  await fireEvent.input(the('textbox', 'Note'), { target: { value: 'Tested again' } })
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() => expect(host.callsOf('finding_move')[0]?.evidence, 'what was seen when it was verified').toEqual(['a'.repeat(64)]))
})

test('a proposed plan takes its due date; a refusal stands in the dialog and the note stays', async () => {
  const { host, desk } = await open()
  host.answer('finding_move', () => {
    throw { code: 'refusal-plan-needs-due-date', args: { place: 'F-1' } }
  })
  desk.go('findings', 'F-1')
  await fireEvent.click(await soon('button', 'Plan proposed'))
  const note = await soon<HTMLTextAreaElement>('textbox', 'Note')
  await fireEvent.input(note, { target: { value: 'A ticket per quarter' } })
  await fireEvent.click(the('button', 'Record'))
  expect(await alarm()).toContain('a plan needs a due date')
  expect(note.value).toBe('A ticket per quarter')
  await fireEvent.click(the('button', 'Cancel'))
  await fireEvent.click(the('button', 'Plan proposed'))
  expect((await soon<HTMLTextAreaElement>('textbox', 'Note')).value, 'a dialog closed by mistake loses nothing').toBe('A ticket per quarter')
  expect(host.callsOf('draft_set').at(-1), 'and neither does a crash').toEqual({ subject: 'F-1', texts: { note: 'A ticket per quarter' } })
})

test('a finding is raised on a row or on an activity', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Raise a finding'))
  const dialog = document.querySelector('dialog') as HTMLElement
  await fireEvent.input(the('textbox', 'Row or activity', dialog), { target: { value: 'CTX-1' } })
  await fireEvent.click(the('radio', 'Minor', dialog))
  await fireEvent.input(the('textbox', 'What is missing', dialog), { target: { value: 'No threat model' } })
  await fireEvent.input(the('textbox', 'Why this grade', dialog), { target: { value: 'Parts exist' } })
  await fireEvent.click(the('button', 'Raise a finding', dialog))
  await waitFor(() =>
    expect(host.callsOf('finding_raise')).toEqual([
      { activity: 'CTX-1', finding: { grade: 'minor', reason: 'Parts exist', statement: 'No threat model', evidence: [] } },
    ]),
  )
})

test('the subject of a finding is one press away', async () => {
  const { desk } = await open()
  await fireEvent.click(tile('F-3') as HTMLElement)
  await fireEvent.click(await soon('button', 'CTX-1'))
  expect([desk.screen, desk.place], 'an activity has its own screen').toEqual(['activities', 'CTX-1'])
})

test('without findings it says how one comes', async () => {
  await open([])
  expect(await screen.findByText(/raised with a negative verdict/)).toBeTruthy()
})

test('where nothing can be recorded, no step is offered', async () => {
  await open(some, { read_only: 'received' })
  await fireEvent.click(tile('F-1') as HTMLElement)
  await screen.findByRole('article', { name: 'F-1' })
  expect(all('button', 'Withdraw')).toEqual([])
  await fireEvent.keyDown(tile('F-1') as HTMLElement, { key: 'm' })
  expect(document.querySelector('dialog'), 'nor by the key').toBeNull()
})
