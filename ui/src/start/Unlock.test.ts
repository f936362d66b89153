import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { enter, lockDossier, openDossier } from '../door'
import Idle from '../frame/Idle.svelte'
import { mockHost, type Handlers } from '../host/mock'
import { toasts } from '../parts/toasts.svelte'
import { settings } from '../settings.svelte'
import { headOf, recentOf, startOf } from '../test/dossiers'
import Unlock from './Unlock.svelte'

const right = 'correct horse battery staple'
const encrypted = headOf({ encrypted: true, path: '/home/rita/plc-200.assay' })

beforeEach(() => {
  localStorage.clear()
  settings.lockAfter = 15
  toasts.list = []
})

function shown(handlers: Handlers = {}) {
  const host = mockHost({
    start: () => startOf({ recents: [recentOf({ path: encrypted.path })] }),
    dossier_open: ({ passphrase }) => {
      if (passphrase === right) return encrypted
      const code = passphrase === undefined ? 'dossier-locked' : 'dossier-not-unlocked'
      throw { code, args: { path: encrypted.path } }
    },
    dossier_close: () => ({}),
    ...handlers,
  })
  const desk = new Desk(host)
  render(Unlock, { desk })
  return { host, desk }
}

async function type(passphrase: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText('Passphrase of the dossier'), { target: { value: passphrase } })
  await fireEvent.click(screen.getByRole('button', { name: 'Open' }))
}

test('an encrypted dossier asks for its passphrase and opens with it', async () => {
  const { desk } = shown()
  await openDossier(desk, { recent: 'r1' })
  await screen.findByRole('heading', { name: 'Encrypted dossier' })
  expect(toasts.list, 'that a passphrase is needed is no error').toEqual([])
  await type('another one')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent, 'a wrong passphrase and a damaged file look the same, and both are said').toMatch(/another one.*changed or damaged/)
  expect(desk.open, 'nothing was opened').toBeNull()
  await type(right)
  await waitFor(() => expect(desk.open?.head.path).toBe(encrypted.path))
  expect(desk.unlocking, 'the question is answered').toBeNull()
  expect(JSON.stringify(desk.openedBy), 'the passphrase is not kept').not.toContain(right)
})

test('the passphrase is hidden until the person wants to see it', async () => {
  const { desk } = shown()
  await openDossier(desk, { recent: 'r1' })
  const field = await screen.findByLabelText<HTMLInputElement>('Passphrase of the dossier')
  expect(field.type).toBe('password')
  await fireEvent.click(screen.getByRole('button', { name: 'Show the passphrase' }))
  expect(field.type, 'somebody who mistypes can look').toBe('text')
})

test('locking hands over what is being typed first and leads back to the same place', async () => {
  const { host, desk } = shown()
  enter(desk, encrypted, { recent: 'r1' })
  desk.go('trail', 'entry-7')
  const flush = vi.fn()
  desk.onclose(flush)
  await lockDossier(desk)
  expect(flush, 'no letter is lost').toHaveBeenCalled()
  expect(host.callsOf('dossier_close').length, 'the program lets go of the key').toBe(1)
  expect(desk.open, 'nothing of it is shown any more').toBeNull()
  await screen.findByText(/The dossier is locked/)
  await type(right)
  await waitFor(() => expect(desk.screen).toBe('trail'))
  expect(desk.place).toBe('entry-7')
})

test('a dossier that nobody uses is locked, and one that is plain is not', async () => {
  vi.useFakeTimers()
  try {
    const { host, desk } = shown()
    render(Idle, { desk })
    enter(desk, headOf(), { recent: 'r1' })
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(host.callsOf('dossier_close'), 'a plain file gains nothing by being locked').toEqual([])
    enter(desk, encrypted, { recent: 'r1' })
    await vi.advanceTimersByTimeAsync(20_000)
    expect(host.callsOf('dossier_close').length, 'the time before counts as well').toBe(1)

    enter(desk, encrypted, { recent: 'r1' })
    await fireEvent.keyDown(window, { key: 'a' })
    await vi.advanceTimersByTimeAsync(14 * 60_000)
    await fireEvent.keyDown(window, { key: 'a' })
    await vi.advanceTimersByTimeAsync(14 * 60_000)
    expect(host.callsOf('dossier_close').length, 'whoever types is not locked out').toBe(1)
    await vi.advanceTimersByTimeAsync(2 * 60_000)
    expect(host.callsOf('dossier_close').length, 'fifteen minutes after the last key').toBe(2)
    expect(desk.unlocking?.back?.idle, 'and it says why').toBe(true)

    settings.lockAfter = 0
    enter(desk, encrypted, { recent: 'r1' })
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000)
    expect(host.callsOf('dossier_close').length, 'never means never').toBe(2)
  } finally {
    vi.useRealTimers()
  }
})
