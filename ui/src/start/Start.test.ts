import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { mockHost, type Handlers } from '../host/mock'
import { toasts } from '../parts/toasts.svelte'
import { headOf, recentOf, startOf } from '../test/dossiers'
import { language, setLanguage } from '../words'
import Start from './Start.svelte'

beforeEach(() => {
  localStorage.clear()
  toasts.list = []
})

function shown(handlers: Handlers = {}) {
  const host = mockHost({ start: () => startOf(), ...handlers })
  const desk = new Desk(host)
  render(Start, { desk })
  return { host, desk }
}

test('the ways in can be used before the program has answered', () => {
  const { desk } = shown({ start: () => new Promise(() => {}) })
  const open = vi.fn()
  desk.actions = { open }
  screen.getByRole('button', { name: 'Open a dossier' }).click()
  expect(open, 'the first frame must be usable at once').toHaveBeenCalled()
})

test('a recent dossier shows title, checklist, path and time, and opens by its id', async () => {
  const { host, desk } = shown({
    start: () => startOf({ recents: [recentOf()] }),
    dossier_open: () => headOf(),
  })
  const row = await screen.findByRole('button', { name: /^PLC-200/ })
  for (const part of ['IEC 62443-4-2 2019', '/home/rita/plc-200.assay', '2026-11-24']) {
    expect(row.textContent, 'each of them helps to tell two dossiers apart').toContain(part)
  }
  row.click()
  await waitFor(() => expect(desk.open?.head.title).toBe('PLC-200, firmware 3.2.1'))
  expect(host.callsOf('dossier_open')).toEqual([{ recent: 'r1' }])
})

test('a dossier that is gone says so, does not open, and can be taken off the list', async () => {
  let recents = [recentOf({ there: false })]
  const { host } = shown({
    start: () => startOf({ recents }),
    recent_forget: () => {
      recents = []
      return {}
    },
  })
  expect(await screen.findByText('Not there any more')).toBeTruthy()
  screen.getByRole('button', { name: /^PLC-200/ }).click()
  expect(host.callsOf('dossier_open'), 'there is nothing to open').toEqual([])
  screen.getByRole('button', { name: /Take "PLC-200/ }).click()
  expect(await screen.findByText('No dossier was opened yet'), 'an empty list has a way forward').toBeTruthy()
  expect(host.callsOf('recent_forget')).toEqual([{ id: 'r1' }])
})

test('a dossier that cannot be opened says why and the list stays', async () => {
  shown({
    start: () => startOf({ recents: [recentOf()] }),
    dossier_open: () => {
      throw { code: 'dossier-damaged', args: { path: 'plc-200.assay', detail: 'page 3' } }
    },
  })
  ;(await screen.findByRole('button', { name: /^PLC-200/ })).click()
  await waitFor(() => expect(toasts.list[0]?.text, 'what is wrong').toContain('damaged'))
  expect(toasts.list[0]?.detail, 'what to do').not.toBe('')
  expect(screen.getByRole('button', { name: /^PLC-200/ })).toBeTruthy()
})

test('the first start asks for name and organisation before it makes a key', async () => {
  const { host } = shown({
    start: () => startOf({ identity: { state: 'none', card: null } }),
    identity_create: (args) => ({ state: 'ready', card: { name: args.name, organisation: args.organisation, function: args.function, key: 'cd'.repeat(32) } }),
  })
  ;(await screen.findByRole('button', { name: 'Make the key' })).click()
  expect((await screen.findAllByText('Fill this in.')).length, 'both stand in every report').toBe(2)
  expect(host.callsOf('identity_create'), 'nothing is made of half a form').toEqual([])
  await fireEvent.input(screen.getByLabelText(/^Name/), { target: { value: 'Rita Petersen' } })
  await fireEvent.input(screen.getByLabelText(/^Organisation/), { target: { value: 'Test house' } })
  screen.getByRole('button', { name: 'Make the key' }).click()
  expect(await screen.findByText('cd'.repeat(32)), 'the key is shown, so that it can be handed to a lead').toBeTruthy()
  expect(host.callsOf('identity_create')[0]).toEqual({ name: 'Rita Petersen', organisation: 'Test house', function: '', passphrase: null })
})

test('two different passphrases make no key', async () => {
  const { host } = shown({ start: () => startOf({ identity: { state: 'none', card: null } }) })
  await fireEvent.input(await screen.findByLabelText(/^Name/), { target: { value: 'Rita' } })
  await fireEvent.input(screen.getByLabelText(/^Organisation/), { target: { value: 'Test house' } })
  await fireEvent.input(screen.getByLabelText(/may be left out/), { target: { value: 'one' } })
  await fireEvent.input(screen.getByLabelText('Passphrase again'), { target: { value: 'other' } })
  screen.getByRole('button', { name: 'Make the key' }).click()
  expect(await screen.findByText('The two passphrases differ.')).toBeTruthy()
  expect(host.callsOf('identity_create'), 'a mistyped passphrase would lock the key for ever').toEqual([])
})

test('a locked key asks for its passphrase, and a wrong one is said beside the field', async () => {
  const { host } = shown({
    start: () => startOf({ identity: { ...startOf().identity, state: 'locked' } }),
    identity_unlock: () => {
      throw { code: 'signature-key-passphrase-wrong', args: {} }
    },
  })
  const field = await screen.findByLabelText('Passphrase')
  await fireEvent.input(field, { target: { value: 'guess' } })
  screen.getByRole('button', { name: 'Open the key' }).click()
  expect(await screen.findByRole('alert')).toBeTruthy()
  expect(host.callsOf('identity_unlock')).toEqual([{ passphrase: 'guess' }])
  expect((field as HTMLInputElement).value, 'a passphrase does not stay in the page').toBe('')
})

test('a dossier that the program still has open is on the desk again', async () => {
  const { desk } = shown({ start: () => startOf({ open: headOf() }) })
  await waitFor(() => expect(desk.open?.head.dossier, 'loading the page anew closes nothing').toBe('d1'))
})

test('the language can be chosen here', async () => {
  shown()
  const select = screen.getByLabelText('Language') as HTMLSelectElement
  await fireEvent.change(select, { target: { value: 'de' } })
  await waitFor(() => expect(language()).toBe('de'))
  expect(screen.getByRole('button', { name: 'Dossier öffnen' }), 'the words follow at once').toBeTruthy()
  await setLanguage('en')
})
