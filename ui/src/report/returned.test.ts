import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { ReturnedView, SignatureView } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { headOf } from '../test/dossiers'
import { lookOf, wholeOf } from './returned'
import Return from './Return.svelte'

const signatureOf = (given: Partial<SignatureView> = {}): SignatureView => ({
  field: 'evaluator',
  time_stamp: false,
  broken: null,
  subject: 'CN=Rita Petersen',
  issuer: 'CN=Test CA',
  sha256: 'ab'.repeat(32),
  anchor: 'CN=Test Root',
  when: 'claimed',
  time: '2026-11-26T12:00:00Z',
  authority: null,
  authority_trusted: false,
  revocation: 'no_list',
  revocation_time: null,
  revoked: null,
  level: 'B-B',
  ...given,
})
const viewOf = (given: Partial<ReturnedView> = {}): ReturnedView => ({
  name: 'report-signed.pdf',
  state: 'intact',
  trouble: null,
  signatures: [signatureOf()],
  open: ['reviewer'],
  embedded: {
    number: '2026-004',
    revision: 1,
    kind: 'independent_assessment',
    dossier: 'd1',
    this_dossier: true,
    data: 'da'.repeat(32),
    checkpoint: { origin: 'assay.example/d1', size: 211, root: 'r00t' },
    summary: false,
  },
  known: 'signed',
  compared: { newest: 1, changes: [] },
  not_compared: null,
  ...given,
})

function opened(view = viewOf(), handlers: Handlers = {}) {
  const host = mockHost({
    pick: () => [{ token: 'p1', name: 'report-signed.pdf', size: 9 }],
    report_returned: () => view,
    ...handlers,
  })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, headOf())
  desk.screen = 'report'
  render(Return, { desk })
  return { host, desk }
}
async function checked(view?: ReturnedView) {
  const made = opened(view)
  await fireEvent.click(screen.getByText('Check a report that came back …'))
  return { ...made, dialog: await screen.findByRole('dialog') }
}

test('a report that is whole shows four answers, where it comes from, and that nothing has changed', async () => {
  const { host, dialog } = await checked()
  expect(host.callsOf('pick')[0]?.purpose, 'the dialog shows reports').toBe('report')
  expect(host.callsOf('report_returned')).toEqual([{ file: 'p1' }])
  const text = dialog.textContent
  for (const answer of ['Intact', 'Who', 'When', 'Revoked']) expect(screen.getByText(answer), 'each by itself').toBeTruthy()
  expect(text, 'whom the signature names').toContain('CN=Rita Petersen')
  expect(text, 'a claimed time is called one').toContain('by the clock of the signer')
  expect(text, 'what is not known is not called good').toContain('not known; the file holds no list')
  expect(text, 'the checkpoint').toContain('the first 211 entries of assay.example/d1')
  expect(text, 'a place that is still open').toContain('Nobody has signed yet as: reviewer')
  expect(screen.getByText('Nothing has changed.')).toBeTruthy()
})

test('a report that is not intact says so first, and why', async () => {
  const trouble = { code: 'document-signature-digest', args: { detail: '' }, more: [] }
  const { dialog } = await checked(viewOf({ state: 'changed', trouble, signatures: [signatureOf({ broken: trouble })], known: 'unknown' }))
  const notice = dialog.querySelector('.returned > :first-child')
  expect(notice?.textContent, 'it stands before everything else').toContain('not intact')
  expect(notice?.getAttribute('role'), 'and is read out').toBe('alert')
  expect(notice?.textContent, 'with the reason in words').toContain('What was signed has been changed.')
  expect(screen.queryByText(/Every signature in it holds/), 'nothing says otherwise').toBeNull()
})

test('a row that changed stands with both values, and its name leads to it', async () => {
  const change = { part: 'rows', subject: 'CR 1.1', target: 'CR 1.1', field: 'verdict', was: 'fulfilled', now: 'not_fulfilled' }
  const gone = { part: 'evidence', subject: 'Login log', target: null, field: '', was: 'log.txt', now: null }
  const { desk } = await checked(viewOf({ compared: { newest: 2, changes: [change, gone] } }))
  expect(screen.getByText('2 differences')).toBeTruthy()
  expect(screen.getByText('The dossier has issued revision 2 of this report since.')).toBeTruthy()
  const cells = screen.getAllByRole('row').map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent))
  expect(cells[1], 'codes are words').toEqual(['verdict', 'Fulfilled', 'Not fulfilled'])
  expect(cells[2], 'what is gone is said').toEqual(['whole entry', 'log.txt', 'nothing'])
  await fireEvent.click(screen.getByText('CR 1.1'))
  expect([desk.screen, desk.place], 'the row is shown').toEqual(['worklist', 'CR 1.1'])
  await waitFor(() => expect(screen.queryByRole('dialog'), 'the view does not stay over it').toBeNull())
})

test('a report of another dossier says that it was not compared', async () => {
  const not_compared = { code: 'returned-not-issued', args: { number: '9', dossier: 'x' }, more: [] }
  await checked(viewOf({ compared: null, not_compared, known: 'unknown' }))
  expect(screen.getByText('It was not compared with the open dossier.')).toBeTruthy()
  expect(screen.getByText(/Report 9 was not issued from this dossier/)).toBeTruthy()
  expect(screen.queryByText('Nothing has changed.'), 'not compared is not unchanged').toBeNull()
})

test('a report dropped on this page is checked, anything else is left to the frame', async () => {
  const { host, desk } = opened()
  expect(desk.offerDrop([{ token: 'x', name: 'photo.png', size: 1 }]), 'a picture is evidence').toBe(false)
  const two = ['a.pdf', 'b.pdf'].map((name) => ({ token: name, name, size: 1 }))
  expect(desk.offerDrop(two), 'none of several may be dropped silently').toBe(false)
  expect(desk.offerDrop([{ token: 'd1', name: 'report.PDF', size: 1 }])).toBe(true)
  await screen.findByRole('dialog')
  expect(host.callsOf('report_returned')).toEqual([{ file: 'd1' }])
})

test('a file that cannot be read is refused in words', async () => {
  const { host } = opened()
  host.answer('report_returned', () => {
    throw { code: 'report-file-too-large', args: { path: 'x.pdf' } }
  })
  await fireEvent.click(screen.getByText('Check a report that came back …'))
  expect((await screen.findByRole('alert')).textContent).toContain('x.pdf is no file of a report')
})

test('only a state that is known to be whole looks good', () => {
  expect(wholeOf('intact').tone).toBe('good')
  for (const state of ['changed', 'unreadable', 'from-the-future']) expect(wholeOf(state).tone, state).toBe('bad')
  expect(wholeOf('unsigned').tone, 'nobody vouches for it').toBe('warn')
})

test('a signature by nobody known never looks good, nor one that was revoked', () => {
  expect(lookOf(signatureOf()).tone, 'it leads to a trusted root').toBe('good')
  expect(lookOf(signatureOf({ anchor: null })).tone).toBe('warn')
  expect(lookOf(signatureOf({ revocation: 'revoked' })).tone).toBe('bad')
  expect(lookOf(signatureOf({ time_stamp: true, authority_trusted: false })).tone, 'a stamp by nobody known').toBe('warn')
})
