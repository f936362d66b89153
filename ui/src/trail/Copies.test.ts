import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import { mockHost, type Handlers } from '../host/mock'
import { headOf } from '../test/dossiers'
import Copies from './Copies.svelte'

function opened(handlers: Handlers = {}, head = headOf()) {
  const host = mockHost({ pick: () => [{ token: 'file-7', name: 'theirs.assay', size: 100 }], dossier_head: () => headOf(), ...handlers })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, head)
  desk.screen = 'trail'
  render(Copies, { desk })
  return { host, desk }
}
const told = (text: string, args: Record<string, string> = {}) => ({ text, args, subject: '' })
const press = (name: RegExp) => fireEvent.click(screen.getByRole('button', { name }))

test('a copy is taken in, and what came of it is said line by line', async () => {
  const { host, desk } = opened({
    copy_take_in: () => ({
      lines: [
        told('team-taken', { events: '12', evidence: '1' }),
        told('ui-team-conflicts', { count: '2' }),
        told('ui-team-waiting', { name: 'Eve', organisation: 'Lab', fingerprint: '3f0c 9a4b' }),
      ],
      head: headOf({ title: 'After the merge' }),
    }),
  })
  await press(/Take in a copy/)
  expect(await screen.findByText(/New here: 12 entries/)).toBeTruthy()
  expect(screen.getByText(/2 fields have competing values/), 'a conflict is never silent').toBeTruthy()
  expect(screen.getByText(/3f0c 9a4b/), 'the fingerprint is there to be compared').toBeTruthy()
  expect(host.callsOf('copy_take_in')[0]?.file, 'the file is named by its token').toBe('file-7')
  expect(desk.open?.head.title, 'the desk shows the dossier as it is now').toBe('After the merge')
  expect(desk.screen, 'and stays where the person was').toBe('trail')
})

test('a file that is refused is said with everything that was found, and nothing changes', async () => {
  const { desk } = opened({
    copy_take_in: () =>
      Promise.reject({
        code: 'receive-wrong',
        args: { path: 'theirs.assay' },
        more: [{ code: 'verify-not-a-dossier', args: { detail: 'no header' } }],
      }),
  })
  await press(/Take in a copy/)
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2))
  expect(screen.getByText(/does not verify/)).toBeTruthy()
  expect(screen.getByText(/This is not a dossier/), 'why it does not').toBeTruthy()
  expect(desk.open?.head.title).toBe(headOf().title)
})

test('a copy is handed over with a name and without the evidence', async () => {
  const { host } = opened({
    copy_hand_over: () => ({ name: 'copy.assay', note: 'copy.assay.note', left_out: 3, status: headOf().status }),
  })
  await press(/Hand over…/)
  await fireEvent.input(screen.getByLabelText('For whom'), { target: { value: 'Bea' } })
  await fireEvent.input(screen.getByLabelText('Organisation'), { target: { value: 'Lab' } })
  await fireEvent.click(screen.getByLabelText('Leave the evidence out'))
  await press(/Choose the file and write/)
  await waitFor(() => expect(host.callsOf('copy_hand_over')).toHaveLength(1))
  expect(host.callsOf('copy_hand_over')[0]).toEqual({ file: 'file-7', name: 'Bea', organisation: 'Lab', without_evidence: true })
})

test('nothing is taken in or handed over where nothing can be recorded', () => {
  opened({}, headOf({ read_only: 'in_use' }))
  for (const name of [/Take in a copy/, /Hand over…/]) {
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled, String(name)).toBe(true)
  }
})
