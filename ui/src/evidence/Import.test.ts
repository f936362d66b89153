import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import { mockHost, type Handlers } from '../host/mock'
import { toasts } from '../parts/toasts.svelte'
import { headOf, provider } from '../test/dossiers'
import { the } from '../test/find'
import { answer, changedOf, doneOf, ledgerRow, proposalOf, sinceOf } from '../test/imports'
import Import from './Import.svelte'

beforeEach(() => {
  localStorage.clear()
  toasts.list = []
})

const file = { token: 't1', name: 'answers.xlsx', size: 4000 }

function opened(handlers: Handlers = {}, head = headOf()) {
  const host = mockHost({
    imports: () => ({ imports: [], problems: [] }),
    import_propose: () => proposalOf(),
    import_commit: () => doneOf(),
    mappings: () => ({ mappings: [], problems: [] }),
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
  const answers = [...document.querySelectorAll('[aria-labelledby="answers"] tbody .answer')].map((cell) => cell.textContent)
  expect(answers, 'the one that asks is on top although it is rare').toEqual(['Teilweise', 'Yes', 'No'])
  expect(select('Meaning of the answer Teilweise').value, 'no meaning is preselected').toBe('')
  host.answer('import_propose', () =>
    proposalOf({ answers: proposalOf().answers.map((one) => (one.answer === 'Teilweise' ? { ...one, meaning: 'partial' } : one)) }),
  )
  await choose('Meaning of the answer Teilweise', 'partial')
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.values).toEqual({ Teilweise: 'partial' }))
  await screen.findByText('Every answer has a meaning.')
  const after = [...document.querySelectorAll('[aria-labelledby="answers"] tbody .answer')].map((cell) => cell.textContent)
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

test('a kept mapping says how it fits, can be put aside, and stays while a column is changed', async () => {
  const mapping = { name: 'Maker', exact: false, new_headings: ['Remark'], gone_headings: ['Note'] }
  const { desk, host } = opened({ import_propose: () => proposalOf({ mapping, mappings: ['Maker', 'Other'] }) })
  desk.offerDrop([file])
  const line = (await screen.findByText(/Read with the kept mapping Maker; it fits by its columns/)).textContent
  expect(line, 'headings it does not know').toContain('It does not know: Remark.')
  expect(line, 'headings the table lacks').toContain('It knows and the table lacks: Note.')
  expect(select('Read with').value, 'the one that was applied is chosen').toBe('Maker')
  await choose(/Column C, Remark/, 'ignore')
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.columns, 'the change is asked for').toBeTruthy())
  expect(host.callsOf('import_propose').at(-1)?.mapping, 'no other mapping takes its place').toBe('Maker')
  await choose('Read with', '')
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.mapping, 'an empty name reads without any').toBe(''))
  expect(host.callsOf('import_propose').at(-1)?.columns, 'the columns are guessed anew').toBeNull()
})

test('how a table is read is kept under a name, and every reason against it is said', async () => {
  const { desk, host } = opened({ mapping_keep: () => ({}) })
  desk.offerDrop([file])
  await fireEvent.click(await screen.findByText('Keep this mapping…'))
  expect(the<HTMLButtonElement>('button', 'Keep').disabled, 'not without a name').toBe(true)
  host.answer('mapping_keep', () => {
    throw { code: 'mapping-not-kept', args: { name: 'Maker' }, more: [{ code: 'evidence-misfit-column-without-heading', args: { what: 'D' } }] }
  })
  await fireEvent.input(the('textbox', /^Name/), { target: { value: ' Maker ' } })
  await fireEvent.click(the('button', 'Keep'))
  expect(await screen.findByText(/Column D has no heading/), 'the reason stands in the dialog').toBeTruthy()
  host.answer('mapping_keep', () => ({}))
  await fireEvent.click(the('button', 'Keep'))
  await waitFor(() => expect(toasts.list.map(({ text }) => text), 'it is said that it is kept').toContain('The mapping Maker is kept.'))
  expect(host.callsOf('mapping_keep').at(-1), 'the proposal that is shown').toEqual({ proposal: 'p1', name: 'Maker' })
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.mapping, 'it is read with it from now on').toBe('Maker'))
})

test('what is hidden in the file is marked, and its rows are taken only when asked for', async () => {
  const hidden = proposalOf({ hidden_rows: 3, sheet: 'Old' })
  const columns = hidden.columns.map((column) => ({ ...column, hidden: column.letters === 'D' }))
  const { desk, host } = opened({ import_propose: () => ({ ...hidden, columns }) })
  desk.offerDrop([file])
  const box = (await screen.findByLabelText('Take the 3 hidden rows too')) as HTMLInputElement
  expect(box.checked, 'hidden rows are left out unless a person wants them').toBe(false)
  expect(screen.getByText('Old (2 known ids, hidden in the file)'), 'a hidden sheet can be chosen and says so').toBeTruthy()
  const row = screen.getByLabelText(/Column D/).closest('tr')
  expect(row?.textContent, 'a hidden column says so').toContain('hidden in the file')
  await fireEvent.click(box)
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.hidden_rows, 'now they are asked for').toBe(true))
})

test('the new roles have words and a hint, and only one column holds the wanted answer', async () => {
  const { desk, host } = opened()
  desk.offerDrop([file])
  await screen.findByText('First values')
  await choose(/Column C, Remark/, 'wanted')
  expect(await screen.findByText(/Where a question asks for “No”/), 'what the role means is said beside it').toBeTruthy()
  await choose(/Column D/, 'wanted')
  await waitFor(() => expect(host.callsOf('import_propose').at(-1)?.columns, 'the first one gives it up').toMatchObject({ C: 'ignore', D: 'wanted' }))
  expect(select(/Column D/).selectedOptions[0]?.textContent, 'a role is a word').toBe('Answer the question asks for')
  expect([...select(/Column B/).options].map(({ textContent }) => textContent), 'links are a role, too').toContain('Link to evidence')
})

test('an answer shows what it may mean, and one that only the list offers stands last and asks nothing', async () => {
  const answers = [answer('N/A', 0, null, { listed: true }), answer('Teilweise', 1, null, { hints: ['yes', 'met'] }), answer('Yes', 4, 'met', { listed: true })]
  const { desk } = opened({ import_propose: () => proposalOf({ answers }) })
  desk.offerDrop([file])
  await screen.findByText('One answer has no meaning yet.')
  const shown = [...document.querySelectorAll('[aria-labelledby="answers"] tbody tr')]
  expect(shown.map((row) => row.querySelector('.answer')?.textContent), 'the unused one is last').toEqual(['Teilweise', 'Yes', 'N/A'])
  expect(shown[0]?.textContent, 'hints are words, and meanings have theirs').toContain('may mean: yes; claims: met')
  expect(shown[2]?.textContent, 'it says why it is there').toContain("offered by the file's list, not used")
  expect(shown[2]?.textContent, 'no row waits for it').not.toContain('asks')
})

test('turned answers say what they were turned into, and what is not known yet', async () => {
  const turned = [
    { line: 4, requirement: 'CR 1.1', from: 'not_met', to: 'met' },
    { line: 5, requirement: 'CR 1.2', from: 'met', to: null },
  ]
  const answers = [answer('Yes', 4, 'met'), answer('No', 0, null)]
  const { desk } = opened({ import_propose: () => proposalOf({ turned, answers }) })
  desk.offerDrop([file])
  await screen.findByText('2 answers turned because the question asks for the other one')
  const lines = [...document.querySelectorAll('[aria-labelledby="answers"] li')].map((line) => line.textContent.replaceAll(/\s+/g, ' ').trim())
  expect(lines, 'line, requirement, from and to').toEqual([
    'Row 4: CR 1.1, claims: not met → claims: met',
    'Row 5: CR 1.2, claims: met → not known, choose what the wanted answer means',
  ])
  expect(screen.getByText('One answer has no meaning yet.'), 'the wanted answer asks although no row says it').toBeTruthy()
  expect(screen.getByText('no row answers so, but a question asks for it')).toBeTruthy()
})

test('what changed since an earlier file is filtered by kind and shown side by side', async () => {
  const { desk } = opened({ import_propose: () => proposalOf({ since: sinceOf() }) })
  desk.offerDrop([file])
  await toPreview()
  expect(screen.getByText('Since answers-v1.xlsx'), 'the files compared with are named').toBeTruthy()
  const section = document.querySelector('section[aria-labelledby="since"]') as HTMLElement
  const rows = () => [...section.querySelectorAll('article')].map((one) => one.querySelector('button')?.textContent)
  expect(rows(), 'every change stands there').toEqual(['CR 1.1', 'CR 1.2', 'CR 1.3'])
  expect(section.textContent, 'what stands already is counted alone').toContain('7 rows unchanged, not recorded again')
  const cells = [...(section.querySelectorAll('article')[0]?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map((cell) => cell.textContent))
  expect(cells, 'before and after stand side by side, and a difference is said in a word').toEqual([
    ['Answer, changed', 'No', 'Yes'],
    ['Meaning, changed', 'claims: not met', 'claims: met'],
    ['References', 'DOC-7', 'DOC-7'],
    ['From', 'answers-v1.xlsx / Answers / B2', 'answers.xlsx / Answers / B2'],
  ])
  await fireEvent.click(the('button', /^No longer there/))
  expect(rows(), 'only that kind').toEqual(['CR 1.2'])
  expect(section.textContent, 'a silent file takes nothing back').toContain('The claim stays as it is, marked for another look.')
  expect(the<HTMLButtonElement>('button', /^Evidence changed/, section).disabled, 'there is none of that kind').toBe(true)
  await fireEvent.click(the('button', 'CR 1.2', section))
  expect([desk.screen, desk.place], 'the row is one press away').toEqual(['worklist', 'CR 1.2'])
})

test('a row shows the comments at its cells as text, and a hidden one says why it was left out', async () => {
  const rows = [
    ledgerRow(2, 'matched', { ids: ['CR 1.1'], answer: 'Yes', meaning: 'met', comments: [{ cell: 'B2', author: 'Vera', text: '<b>see 4</b>' }] }),
    ledgerRow(3, 'skipped', { ids: ['CR 1.2'], why: 'hidden' }),
  ]
  const { desk } = opened({ import_propose: () => proposalOf({ rows }) })
  desk.offerDrop([file])
  await toPreview()
  const comment = (await screen.findByText('Comment at B2 by Vera:')).closest('p')
  expect(comment?.textContent, 'markup in it is no markup').toContain('<b>see 4</b>')
  await fireEvent.click(screen.getByText('Skipped'))
  expect((await screen.findAllByText(/hidden in the file/)).length, 'the reason is a word').toBeGreaterThan(0)
})

test('files inside the workbook are taken only when ticked', async () => {
  const inside = (name: string, letter: string, known: boolean) => ({ name, kind: 'file', size: 2048, sha256: letter.repeat(64), sheets: ['Answers'], known })
  const embedded = [inside('xl/embeddings/plan.pdf', 'a', false), inside('xl/media/image1.png', 'b', false), inside('xl/embeddings/old.pdf', 'c', true)]
  const { desk, host } = opened({ import_propose: () => proposalOf({ embedded }), import_commit: () => doneOf({ claims: 3, repeated: 2, embedded: 1 }) })
  desk.offerDrop([file])
  await toPreview()
  const box = (name: string) => screen.getByLabelText(name) as HTMLInputElement
  expect(box('xl/embeddings/plan.pdf').checked, 'nothing is taken unasked').toBe(false)
  expect(box('xl/embeddings/old.pdf').disabled, 'what is evidence already is not taken twice').toBe(true)
  expect(screen.getByTitle('a'.repeat(64)).textContent, 'short, and whole in the tooltip').toBe('a'.repeat(12))
  await fireEvent.click(box('xl/embeddings/plan.pdf'))
  await fireEvent.click(screen.getByText('1 Look at the sheet'))
  await toPreview()
  expect(box('xl/embeddings/plan.pdf').checked, 'the choice stays while one looks elsewhere').toBe(true)
  await fireEvent.click(screen.getByText('Record 4 claims'))
  await screen.findByText('3 claims of answers.xlsx are recorded.')
  expect(host.callsOf('import_commit')[0]?.embedded, 'the ticked one alone').toEqual(['a'.repeat(64)])
  expect(screen.getByText('2 rows say what stands already; they were not recorded again.')).toBeTruthy()
  expect(screen.getByText('One file of the workbook became evidence.')).toBeTruthy()
})

test('a form for the vendor is written where the person says', async () => {
  const { host } = opened({ vendor_form: () => ({ lines: 126, answered: 4 }), pick: ({ name }) => [{ token: 't9', name: name ?? '', size: 0 }] })
  expect(document.body.textContent, 'a component has no rows by component').not.toContain('One line for each component')
  await choose('Language of the form', 'de')
  await fireEvent.click(screen.getByText('Write a form…'))
  await waitFor(() => expect(host.callsOf('vendor_form')).toEqual([{ file: 't9', language: 'de', by_component: false }]))
  expect(host.callsOf('pick')[0], 'the title names the file').toMatchObject({ purpose: 'save_file', name: 'PLC-200, firmware 3.2.1-form.xlsx' })
  expect(toasts.list.map(({ text }) => text), 'how much was written').toContain('126 lines written to PLC-200, firmware 3.2.1-form.xlsx.')
})

test("a provider's form can have a line for each component", async () => {
  const provided = headOf({ title: 'A/B: service', checklist: provider, roles: ['integration'], components: ['Gateway'] })
  const { host } = opened({ vendor_form: () => ({ lines: 250, answered: 0 }) }, provided)
  await fireEvent.click(screen.getByLabelText('One line for each component'))
  await fireEvent.click(screen.getByText('Write a form…'))
  await waitFor(() => expect(host.callsOf('vendor_form')[0], 'it is asked for').toMatchObject({ language: 'en', by_component: true }))
  expect(host.callsOf('pick')[0]?.name, 'a name that every file system takes').toBe('A-B- service-form.xlsx')
})

test('kept mappings are listed, given away, taken in and forgotten after a question', async () => {
  localStorage.setItem('assay.fold.import-mappings', 'open')
  const maker = { name: 'Maker', columns: [{ heading: 'compliance', role: 'response' }], answers: 2 }
  const { host } = opened({
    mappings: () => ({ mappings: [maker], problems: [{ code: 'evidence-saved-mapping-no-id-column', args: {}, more: [] }] }),
    mapping_save: () => ({}),
    mapping_take: () => maker,
    mapping_forget: () => ({}),
    pick: ({ purpose }) => [{ token: purpose, name: 'maker.json', size: 0 }],
  })
  expect(await screen.findByText('compliance: Vendor\'s answer'), 'its columns with their roles').toBeTruthy()
  expect(screen.getByText('No column has the role id.'), 'a file that can not be read is said').toBeTruthy()
  await fireEvent.click(the('button', 'Save to a file: Maker'))
  await waitFor(() => expect(host.callsOf('mapping_save')).toEqual([{ name: 'Maker', file: 'save_file' }]))
  await fireEvent.click(the('button', 'Take one in…'))
  await waitFor(() => expect(host.callsOf('mapping_take'), 'chosen with the dialog for such files').toEqual([{ file: 'worksheet' }]))
  await fireEvent.click(the('button', 'Forget: Maker'))
  expect(host.callsOf('mapping_forget'), 'nothing is forgotten before the answer').toHaveLength(0)
  await fireEvent.click(the('button', 'Forget'))
  await waitFor(() => expect(host.callsOf('mapping_forget')).toEqual([{ name: 'Maker' }]))
  await waitFor(() => expect(host.callsOf('mappings').length, 'the list is asked for again').toBeGreaterThan(2))
})
