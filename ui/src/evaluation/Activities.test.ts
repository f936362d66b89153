import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ActivityView } from '../host/host'
import { mockHost } from '../host/mock'
import { alarm, all, soon, the } from '../test/find'
import { activity, changed, deskWith, evidence } from '../test/rows'
import Activities from './Activities.svelte'

beforeEach(() => localStorage.clear())
vi.setConfig({ testTimeout: 60_000 })

const passed = { verdict: 'pass', rationale: 'All handed in', evidence: ['a'.repeat(64)], no_evidence: null, author: 'Ada Berg', time: '2026-11-22T09:00:00Z' }
const some = [
  activity('LC-1', { group: 'lifecycle', clause: '5.3.1', verb: 'check', verdict: passed, evidence: [evidence('a')] }),
  activity('CTX-1', { verb: 'check', reference: 'EA-3' }),
  activity('CTX-2', { blocked_by: 'CTX-1', confidence: 'low' }),
  activity('DES-1', { step: 2, group: 'design', clause: '5.5', blocked_by: 'CTX-1' }),
]

async function open(activities: ActivityView[] = some, more: Parameters<typeof deskWith>[1] = {}) {
  const host = mockHost({ activities: () => ({ activities }), activity_record: () => changed(), draft_set: () => ({}) })
  const desk = deskWith(host, more)
  desk.go('activities')
  const shown = render(Activities, { desk })
  if (more?.object !== 'service_provider') await waitFor(() => expect(document.querySelector('[data-activity]')).not.toBeNull())
  return { host, desk, ...shown }
}
const item = (id: string) => document.querySelector<HTMLElement>(`[data-activity="${id}"]`) as HTMLElement
const shownOne = () => document.querySelector('.activity h2')?.textContent

test('the steps stand in the order of the method, with the first open one shown', async () => {
  await open()
  expect([...document.querySelectorAll<HTMLElement>('[data-activity]')].map((one) => one.dataset.activity)).toEqual(['LC-1', 'CTX-1', 'CTX-2', 'DES-1'])
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(expect.arrayContaining(['Step 1', 'Step 2']))
  expect(shownOne(), 'that is where the work goes on').toBe('CTX-1')
})

test('each says its verb, its verdict and, only where known, its reference', async () => {
  await open()
  expect(item('CTX-1').textContent).toMatch(/Open.*check · EA-3/s)
  expect(item('CTX-2').textContent, 'no reference is made up').toMatch(/examine(?! ·)/)
  expect(item('CTX-2').textContent, 'uncertain facts are said to be so').toContain('Not verified')
})

test('one that has to wait says for what', async () => {
  const { desk } = await open()
  expect(item('CTX-2').textContent).toContain('comes after CTX-1, which is still open')
  desk.go('activities', 'DES-1')
  await waitFor(() => expect(shownOne()).toBe('DES-1'))
  await fireEvent.click(the('button', 'CTX-1'))
  await waitFor(() => expect(shownOne(), 'one press leads to what is in the way').toBe('CTX-1'))
})

test('up and down go through the list', async () => {
  await open()
  item('CTX-1').focus()
  await fireEvent.keyDown(item('CTX-1'), { key: 'ArrowDown' })
  await waitFor(() => expect(document.activeElement).toBe(item('CTX-2')))
  expect(shownOne()).toBe('CTX-2')
  await fireEvent.keyDown(item('CTX-2'), { key: 'ArrowUp' })
  await waitFor(() => expect(document.activeElement).toBe(item('CTX-1')))
})

test('p begins a pass with the focus on the rationale, and recording names what is linked', async () => {
  const { host } = await open([activity('CTX-1', { evidence: [evidence('a')] })])
  await fireEvent.keyDown(item('CTX-1'), { key: 'p' })
  const why = await soon<HTMLTextAreaElement>('textbox', /^Rationale/)
  await waitFor(() => expect(document.activeElement, 'a key alone records nothing').toBe(why))
  expect(host.callsOf('activity_record')).toHaveLength(0)
  await fireEvent.input(why, { target: { value: 'All items handed in' } })
  await fireEvent.keyDown(why, { key: 'Enter', ctrlKey: true })
  await waitFor(() =>
    expect(host.callsOf('activity_record')).toEqual([{ activity: 'CTX-1', verdict: 'pass', rationale: 'All items handed in', evidence: ['a'.repeat(64)] }]),
  )
})

test('a fail needs a finding, a letter in the text is a letter', async () => {
  const { host } = await open([activity('CTX-1')])
  await fireEvent.keyDown(item('CTX-1'), { key: 'x' })
  const why = await soon('textbox', /^Rationale/)
  await fireEvent.keyDown(why, { key: 'p' })
  await fireEvent.input(why, { target: { value: 'No threat model' } })
  await fireEvent.input(the('textbox', 'Why no evidence is named'), { target: { value: 'None was given' } })
  await fireEvent.click(the('radio', 'Major'))
  await fireEvent.input(the('textbox', 'What is missing'), { target: { value: 'The threat model' } })
  await fireEvent.input(the('textbox', 'Why this grade'), { target: { value: 'All rests on it' } })
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() =>
    expect(host.callsOf('activity_record')).toEqual([
      {
        activity: 'CTX-1',
        verdict: 'fail',
        rationale: 'No threat model',
        evidence: [],
        no_evidence: 'None was given',
        finding: { grade: 'major', reason: 'All rests on it', statement: 'The threat model' },
      },
    ]),
  )
})

test('what was being written is there again, and is kept for the activity', async () => {
  const { host, desk } = await open([activity('CTX-1', { draft: { verdict: 'inconclusive', rationale: 'Half a' } })])
  const why = await soon<HTMLTextAreaElement>('textbox', /^Rationale/)
  expect(why.value).toBe('Half a')
  await fireEvent.input(why, { target: { value: 'Half a sentence' } })
  await desk.flush()
  expect(host.callsOf('draft_set').at(-1)).toEqual({ subject: 'CTX-1', texts: { verdict: 'inconclusive', rationale: 'Half a sentence' } })
})

test('a refusal stands at the form', async () => {
  const { host } = await open([activity('CTX-1', { draft: { verdict: 'pass', rationale: 'Seen' } })])
  host.answer('activity_record', () => {
    throw { code: 'refusal-verdict-needs-evidence', args: { place: 'CTX-1' } }
  })
  await fireEvent.click(await soon('button', 'Record'))
  expect(await alarm()).toContain('CTX-1: a verdict needs evidence')
})

test('for a service provider it says where the work is', async () => {
  const { desk, host } = await open([], { object: 'service_provider' })
  await fireEvent.click(await soon('button', 'To the worklist'))
  expect(desk.screen).toBe('worklist')
  expect(host.calls.length, 'there is nothing to ask for that could be shown').toBeLessThanOrEqual(1)
  expect(all('radio', 'Pass')).toEqual([])
})
