import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { PlacesView, PlaceView, SignDone } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { headOf } from '../test/dossiers'
import { changedOf } from '../test/imports'
import Issued from './Issued.svelte'

const placeOf = (given: Partial<PlaceView>): PlaceView => ({
  place: 'evaluator',
  name: 'Rita Petersen',
  me: false,
  noted: false,
  signed: null,
  turn: false,
  ...given,
})
const first = placeOf({ me: true, turn: true })
const second = placeOf({ place: 'reviewer', name: 'Owen Brandt' })
const byRita = { subject: 'CN=Rita Petersen', level: 'B-T', time: '2026-11-26T12:00:00Z' }

const viewOf = (given: Partial<PlacesView> = {}): PlacesView => ({
  number: '2026-004',
  revision: 2,
  kind: 'independent_assessment',
  places: [first, second],
  key: { kind: 'store', shown: '/keys/rita.p12' },
  stamp: false,
  recorded_here: true,
  ...given,
})
const doneOf = (given: Partial<SignDone> = {}): SignDone => ({
  unsigned: ['Owen Brandt (reviewer)'],
  places: ['evaluator'],
  now: viewOf({ places: [{ ...first, turn: false, noted: true, signed: byRita }, second] }),
  files: ['/r/report-signed.pdf', '/r/report-signed.pdf', '/r/report.xlsx.p7s'],
  stamped: false,
  ended: false,
  later: [],
  changed: changedOf(),
  ...given,
})

async function opened(view = viewOf(), handlers: Handlers = {}) {
  const host = mockHost({
    pick: () => [{ token: 's1', name: 'report.sig', size: 900 }],
    report_places: () => view,
    report_sign: () => doneOf(),
    ...handlers,
  })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, headOf())
  render(Issued, { desk, issued: [] })
  await fireEvent.click(screen.getByText('Add my signature to a report …'))
  const dialog = await screen.findByRole('dialog')
  return { host, desk, dialog, within: within(dialog) }
}
const button = (text: string) => screen.getByText(text).closest('button') as HTMLButtonElement

test('the places stand in the order of signing, each with its own button', async () => {
  const { host, dialog } = await opened()
  expect(host.callsOf('report_places'), 'the file is named by its token').toEqual([{ file: 's1' }])
  expect(host.callsOf('report_sign'), 'choosing the file signs nothing').toEqual([])
  const names = [...dialog.querySelectorAll('li strong')].map((one) => one.textContent)
  expect(names, 'the order of signing').toEqual(['evaluator', 'reviewer'])
  expect(button('Sign as evaluator').disabled, 'it is their turn').toBe(false)
  expect(button('Sign as reviewer').disabled, 'somebody else signs there').toBe(true)
})

test('who comes later reads who signs before', async () => {
  await opened(viewOf({ places: [{ ...first, me: false, turn: false }, { ...second, me: true }] }))
  expect(screen.getByText('Rita Petersen signs before you.')).toBeTruthy()
  expect(button('Sign as reviewer').disabled, 'not before the evaluator').toBe(true)
  expect(screen.queryByLabelText('Passphrase of the document key'), 'nothing is asked that would not be used').toBeNull()
})

test('who signs nowhere is told so', async () => {
  await opened(viewOf({ places: [{ ...first, me: false, turn: false }, second] }))
  expect(screen.getByText(/You sign at no place of this report/)).toBeTruthy()
})

test('signing hands the passphrase over once, and says what was written and who is next', async () => {
  const { host, desk } = await opened()
  const secret = screen.getByLabelText('Passphrase of the document key') as HTMLInputElement
  expect(secret.type, 'it is not shown while it is typed').toBe('password')
  await fireEvent.input(secret, { target: { value: 'correct horse' } })
  await fireEvent.click(button('Sign as evaluator'))
  expect(await screen.findByText('You have signed report 2026-004.')).toBeTruthy()
  expect(host.callsOf('report_sign')).toEqual([{ file: 's1', secret: 'correct horse', stamp: false, language: 'en' }])
  expect(screen.queryByRole('dialog'), 'the dialog is done').toBeNull()
  expect(screen.getAllByText('/r/report-signed.pdf'), 'a file written twice is named once').toHaveLength(1)
  expect(screen.getByText('Next signs Owen Brandt (reviewer).')).toBeTruthy()
  expect(screen.getByText(/the time is the claim of this computer/), 'no time stamp, so none is claimed').toBeTruthy()
  expect(desk.open?.status.entry, 'the mark in the header follows').toBe(12)
})

test('a wrong passphrase is said in the dialog, and the field is empty again', async () => {
  await opened(viewOf(), {
    report_sign: () => {
      throw { code: 'signature-document-key-wrong-passphrase', args: { path: '/keys/rita.p12' } }
    },
  })
  const secret = screen.getByLabelText('Passphrase of the document key') as HTMLInputElement
  await fireEvent.input(secret, { target: { value: 'wrong' } })
  await fireEvent.click(button('Sign as evaluator'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent, 'the program’s refusals have words in the window').not.toContain('signature-document-key')
  expect(secret.value, 'it is not kept').toBe('')
})

test('a time stamp is offered only where an authority is named', async () => {
  await opened()
  expect(screen.queryByLabelText('With a time stamp')).toBeNull()
})

test('a time stamp that is wanted is asked for', async () => {
  const { host } = await opened(viewOf({ stamp: true }))
  await fireEvent.click(screen.getByLabelText('With a time stamp'))
  await fireEvent.click(button('Sign as evaluator'))
  await waitFor(() => expect(host.callsOf('report_sign')[0]?.stamp).toBe(true))
})

test('without a document key only the signature file is signed, and that is said', async () => {
  const note = doneOf({ places: [], files: [], changed: null, now: viewOf({ key: null, places: [{ ...first, noted: true, turn: false }, second] }) })
  const { host } = await opened(viewOf({ key: null }), { report_sign: () => note })
  expect(screen.getByText(/only the signature file is signed and not the PDF/)).toBeTruthy()
  await fireEvent.click(button('Sign as evaluator'))
  expect(await screen.findByText(/the PDF holds no signature of yours/)).toBeTruthy()
  expect(host.callsOf('report_sign')[0]?.secret, 'there is nothing to open').toBeNull()
})

test('what could not be done after signing stands beside the signature', async () => {
  const later = [{ code: 'sign-not-recorded', args: { number: '2026-004' }, more: [] }]
  await opened(viewOf({ recorded_here: false }), { report_sign: () => doneOf({ later, changed: null }) })
  expect(screen.getByText(/cannot record the signed files/), 'it is said before').toBeTruthy()
  await fireEvent.click(button('Sign as evaluator'))
  expect(await screen.findByText('Your signature stands. This could not be done after it:')).toBeTruthy()
  expect(screen.getByText(/was not issued from the open dossier/)).toBeTruthy()
})
