import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { mockHost, type Handlers } from '../host/mock'
import { headOf, startOf } from '../test/dossiers'
import NewDossier from './NewDossier.svelte'

beforeEach(() => localStorage.clear())

async function shown(handlers: Handlers = {}) {
  const host = mockHost({
    start: () => startOf(),
    pick: () => [{ token: 'file-1', name: 'plc.assay', size: 0 }],
    dossier_create: () => headOf(),
    ...handlers,
  })
  const desk = new Desk(host)
  desk.start = await host.call('start', {})
  const { rerender } = render(NewDossier, { desk, open: true })
  await screen.findByRole('dialog')
  return { host, desk, rerender }
}
const type = (label: RegExp | string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const next = () => press('Next')

test('without a checklist there is no next step', async () => {
  await shown()
  await next()
  expect(screen.getByRole('alert').textContent, 'the choice cannot be changed later').toContain('No checklist is chosen')
})

test('a component is made with exactly the facts that were given', async () => {
  const { host, desk } = await shown()
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  await next()
  await type('Component', 'PLC-200')
  await type('Firmware version', '3.2.1')
  await fireEvent.click(screen.getByLabelText(/^EDR/))
  await next()
  await fireEvent.change(screen.getByLabelText('Set all seven to'), { target: { value: '2' } })
  await fireEvent.change(screen.getByLabelText(/Data confidentiality/), { target: { value: '1' } })
  await next()
  await fireEvent.click(screen.getByLabelText(/^Third party/))
  await fireEvent.click(screen.getByLabelText(/Independent assessment/))
  await press('Choose where to save it, and make it')
  await waitFor(() => expect(screen.queryByRole('dialog'), 'the form is done').toBeNull())
  expect(desk.open?.head.dossier, 'the new dossier is open').toBe('d1')
  expect(host.callsOf('pick')[0], 'the title becomes the proposed name').toMatchObject({ purpose: 'save_dossier', name: 'PLC-200, 3.2.1.assay' })
  expect(host.callsOf('dossier_create')[0]).toEqual({
    file: 'file-1',
    checklist: 'iec-62443-4-2-2019',
    title: 'PLC-200, 3.2.1',
    facts: [
      { field: 'object.name', value: 'PLC-200' },
      { field: 'object.types', value: ['EDR'] },
      { field: 'object.firmware', value: ['3.2.1'] },
      { field: 'claim.levels', value: [2, 2, 2, 1, 2, 2, 2] },
      { field: 'issuer.name', value: 'Test house' },
      { field: 'independence.party', value: 'third' },
    ],
  })
  expect(localStorage.getItem('assay.kind.d1'), 'the report screen begins with the kind aimed at').toBe('independent_assessment')
  expect(localStorage.getItem('assay.new'), 'the next new dossier begins empty').toBeNull()
})

test('a service provider has a maturity level and no security level', async () => {
  await shown()
  await fireEvent.click(screen.getByLabelText(/IEC 62443-2-4/))
  await next()
  expect(screen.queryByLabelText(/^EDR/), 'component types belong to components').toBeNull()
  await next()
  expect(screen.getByLabelText(/^ML 3/)).toBeTruthy()
  expect(screen.queryByText(/SL-C/), 'there is no security level in 2-4').toBeNull()
})

test('going back loses nothing', async () => {
  await shown()
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  await next()
  await type('Component', 'PLC-200')
  await next()
  await press('Back')
  expect((screen.getByLabelText('Component') as HTMLInputElement).value).toBe('PLC-200')
})

test('half a vector of levels is not left unnoticed', async () => {
  await shown()
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  await next()
  await next()
  await fireEvent.change(screen.getByLabelText(/Use control/), { target: { value: '3' } })
  await next()
  expect(screen.getByRole('alert').textContent).toContain('Some of the seven levels are missing')
})

test('a kind of report that the party cannot issue cannot be chosen', async () => {
  await shown()
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  for (let step = 0; step < 3; step += 1) await next()
  await fireEvent.click(screen.getByLabelText(/^First party/))
  expect((screen.getByLabelText(/certification body/) as HTMLInputElement).disabled, 'only a third party issues it').toBe(true)
  expect((screen.getByLabelText(/Self-declaration/) as HTMLInputElement).disabled).toBe(false)
})

test('a cancelled save dialog leaves everything as it was', async () => {
  const { host } = await shown({ pick: () => [] })
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  await next()
  await type('Component', 'PLC-200')
  await next()
  await next()
  await press('Choose where to save it, and make it')
  await waitFor(() => expect(host.callsOf('pick')).toHaveLength(1))
  expect(host.callsOf('dossier_create'), 'no file was named').toEqual([])
  expect(screen.getByRole('dialog')).toBeTruthy()
})

test('a refusal is said in the dialog and what was given stays', async () => {
  await shown({
    dossier_create: () => {
      throw { code: 'dossier-exists', args: { path: 'plc.assay' } }
    },
  })
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  await next()
  await type('Component', 'PLC-200')
  await next()
  await next()
  await press('Choose where to save it, and make it')
  expect((await screen.findByRole('alert')).textContent, 'a dossier is never written over').toContain('There is a file plc.assay already')
  expect((screen.getByLabelText(/called on screen/) as HTMLInputElement).value).toBe('PLC-200')
})

test('without a key the identity comes first', async () => {
  await shown({
    start: () => startOf({ identity: { state: 'none', card: null } }),
    identity_create: () => startOf().identity,
  })
  await type(/^Name/, 'Rita')
  await type(/^Organisation/, 'Test house')
  await press('Make the key')
  expect(await screen.findByText('Against which document is the evaluation carried out?'), 'and then the first step').toBeTruthy()
})

test('Ctrl+Enter goes on', async () => {
  await shown()
  await fireEvent.click(screen.getByLabelText(/IEC 62443-4-2/))
  await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Enter', code: 'Enter', ctrlKey: true })
  expect(await screen.findByLabelText('Component'), 'the whole start can be done by keyboard').toBeTruthy()
})
