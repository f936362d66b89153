import { render, screen, waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import type { Received } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { headOf, startOf } from '../test/dossiers'
import Entrance from './Entrance.svelte'

function shown(handlers: Handlers) {
  const host = mockHost({ start: () => startOf(), pick: () => [{ token: 'file-9', name: 'theirs.assay', size: 100 }], ...handlers })
  const desk = new Desk(host)
  render(Entrance, { desk })
  desk.actions.receive?.()
  return { host, desk }
}
const told = (text: string, args: Record<string, string> = {}) => ({ text, args, subject: '' })

test('the progress of the verification is shown and can be stopped', async () => {
  let fail: (why: unknown) => void = () => {}
  const { host } = shown({
    dossier_receive: () => new Promise<Received>((_, reject) => (fail = reject)),
    job_cancel: () => {
      fail({ code: 'dossier-cancelled', args: {} })
      return {}
    },
  })
  const bar = await screen.findByRole('progressbar')
  await waitFor(() => expect(host.callsOf('dossier_receive')).toHaveLength(1))
  const job = host.callsOf('dossier_receive')[0]?.job ?? ''
  host.emit('progress', { job, done: 30, total: 100 })
  await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('30'))
  host.emit('progress', { job: 'another', done: 90, total: 100 })
  expect(bar.getAttribute('aria-valuenow'), 'the progress of another job is not ours').toBe('30')
  screen.getByRole('button', { name: 'Cancel' }).click()
  expect((await screen.findByRole('alert')).textContent).toContain('Stopped')
  expect(host.callsOf('job_cancel')).toEqual([{ job }])
})

test('a sound file is told in words and stands on the desk for looking at', async () => {
  const { desk } = shown({
    dossier_receive: () => ({
      verification: { ok: true, checked: [told('verify-ok-no-seal')], finding: null, remarks: [], limits: [told('verify-limits')] },
      open: headOf({ read_only: 'received' }),
    }),
  })
  expect(await screen.findByText('Nothing wrong was found in theirs.assay.')).toBeTruthy()
  expect(screen.getByText('What this does not show'), 'a check never stands without its limits').toBeTruthy()
  expect(desk.open?.head.read_only).toBe('received')
})

test('a file that does not stand up is not opened, and what to do is said', async () => {
  const { desk } = shown({
    dossier_receive: () => ({
      verification: { ok: false, checked: [], finding: { code: 'verify-not-a-dossier', args: { detail: 'no header' }, more: [] }, remarks: [], limits: [] },
      open: null,
    }),
  })
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('This is not a dossier')
  expect(alert.textContent, 'what it means').toContain('damaged')
  expect(alert.textContent).toContain('It was not opened.')
  expect(desk.open, 'nothing of it reaches the screens').toBeNull()
})

test('choosing no file does nothing', async () => {
  const { host } = shown({ pick: () => [] })
  await waitFor(() => expect(host.callsOf('pick')).toHaveLength(1))
  expect(screen.queryByRole('dialog')).toBeNull()
})
