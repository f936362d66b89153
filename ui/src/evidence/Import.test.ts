import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import { mockHost, type Handlers } from '../host/mock'
import { headOf, provider } from '../test/dossiers'
import { changedOf, proposalOf } from '../test/imports'
import Import from './Import.svelte'

const file = { token: 't1', name: 'answers.xlsx', size: 4000 }

function opened(handlers: Handlers = {}, head = headOf()) {
  const host = mockHost({
    imports: () => ({ imports: [], problems: [] }),
    import_propose: () => proposalOf(),
    import_commit: () => ({ claims: 4, totals: proposalOf().totals, changed: changedOf() }),
    pick: () => [file],
    job_cancel: () => ({}),
    ...handlers,
  })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head)
  desk.screen = 'import'
  render(Import, { desk })
  return { host, desk }
}

const select = (label: RegExp | string) => screen.getByLabelText(label) as HTMLSelectElement
async function choose(label: RegExp | string, value: string) {
  const element = select(label)
  element.value = value
  await fireEvent.change(element)
}
async function toPreview() {
  await fireEvent.click(await screen.findByText('2 See what would be recorded'))
}

test('an empty screen offers a file, and what was chosen is read once', async () => {
  const { host } = opened()
  await fireEvent.click(await screen.findByText('Choose a file'))
  await screen.findByText('First values')
  expect(host.callsOf('pick').map(({ purpose }) => purpose), 'the dialog is the one for workbooks').toEqual(['workbook'])
  const [asked] = host.callsOf('import_propose')
  expect(asked?.file, 'the file is named by its token').toBe('t1')
  expect(asked?.columns ?? null, 'nothing was said yet, so the program guesses').toBeNull()
  expect(host.callsOf('import_commit'), 'looking records nothing').toHaveLength(0)
})

test('a dropped file and one handed over in the place are read as well', async () => {
  const { desk, host } = opened()
  expect(desk.offerDrop([file]), 'the screen takes it').toBe(true)
  await screen.findByText('First values')
  desk.place = 'file:t2|other.csv'
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.file, 'the newer file takes its place').toBe('t2'))
  expect(desk.place, 'it is not read again on the way back').toBeNull()
})

test('columns stand with heading, values and role in words', async () => {
  const { desk } = opened()
  desk.offerDrop([file])
  const role = (await screen.findByLabelText(/Column B, Compliance/)) as HTMLSelectElement
  expect(role.selectedOptions[0]?.textContent, 'a role is a word').toBe("Vendor's answer")
  const values = role.closest('tr')?.querySelectorAll('li')
  expect([...(values ?? [])].map((value) => value.textContent), 'five real values stand beside it').toEqual(['Yes', 'Yes', 'Teilweise', 'No', 'Yes'])
  expect(screen.getByText('6 known ids'), 'the id column says how many it knows').toBeTruthy()
})

test('another role is asked for with all columns, and a role that one column has is taken from the other', async () => {
  const { desk, host } = opened()
  desk.offerDrop([file])
  await screen.findByText('First values')
  await choose(/Column C, Remark/, 'response')
  await waitFor(() => expect(host.callsOf('import_propose'), 'it is read anew after a pause').toHaveLength(2))
  expect(host.callsOf('import_propose')[1]?.columns, 'only one column can hold the answer').toEqual({ A: 'id', B: 'ignore', C: 'response', D: 'ignore' })
  expect(host.callsOf('import_propose')[1]?.sheet, 'the sheet is not guessed anew').toBe('Answers')
})

test('answers that ask come first, and nothing is assumed for them', async () => {
  const { desk, host } = opened()
  desk.offerDrop([file])
  await screen.findByText('One answer has no meaning yet.')
  const answers = [...document.querySelectorAll('[aria-labelledby="answers"] tbody th')].map((cell) => cell.textContent)
  expect(answers, 'the one that asks is on top although it is rare').toEqual(['Teilweise', 'Yes', 'No'])
  expect(select('Meaning of the answer Teilweise').value, 'no meaning is preselected').toBe('')
  host.answer('import_propose', () =>
    proposalOf({ answers: proposalOf().answers.map((one) => (one.answer === 'Teilweise' ? { ...one, meaning: 'partial' } : one)) }),
  )
  await choose('Meaning of the answer Teilweise', 'partial')
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.values).toEqual({ Teilweise: 'partial' }))
  await screen.findByText('Every answer has a meaning.')
  const after = [...document.querySelectorAll('[aria-labelledby="answers"] tbody th')].map((cell) => cell.textContent)
  expect(after, 'the answered one does not jump away').toEqual(['Teilweise', 'Yes', 'No'])
})

test('the preview accounts for every row of the sheet, and its four lists add up', async () => {
  const { desk } = opened()
  desk.offerDrop([file])
  await toPreview()
  expect(screen.getByText('10 of 10 rows accounted for')).toBeTruthy()
  const notes = [...document.querySelectorAll('[role="tab"] .note')].map((note) => Number(note.textContent))
  expect(notes, 'matched, not recognised, duplicates, skipped').toEqual([3, 1, 1, 5])
  expect(notes.reduce((sum, n) => sum + n, 0), 'no row is lost between them').toBe(10)
  await fireEvent.click(screen.getByText('Not recognised'))
  expect(await screen.findByText(/Nearest: CR 5.1. Nothing was applied/), 'a suggestion stays one').toBeTruthy()
  await fireEvent.click(screen.getByText('Duplicates and contradictions'))
  expect((await screen.findAllByText(/another answer: both are recorded as competing claims/)).length, 'a contradiction is said').toBeGreaterThan(0)
  await fireEvent.click(screen.getByText('Skipped'))
  expect(await screen.findByText('bare section number without an answer'), 'every skipped row has its reason').toBeTruthy()
})

test('numbers that do not add up are said, not smoothed over', async () => {
  const { desk } = opened({ import_propose: () => proposalOf({ row_count: 12 }) })
  desk.offerDrop([file])
  await toPreview()
  expect(screen.getByText('10 of 12 rows accounted for'), 'the sum is made from what is shown').toBeTruthy()
  expect(screen.getByText(/do not add up to the rows of the sheet/)).toBeTruthy()
})

test('recording answers with the result, and undo is offered while it is the newest change', async () => {
  const { desk, host } = opened({ undo: () => changedOf() })
  desk.offerDrop([file])
  await toPreview()
  await fireEvent.click(screen.getByText('Record 4 claims'))
  expect(await screen.findByText('4 claims of answers.xlsx are recorded.')).toBeTruthy()
  expect(host.callsOf('import_commit')[0], 'the proposal that was shown').toMatchObject({ proposal: 'p1', again: false })
  expect(desk.open?.status.entry, 'the mark in the header follows').toBe(12)
  const undo = screen.getByText('Undo this import').closest('button')
  expect(undo?.disabled, 'it can be undone at once').toBe(false)
  desk.open?.take(changedOf())
  await waitFor(() => expect(undo?.disabled, 'after another change undo would take back that one').toBe(true))
})

test('a file that was imported before asks first', async () => {
  const { desk, host } = opened({ import_propose: () => proposalOf({ already: true }) })
  desk.offerDrop([file])
  await toPreview()
  await fireEvent.click(screen.getByText('Record 4 claims'))
  expect(host.callsOf('import_commit'), 'nothing is recorded before the answer').toHaveLength(0)
  await fireEvent.click(await screen.findByText('Record it again'))
  await waitFor(() => expect(host.callsOf('import_commit')[0]?.again, 'the second time is asked for').toBe(true))
})

test('rows without a role ask for it and can not be recorded before', async () => {
  const unplaced = [{ line: 2, requirement: 'SP.01.01 BR', why: 'role-missing', word: '' }]
  const { desk, host } = opened(
    { import_propose: ({ role }) => proposalOf(role ? {} : { unplaced }) },
    headOf({ checklist: provider, roles: ['integration', 'maintenance'] }),
  )
  desk.offerDrop([file])
  await toPreview()
  const commit = () => screen.getByText('Record 4 claims').closest('button')
  expect(commit()?.disabled, 'a claim without a row would be lost').toBe(true)
  expect(select('Role for these rows').value, 'no role is assumed').toBe('')
  await choose('Role for these rows', 'all')
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.role).toBe('all'))
  await waitFor(() => expect(commit()?.disabled, 'now every claim has its row').toBe(false))
})

test('a mapping that is refused keeps the old preview from being recorded', async () => {
  const { desk, host } = opened()
  desk.offerDrop([file])
  await screen.findByText('First values')
  host.answer('import_propose', () => {
    throw { code: 'evidence-mapping-no-id-column', args: { what: '' } }
  })
  await choose(/Column A, Id/, 'ignore')
  expect(await screen.findByText('No column holds the requirement ids.')).toBeTruthy()
  await toPreview()
  expect(screen.getByText('Record 4 claims').closest('button')?.disabled, 'what is shown is not what was said').toBe(true)
})

test('reading shows how far it is and can be stopped', async () => {
  let refuse: (problem: unknown) => void = () => undefined
  const { desk, host } = opened({ import_propose: () => new Promise((_, reject) => (refuse = reject)) })
  desk.offerDrop([file])
  await screen.findByText('Reading answers.xlsx')
  const job = host.callsOf('import_propose')[0]?.job ?? ''
  host.emit('progress', { job, done: 30, total: 120 })
  expect(await screen.findByText('30 of 120')).toBeTruthy()
  await fireEvent.click(screen.getByText('Cancel'))
  expect(host.callsOf('job_cancel').map((one) => one.job), 'the program is told').toContain(job)
  refuse({ code: 'evidence-read-cancelled', args: {} })
  expect(await screen.findByText('Choose a file'), 'one is back at the beginning').toBeTruthy()
  expect(screen.queryByRole('alert'), 'stopping is no fault').toBeNull()
})

test('a file that can not be read says why and what to do', async () => {
  const { desk } = opened({
    import_propose: () => {
      throw { code: 'evidence-read-encrypted', args: { file: 'answers.xlsx' } }
    },
  })
  desk.offerDrop([file])
  expect(await screen.findByText(/protected by a password/)).toBeTruthy()
  expect(screen.getByText('Ask the vendor for a copy without a password.'), 'with a way forward').toBeTruthy()
})

test('where nothing may be recorded no file is taken', async () => {
  const { desk } = opened({}, headOf({ read_only: 'received' }))
  expect(await screen.findByText('Nothing can be imported here')).toBeTruthy()
  expect(desk.offerDrop([file]), 'a dropped file is left to others').toBe(false)
})

test('earlier imports are listed with their account', async () => {
  opened({
    imports: () => ({
      imports: [{ file_name: 'first.csv', sha256: 'cd'.repeat(32), sheet: 'first', totals: [{ code: 'matched', rows: 90 }, { code: 'blank', rows: 0 }], author: 'Rita Petersen', time: '2026-11-24T10:00:00Z' }],
      problems: [],
    }),
  })
  expect(await screen.findByText('first.csv')).toBeTruthy()
  expect(screen.getByText('matched: 90'), 'what was not there is not listed').toBeTruthy()
})
