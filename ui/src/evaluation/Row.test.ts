import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { RowView } from '../host/host'
import { mockHost } from '../host/mock'
import { alarm, all, the } from '../test/find'
import { changed, deskWith, event, evidence, finding, line, row } from '../test/rows'
import Row from './Row.svelte'

beforeEach(() => localStorage.clear())
vi.setConfig({ testTimeout: 60_000 })

interface Options {
  object?: string
  read_only?: string
  onmove?: (delta: number) => void
  focusOn?: 'evidence'
  draftVerdict?: string
}

async function open(view: RowView, { object = 'component', read_only, onmove = () => undefined, focusOn, draftVerdict }: Options = {}) {
  let answer = view
  const host = mockHost({
    row: () => answer,
    draft_set: () => ({}),
    record: () => ({ changed: changed([line(view.line.row)]), recorded: [view.line.row], refused: [] }),
    take_back: () => changed([line(view.line.row)]),
    evidence: () => ({ items: [], classes: [], projects: [] }),
  })
  const desk = deskWith(host, { object, read_only: read_only ?? null })
  const shown = render(Row, { desk, row: view.line.row, onmove, focusOn, draftVerdict })
  await screen.findByText(view.line.requirement, { selector: 'h2' })
  return { host, desk, ...shown, next: (other: RowView) => (answer = other) }
}
const rationale = () => the<HTMLTextAreaElement>('textbox', /^Rationale/)

test('a verdict is recorded with its rationale, the linked evidence and the mode', async () => {
  const { host } = await open(row('CR 1.1', { evidence: [{ item: evidence('a'), in_verdict: false, linked: true }] }))
  await fireEvent.click(the('radio', 'Fulfilled'))
  await fireEvent.input(rationale(), { target: { value: 'Login seen in test 4' } })
  await fireEvent.click(the('radio', 'Met by the component'))
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() => expect(host.callsOf('record'), 'one press records once').toHaveLength(1))
  expect(host.callsOf('record')[0], 'what is recorded is what the form shows').toEqual({
    rows: ['CR 1.1'],
    entry: {
      verdict: 'fulfilled',
      rationale: 'Login seen in test 4',
      evidence: ['a'.repeat(64)],
      mode: 'by_component',
    },
  })
})

test('evidence that is unticked is not named, and the reason for having none is asked for', async () => {
  const { host } = await open(row('CR 1.1', { evidence: [{ item: evidence('a'), in_verdict: false, linked: true }] }))
  await fireEvent.click(the('radio', 'Not fulfilled'))
  await fireEvent.click(the('checkbox', 'Document A'))
  const why = the('textbox', 'Why no evidence is named')
  await fireEvent.input(why, { target: { value: 'The vendor has none' } })
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() => expect(host.callsOf('record')).toHaveLength(1))
  expect(host.callsOf('record')[0]?.entry, 'the link stays, the verdict names nothing').toMatchObject({ evidence: [], no_evidence: 'The vendor has none' })
})

test('a negative verdict asks for a finding and records it together', async () => {
  const { host } = await open(row('CR 1.1'))
  await fireEvent.click(the('radio', 'Not fulfilled'))
  expect(all('radio', 'Observation'), 'an observation carries no negative verdict').toEqual([])
  await fireEvent.click(the('radio', 'Major'))
  await fireEvent.input(the('textbox', /^What is missing/), { target: { value: 'Port 5 is open' } })
  await fireEvent.input(the('textbox', /^Why this grade/), { target: { value: 'No login at all' } })
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() => expect(host.callsOf('record')).toHaveLength(1))
  expect(host.callsOf('record')[0]?.entry.finding, 'verdict and finding are one change').toEqual({
    grade: 'major',
    reason: 'No login at all',
    statement: 'Port 5 is open',
  })
})

test('an open finding makes another one unnecessary', async () => {
  await open(row('CR 1.1', { findings: [finding('F-1')] }))
  await fireEvent.click(the('radio', 'Not fulfilled'))
  expect(screen.queryByText(/needs a finding/), 'F-1 stands already').toBeNull()
})

test('a refusal stands at the form with what to do, and the text stays', async () => {
  const { host } = await open(row('CR 1.1'))
  host.answer('record', () => ({
    changed: null,
    recorded: [],
    refused: [{ row: 'CR 1.1', problem: { code: 'refusal-verdict-needs-evidence', args: { place: 'CR 1.1' }, more: [] } }],
  }))
  await fireEvent.click(the('radio', 'Fulfilled'))
  await fireEvent.input(rationale(), { target: { value: 'Seen' } })
  await fireEvent.click(the('button', 'Record'))
  const alert = await alarm()
  expect(alert, 'what is wrong').toContain('a verdict needs evidence')
  expect(alert, 'what to do here, not on the command line').toContain('Link or add evidence')
  expect(rationale().value, 'a refusal takes nothing away').toBe('Seen')
})

test('what is typed is kept as a draft, and handed over when the row is left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const { host, unmount } = await open(row('CR 1.1'))
    await fireEvent.click(the('radio', 'Inconclusive'))
    await fireEvent.input(rationale(), { target: { value: 'The log is' } })
    vi.advanceTimersByTime(399)
    expect(host.callsOf('draft_set'), 'not with every key').toHaveLength(0)
    vi.advanceTimersByTime(1)
    await tick()
    expect(host.callsOf('draft_set').at(-1)).toEqual({ subject: 'CR 1.1', texts: { verdict: 'inconclusive', rationale: 'The log is' } })
    await fireEvent.input(rationale(), { target: { value: 'The log is missing' } })
    unmount()
    expect(host.callsOf('draft_set').at(-1)?.texts.rationale, 'leaving must not lose the last words').toBe('The log is missing')
  } finally {
    vi.useRealTimers()
  }
})

test('the window that closes takes the draft with it', async () => {
  const { host, desk } = await open(row('CR 1.1'))
  await fireEvent.click(the('radio', 'Inconclusive'))
  await desk.flush()
  expect(host.callsOf('draft_set').at(-1)?.texts, 'nothing waits for a timer any more').toEqual({ verdict: 'inconclusive' })
})

test('a draft is in the form again, and the recorded text can be taken back', async () => {
  const verdict = { event: 'e', verdict: 'inconclusive', rationale: 'Recorded words', evidence: [], no_evidence: null, ml: null, lowered_claim: null, sub_points: [], author: 'Ada Berg', time: '2026-11-22T09:00:00Z', holds: true }
  await open(row('CR 1.1', { verdict, draft: { rationale: 'Half a senten' } }))
  expect(rationale().value, 'what was being written comes first').toBe('Half a senten')
  await fireEvent.click(the('button', 'Take the recorded text'))
  expect(rationale().value).toBe('Recorded words')
})

test('a change elsewhere is shown and does not touch what is being written', async () => {
  const first = row('CR 1.1')
  const { desk, host, next } = await open(first)
  await fireEvent.click(the('radio', 'Inconclusive'))
  await fireEvent.input(rationale(), { target: { value: 'Unfinished' } })
  next(row('CR 1.1', { remarks: [{ text: 'remark-fulfilment-missing', args: { requirement: 'CR 1.1' }, subject: 'CR 1.1' }] }))
  desk.open?.take(changed([line('CR 2.1')]))
  expect(host.callsOf('row'), 'another row is no reason to ask again').toHaveLength(1)
  desk.open?.take(changed([line('CR 1.1')]))
  await screen.findByText(/not recorded by what/)
  expect(rationale().value, 'the words in the form are the person’s').toBe('Unfinished')
})

test('competing values stand side by side, and taking one prefills the form and asks for the reason', async () => {
  const value = (author: string, verdict: string, words: string) => ({ event: author, author, time: '2026-11-22T09:00:00Z', args: { verdict, rationale: words }, evidence: [] })
  const view = row('CR 1.1', { conflicts: [{ field: 'verdict', values: [value('Ada', 'fulfilled', 'Login works'), value('Ben', 'not_fulfilled', 'Port 5 open')] }] }, { conflicts: ['verdict'] })
  await open(view)
  const table = screen.getByRole('table')
  expect(within(table).getAllByRole('columnheader'), 'one column for each').toHaveLength(2)
  await fireEvent.click(the('button', 'Take this one: Ben', table))
  await waitFor(() => expect(document.activeElement, 'the rationale is to be completed').toBe(rationale()))
  expect(rationale().value).toBe('Port 5 open')
  expect(the('radio', 'Not fulfilled').getAttribute('aria-checked'), 'his verdict is chosen').toBe('true')
})

test('a maturity level below the declared one asks why the claim is lowered', async () => {
  const { host } = await open(row('SP.01.01 BR @integration'), { object: 'service_provider' })
  await fireEvent.click(the('radio', 'Pass'))
  const level = the('combobox', 'Evaluated maturity level')
  await fireEvent.change(level, { target: { value: '2' } })
  await fireEvent.input(the('textbox', /^Why the claim is lowered/), { target: { value: 'No project yet' } })
  await fireEvent.click(the('button', 'Record'))
  await waitFor(() => expect(host.callsOf('record')).toHaveLength(1))
  expect(host.callsOf('record')[0]?.entry, 'level and reason go together').toMatchObject({ ml: 2, lowered_claim: 'No project yet' })
  expect(screen.queryByText('Mode of fulfilment'), 'a service provider has no such thing').toBeNull()
})

test('"not applicable" sends the justification and the confirmation', async () => {
  const { host } = await open(row('NDR 1.6'))
  await fireEvent.click(the('radio', 'Not applicable'))
  const form = the('region', /^Verdict/)
  await fireEvent.input(the('textbox', /^Justification/, form), { target: { value: 'No wireless interface, design 3.1' } })
  await fireEvent.click(the('checkbox', /confirm/, form))
  await fireEvent.click(the('button', 'Record', form))
  await waitFor(() => expect(host.callsOf('record')).toHaveLength(1))
  expect(host.callsOf('record')[0]?.entry).toEqual({
    verdict: 'not_applicable',
    rationale: 'No wireless interface, design 3.1',
    not_applicable: 'No wireless interface, design 3.1',
    confirm: true,
  })
})

test('letters choose a verdict among the verdicts alone, and Ctrl+Enter records', async () => {
  const { host } = await open(row('CR 1.1'))
  await fireEvent.keyDown(the('radio', 'Fulfilled'), { key: 'i' })
  expect(the('radio', 'Inconclusive').getAttribute('aria-checked')).toBe('true')
  await fireEvent.keyDown(rationale(), { key: 'f' })
  expect(the('radio', 'Inconclusive').getAttribute('aria-checked'), 'a letter in a text is a letter').toBe('true')
  await fireEvent.input(rationale(), { target: { value: 'No access' } })
  await fireEvent.keyDown(rationale(), { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(host.callsOf('record')).toHaveLength(1))
})

test('the next row is one key away from anywhere inside', async () => {
  const onmove = vi.fn()
  await open(row('CR 1.1'), { onmove })
  await fireEvent.keyDown(the('button', /^Guidance/), { key: 'ArrowDown', altKey: true })
  expect(onmove).toHaveBeenCalledWith(1)
})

test('a verdict that was pressed in the list is in the form, with the focus on the rationale', async () => {
  await open(row('CR 1.1'), { draftVerdict: 'fulfilled' })
  expect(the('radio', 'Fulfilled').getAttribute('aria-checked')).toBe('true')
  await waitFor(() => expect(document.activeElement, 'the next thing is to say why').toBe(rationale()))
})

test('the history is told in words, struck where it was taken back, and own entries can be taken back', async () => {
  localStorage.setItem('assay.fold.row-history', 'open')
  const { host } = await open(
    row('CR 1.1', {
      history: [
        event('log-verdict-set', { row: 'CR 1.1', verdict: 'fulfilled', rationale: 'Seen' }, { id: 'new', can_undo: true }),
        event('log-verdict-set', { row: 'CR 1.1', verdict: 'not_fulfilled', rationale: 'Open' }, { id: 'old', void: true }),
      ],
    }),
  )
  expect(screen.getByText('CR 1.1: Fulfilled. Seen'), 'a code is told as its word').toBeTruthy()
  const old = screen.getByText('CR 1.1: Not fulfilled. Open').closest('li')
  expect(old?.textContent, 'struck out is also said in a word').toContain('taken back')
  await fireEvent.click(the('button', 'Take back'))
  await waitFor(() => expect(host.callsOf('take_back')).toEqual([{ id: 'new' }]))
})

test('a claim shows where it stands and that it changed', async () => {
  await open(
    row('CR 1.1', {
      claims: [
        {
          event: 'c',
          response: { cell: 'D14', text: '<b>Yes</b>', whole: null },
          meaning: 'met',
          evidence: [{ cell: 'E14', text: 'manual 4.2', whole: null }],
          comment: null,
          declared: null,
          id: { cell: 'A14', text: 'CR1.1', whole: null },
          file_name: 'answers.xlsx',
          file: 'f'.repeat(64),
          sheet: 'Answers',
          line: 14,
          author: 'Ada Berg',
          time: '2026-11-20T09:00:00Z',
          changed: true,
          notes: [{ cell: 'D14', author: 'Vera', text: '<i>from 4.0 on</i>' }],
          removed_in: 'answers-v2.xlsx',
        },
      ],
    }),
  )
  expect(screen.getByText('<b>Yes</b>'), 'the vendor’s text is text').toBeTruthy()
  expect(screen.getByText(/answers\.xlsx, sheet Answers, cell D14, row 14/), 'the place can be found again').toBeTruthy()
  expect(screen.getByText('Changed since the verdict')).toBeTruthy()
  expect(screen.getByText('<i>from 4.0 on</i>').textContent, 'a comment at a cell says where it stands and whose it is').toContain('Comment at D14 by Vera')
  expect(screen.getByText('No longer answered in answers-v2.xlsx'), 'that a newer file is silent is said').toBeTruthy()
})

test('where nothing can be recorded, nothing offers to', async () => {
  await open(row('CR 1.1'), { read_only: 'received' })
  expect(the<HTMLButtonElement>('radio', 'Fulfilled').disabled).toBe(true)
  expect(all('button', 'Add files')).toEqual([])
  expect(all('button', 'Raise a finding')).toEqual([])
})

test('a closed section stays closed for the next row', async () => {
  const { rerender, next } = await open(row('CR 1.1'))
  await fireEvent.click(the('button', /^Guidance/))
  next(row('CR 1.2'))
  await rerender({ row: 'CR 1.2' })
  await screen.findByText('CR 1.2', { selector: 'h2' })
  expect(the('button', /^Guidance/).getAttribute('aria-expanded'), 'it was closed on purpose').toBe('false')
})
