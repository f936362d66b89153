import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { openDossier } from '../door'
import { mockHost } from '../host/mock'
import { toasts } from '../parts/toasts.svelte'
import { headOf, startOf } from '../test/dossiers'
import Older from './Older.svelte'

const args = { path: '/home/rita/a.assay', chain: '1e69', 'known-size': '7', 'known-root': 'aa', size: '5', root: 'bb' }

beforeEach(() => (toasts.list = []))

function shown(code: string) {
  const host = mockHost({
    start: () => startOf({}),
    dossier_open: ({ older_copy }) => {
      if (older_copy) return headOf({})
      throw { code, args }
    },
  })
  const desk = new Desk(host)
  render(Older, { desk })
  return { host, desk }
}

test.each(['memory-older', 'memory-rewritten'])('a copy refused as %s is continued only with a reason', async (code) => {
  const { host, desk } = shown(code)
  expect(await openDossier(desk, { recent: 'r1' }), 'it is not opened').toBe(false)
  await screen.findByRole('heading', { name: 'Not what this installation remembers' })
  expect(screen.getByRole('dialog').textContent, 'both roots are shown').toMatch(/aa.*bb/s)
  const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Continue this copy' })
  expect(go.disabled, 'without a reason there is no way on').toBe(true)
  await fireEvent.input(screen.getByLabelText('Why this copy is continued'), { target: { value: 'The laptop is gone' } })
  await fireEvent.click(go)
  await waitFor(() => expect(desk.open, 'then it is open').not.toBeNull())
  expect(host.callsOf('dossier_open')[1], 'the reason goes along').toMatchObject({ recent: 'r1', older_copy: 'The laptop is gone' })
  expect(desk.older, 'the question is answered').toBeNull()
})

test('an older copy that is only to be looked at is refused in words', async () => {
  const { desk } = shown('memory-older')
  await openDossier(desk, { recent: 'r1', read_only: true })
  expect(desk.older, 'there is nothing to continue').toBeNull()
  expect(toasts.list, 'and it is said').toHaveLength(1)
})
