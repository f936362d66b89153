import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { Reports } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { gatesOf } from '../test/conclusions'
import { headOf } from '../test/dossiers'
import { changedOf } from '../test/imports'
import { bytesOf } from './bytes'
import Report from './Report.svelte'

const folder = { token: 'f1', name: 'reports', size: 0 }
const draft = { pdf: btoa('%PDF-1.7'), pages: 31, problems: [], replaced: [] }

const reportsOf = (given: Partial<Reports> = {}): Reports => ({
  kinds: gatesOf(),
  issued: [],
  review: null,
  decision: null,
  may_review: false,
  may_decide: false,
  next_number: '2026-004',
  draft: {},
  ...given,
})

beforeEach(() => localStorage.clear())

function opened(reports: Reports = reportsOf(), handlers: Handlers = {}, head = headOf()) {
  const host = mockHost({
    reports: () => reports,
    report_draft: () => draft,
    pick: ({ purpose }) => [purpose === 'signature' ? { token: 's1', name: 'report.sig', size: 900 } : folder],
    report_issue: ({ number, draft: asDraft }) => ({
      number,
      revision: 1,
      files: ['/r/report.pdf', '/r/report.xlsx', '/r/report.json'],
      signature: asDraft ? null : '/r/report.sig',
      unsigned: asDraft ? [] : ['Owen Brandt (approver)'],
      pages: 31,
      problems: [],
      changed: changedOf(),
    }),
    ...handlers,
  })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head)
  desk.screen = 'report'
  render(Report, { desk })
  return { host, desk }
}

const button = (text: string) => screen.getByText(text).closest('button') as HTMLButtonElement
const chooseSecond = async () => {
  const section = (await screen.findAllByText('Independent assessment report'))[0]?.closest('section')
  await fireEvent.click(section?.querySelector('.foot button') as HTMLElement)
}

test('the three kinds stand side by side with what blocks them and who would sign', async () => {
  opened()
  const heads = await screen.findAllByRole('heading', { level: 3 })
  expect(heads.slice(0, 3).map((head) => head.textContent), 'first, second, third party').toEqual([
    'Self-declaration',
    'Independent assessment report',
    'Evaluation report of a certification body',
  ])
  expect(screen.getByText('Owen Brandt').closest('dl')?.textContent, 'a place with its person').toContain('approver')
  expect(screen.getAllByText('(you)').length, 'one sees where one would sign').toBe(2)
})

test('a report that something stands against can not be issued, and says how much', async () => {
  opened()
  await screen.findByText('Issue …')
  expect(button('Issue …').disabled, 'two points stand against the self-declaration').toBe(true)
  expect(screen.getByText('It can be issued once the 2 points above are settled.')).toBeTruthy()
})

test('issuing explains itself, and only the answer issues', async () => {
  const { host, desk } = opened()
  await chooseSecond()
  await fireEvent.click(button('Issue …'))
  expect(await screen.findByText(/An issued report stays recorded/), 'what it means is said before').toBeTruthy()
  expect(screen.getByText(/folder “reports”/), 'the folder is named').toBeTruthy()
  expect(host.callsOf('report_issue'), 'nothing is issued by choosing a folder').toHaveLength(0)
  await fireEvent.click(button('Issue the report'))
  expect(await screen.findByText('Report 2026-004, revision 1, is issued (31 pages).')).toBeTruthy()
  expect(host.callsOf('report_issue')[0], 'as it was chosen').toMatchObject({ kind: 'independent_assessment', number: '2026-004', language: 'en', folder: 'f1', draft: false })
  expect(screen.getByText('/r/report.sig'), 'the files are named').toBeTruthy()
  expect(screen.getByText('Owen Brandt (approver)'), 'and who still has to sign').toBeTruthy()
  expect(desk.open?.status.entry, 'the mark in the header follows').toBe(12)
})

test('a draft can be written although something stands against the report, and records nothing', async () => {
  const { host, desk } = opened()
  await screen.findByText('Issue …')
  await fireEvent.click(button('Write the draft into a folder'))
  expect(await screen.findByText(/The draft of report 2026-004/)).toBeTruthy()
  expect(host.callsOf('report_issue')[0]?.draft).toBe(true)
  expect(desk.open?.revision, 'nothing changed in the dossier').toBe(0)
})

test('the choice of a kind is kept for this dossier', async () => {
  opened()
  await chooseSecond()
  expect(localStorage.getItem('assay.kind.d1'), 'one aims at one kind for days').toBe('independent_assessment')
})

test('a draft is drawn on request and then follows what changes', async () => {
  vi.useFakeTimers()
  try {
    const { host, desk } = opened()
    await vi.advanceTimersByTimeAsync(10)
    desk.open?.take(changedOf())
    await vi.advanceTimersByTimeAsync(3000)
    expect(host.callsOf('report_draft'), 'nobody asked for one yet').toHaveLength(0)
    await fireEvent.click(button('Draw a draft'))
    await vi.advanceTimersByTimeAsync(50)
    expect(host.callsOf('report_draft')[0], 'it is that of the chosen kind').toMatchObject({ kind: 'self_declaration', number: '2026-004' })
    expect(screen.getByText('31 pages')).toBeTruthy()
    desk.open?.take(changedOf())
    await vi.advanceTimersByTimeAsync(10)
    expect(screen.getByText(/being drawn anew/), 'the old pages are marked as old').toBeTruthy()
    await vi.advanceTimersByTimeAsync(2000)
    expect(host.callsOf('report_draft'), 'it was drawn again once').toHaveLength(2)
  } finally {
    vi.useRealTimers()
  }
})

test('who may not review reads why, and a reviewer has the form', async () => {
  opened()
  expect(await screen.findByText(/Only a reviewer of this case who has not evaluated it/)).toBeTruthy()
  expect(screen.queryByText('Record the review'), 'no form that would be refused').toBeNull()
})

test('a review needs a result and points, and what was written stays until it is recorded', async () => {
  const { host, desk } = opened(reportsOf({ may_review: true }), { review: () => changedOf(), draft_set: () => ({}) })
  await screen.findByText('Record the review')
  expect(button('Record the review').disabled, 'nothing was said yet').toBe(true)
  await fireEvent.click(screen.getByLabelText('returned to the evaluator'))
  const points = screen.getByLabelText(/^Points/)
  await fireEvent.input(points, { target: { value: 'CR 1.2: no test report.' } })
  const { unmount } = render(Report, { desk })
  await waitFor(() => expect(screen.getAllByDisplayValue('CR 1.2: no test report.'), 'a second look finds the text').toHaveLength(2))
  unmount()
  await waitFor(() => expect(host.callsOf('draft_set').at(-1), 'the program keeps it').toEqual({ subject: 'review', texts: { text: 'CR 1.2: no test report.' } }))
  await fireEvent.click(button('Record the review'))
  await waitFor(() => expect(host.callsOf('review')).toEqual([{ result: 'returned', text: 'CR 1.2: no test report.' }]))
  await waitFor(() => expect((points as HTMLTextAreaElement).value, 'recorded, so the field is empty').toBe(''))
})

test('a review that was being written before a crash is there again', async () => {
  opened(reportsOf({ may_review: true, draft: { review: 'CR 1.2: no test report.' } }))
  expect(await screen.findByDisplayValue('CR 1.2: no test report.'), 'the program kept it').toBeTruthy()
})

test('a review that no longer covers what stands says so', async () => {
  opened(reportsOf({ review: { result: 'accepted', text: 'All rows seen.', current: false, author: 'Owen Brandt', time: '2026-11-20T10:00:00Z' } }))
  expect(await screen.findByText('accepted')).toBeTruthy()
  expect(screen.getByText(/does not cover what stands now/)).toBeTruthy()
})

test('issued reports stand with their digests, the newest first', async () => {
  const issued = (number: string, time: string) => ({ number, revision: 1, kind: 'self_declaration', data: 'da'.repeat(32), files: [{ name: `${number}.pdf`, sha256: 'fe'.repeat(32) }], author: 'Rita Petersen', time })
  opened(reportsOf({ issued: [issued('2026-001', '2026-01-01T10:00:00Z'), issued('2026-003', '2026-03-01T10:00:00Z')] }))
  const heads = await screen.findAllByText(/, revision 1$/)
  expect(heads.map((head) => head.textContent)).toEqual(['2026-003, revision 1', '2026-001, revision 1'])
  expect(screen.getAllByText('fe'.repeat(32)).length, 'each file has its own').toBe(2)
})

test('a link to the review leads to it', async () => {
  const { desk } = opened(reportsOf({ may_review: true }))
  const scrolled = vi.fn()
  HTMLElement.prototype.scrollIntoView = scrolled
  await screen.findByText('Record the review')
  desk.place = 'review'
  await waitFor(() => expect(document.activeElement?.closest('section')?.id, 'the focus is in the form').toBe('judge-review'))
  expect(scrolled).toHaveBeenCalled()
  expect(desk.place, 'it leads there once').toBeNull()
})

test('no word that a kind may not say stands on the screen', async () => {
  opened()
  await screen.findByText('Issue …')
  expect(document.body.textContent).not.toMatch(/certificate|certified|accredited by|compliant|tamper/i)
})

test('bytes of a PDF come out as they went in', () => {
  expect([...bytesOf(btoa('\u0000\u00ff%PDF'))]).toEqual([0, 255, 37, 80, 68, 70])
})
