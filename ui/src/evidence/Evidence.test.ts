import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import type { EvidenceView } from '../host/host'
import { mockHost } from '../host/mock'
import { alarm, all, soon, the } from '../test/find'
import { changed, deskWith, evidence, line, register } from '../test/rows'
import Evidence from './Evidence.svelte'
import { notable, wanted } from './list'

beforeEach(() => localStorage.clear())
vi.setConfig({ testTimeout: 60_000 })

const some = [
  evidence('a', { used_by: ['CR 1.1', 'CTX-1'], findings: ['F-1'], preview: 'text' }),
  evidence('b', { class: 'evaluator_test', title: 'Test log' }),
  evidence('c', { class: 'checklist', own: true, title: 'Checklist' }),
]
const intact = { kind: 'text', media_type: 'text/plain', base64: null, text: '<i>line</i>', truncated: true, intact: true }

async function open(items: EvidenceView[] = some, more: Parameters<typeof deskWith>[1] = {}) {
  const host = mockHost({
    evidence: () => register(items),
    evidence_preview: () => intact,
    evidence_describe: () => changed(),
    evidence_withhold: () => changed(),
    evidence_save: () => ({}),
    pick: () => [{ token: 't1', name: 'copy.pdf', size: 0 }],
    worklist: () => ({ total: 0, all: 0, offset: 0, lines: [] }),
  })
  const desk = deskWith(host, more)
  desk.go('evidence')
  const shown = render(Evidence, { desk })
  if (items.length > 0) await screen.findByRole('table')
  return { host, desk, ...shown }
}

test('the register is searched and filtered', () => {
  const all = { search: '', class: '', unused: false, own: false }
  expect(wanted(some, all).map(({ title }) => title), 'what Assay stored is not in the way').toEqual(['Document A', 'Test log'])
  expect(wanted(some, { ...all, search: 'log test' }), 'every word, in any order').toHaveLength(1)
  expect(wanted(some, { ...all, search: 'ctx-1' }), 'also by what uses it').toHaveLength(1)
  expect(wanted(some, { ...all, unused: true }).map(({ title }) => title)).toEqual(['Test log'])
  expect(wanted(some, { ...all, own: true, class: 'checklist' })).toHaveLength(1)
})

test('one file behind many rows, or behind two maturity levels, is noticed', () => {
  const rows = new Map([
    ['SP.01.01 BR @integration', line('SP.01.01 BR @integration', { ml: 2 })],
    ['SP.01.02 BR @integration', line('SP.01.02 BR @integration', { ml: 3 })],
  ])
  expect(notable(evidence('a', { used_by: [...rows.keys()] }), rows).levels, 'procedure and record in one').toEqual({
    two: ['SP.01.01 BR @integration'],
    three: ['SP.01.02 BR @integration'],
  })
  expect(notable(evidence('a', { used_by: ['SP.01.01 BR @integration'] }), rows).levels).toBeNull()
  const many = Array.from({ length: 10 }, (_, n) => `CR 1.${n + 1}`)
  expect(notable(evidence('a', { used_by: many }), new Map()).rows).toBe(10)
  expect(notable(evidence('a', { own: true, used_by: many }), new Map()).rows, 'a workbook claims for all rows').toBe(0)
})

test('a chosen piece is read and hashed anew, and shows its text as text', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await screen.findByText(/SHA-256 a{64}, checked now: matches/)
  expect(screen.getByText('<i>line</i>').tagName, 'markup in it is no markup').toBe('PRE')
  expect(screen.getByText('Only the beginning of the text is shown.')).toBeTruthy()
  await fireEvent.click(the('button', 'Test log'))
  await waitFor(() => expect(host.callsOf('evidence_preview'), 'each opening reads again').toHaveLength(2))
})

test('damage is said loudly', async () => {
  const { host } = await open()
  host.answer('evidence_preview', () => ({ ...intact, intact: false }))
  await fireEvent.click(the('button', 'Document A'))
  const alert = await alarm()
  expect(alert).toMatch(/^\s*DAMAGED/)
  expect(screen.queryByText(/checked now: matches/)).toBeNull()
})

test('what uses it is linked', async () => {
  const { desk } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await fireEvent.click(await soon('button', 'CTX-1'))
  expect([desk.screen, desk.place]).toEqual(['activities', 'CTX-1'])
})

test('a description is recorded only when it changed', async () => {
  localStorage.setItem('assay.fold.evidence-card', 'open')
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  expect((await soon<HTMLButtonElement>('button', 'Record the description')).disabled, 'there is nothing to record').toBe(true)
  await fireEvent.input(the('textbox', 'Title'), { target: { value: 'Design' } })
  await fireEvent.click(the('button', 'Record the description'))
  await waitFor(() => expect(host.callsOf('evidence_describe')[0]).toMatchObject({ sha256: 'a'.repeat(64), card: { title: 'Design', class: 'design_doc' } }))
})

test('withholding is explained as final and needs a reason', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await fireEvent.click(await soon('button', 'Withhold'))
  await screen.findByText(/This can't be taken back/)
  const now = the<HTMLButtonElement>('button', 'Take the bytes out')
  expect(now.disabled, 'not without a reason').toBe(true)
  await fireEvent.input(the('textbox', /^Reason/), { target: { value: 'Personal data' } })
  await fireEvent.click(now)
  await waitFor(() => expect(host.callsOf('evidence_withhold')).toEqual([{ sha256: 'a'.repeat(64), reason: 'Personal data' }]))
})

test('a copy is written where the person says', async () => {
  const { host } = await open()
  await fireEvent.click(the('button', 'Document A'))
  await fireEvent.click(await soon('button', 'Save a copy'))
  await waitFor(() => expect(host.callsOf('evidence_save')).toEqual([{ sha256: 'a'.repeat(64), file: 't1' }]))
  expect(host.callsOf('pick')[0], 'with its own name').toMatchObject({ purpose: 'save_file', name: 'a.pdf' })
})

test('the arrows go through the table', async () => {
  await open()
  the('button', 'Document A').focus()
  await fireEvent.keyDown(the('button', 'Document A'), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(the('button', 'Test log'))
})

test('withheld bytes are not asked for', async () => {
  const { host } = await open([evidence('a', { withheld: 'Personal data' })])
  await fireEvent.click(the('button', 'Document A'))
  await screen.findByText('The bytes were taken out: Personal data')
  expect(host.callsOf('evidence_preview'), 'there is nothing to read').toHaveLength(0)
  expect(all('button', 'Withhold')).toEqual([])
})

test('an empty register says how evidence comes in', async () => {
  await open([])
  expect(await screen.findByText(/Drop files on the window/)).toBeTruthy()
})
