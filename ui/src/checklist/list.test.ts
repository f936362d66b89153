import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { Changed, Line } from '../host/host'
import { fewLines, head, line, status, worklistHost } from '../test/worklist'
import { afterLeaving, List, type GridHandle } from './list.svelte'

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})
afterEach(() => vi.useRealTimers())

let dossiers = 0

/** A list with a grid that only remembers what it was told. */
async function listOf(lines: Line[] = fewLines()) {
  const host = worklistHost(lines)
  const desk = new Desk(host)
  // Where one was is remembered for each dossier.
  const dossier = new Dossier(desk, head({ dossier: `list-${(dossiers += 1)}` }))
  const list = new List(desk, dossier)
  const set: [number, Line][] = []
  let at = 0
  const grid: GridHandle = {
    setRow: (index, row) => set.push([index, row]),
    moveTo: (index) => (at = index),
    settled: async () => void (await list.page(0, 100)),
    targets: () => [at],
    rowsAt: async (indices) => indices.flatMap((index) => list.lineAt(index) ?? []),
    clear: () => {},
    focus: () => {},
  }
  list.grid = grid
  const end = list.start()
  await vi.advanceTimersByTimeAsync(0)
  const go = (index: number) => {
    at = index
    list.activate(index, list.lineAt(index))
  }
  const changed = (...rows: Line[]): Changed => ({ status: status(2), rows, findings: [], all_rows: false })
  return { host, dossier, list, set, end, go, changed, at: () => at }
}

test('a recorded change paints its own row and asks for nothing', async () => {
  const { host, dossier, list, set, changed } = await listOf()
  const asked = host.calls.length
  dossier.take(changed(line('CR 1.2', { verdict: 'fulfilled' })))
  expect(set.map(([index, row]) => [index, row.verdict]), 'one row, at its place').toEqual([[2, 'fulfilled']])
  await vi.advanceTimersByTimeAsync(afterLeaving * 2)
  expect(host.calls.length, 'nothing else has to be read').toBe(asked)
  expect(list.leaving.size, 'without a filter no row leaves').toBe(0)
})

test('a row under the cursor stays until the cursor leaves, though the filter no longer lets it through', async () => {
  const { host, dossier, list, go, changed } = await listOf()
  await list.narrow({ open: true })
  const before = host.callsOf('worklist').length
  go(0)
  host.lines = host.lines.map((one) => (one.row === 'CR 1.1' ? { ...one, verdict: 'fulfilled' } : one))
  dossier.take(changed(line('CR 1.1', { verdict: 'fulfilled' })))
  await vi.advanceTimersByTimeAsync(afterLeaving * 4)
  expect(list.leaving.has('CR 1.1'), 'it is marked').toBe(true)
  expect(host.callsOf('worklist').length, 'and stays where it is').toBe(before)
  go(1)
  await vi.advanceTimersByTimeAsync(afterLeaving)
  expect(list.total, 'now it has left').toBe(4)
  expect(list.cursor?.line.row, 'the cursor is on the row it was on').toBe('CR 1.1 RE(1)')
})

test('nothing moves while a strip or a dialog is open', async () => {
  const { host, dossier, list, go, changed } = await listOf()
  await list.narrow({ open: true })
  const before = host.callsOf('worklist').length
  go(1)
  list.hold()
  dossier.take(changed(line('CR 1.1', { verdict: 'fulfilled' })))
  await vi.advanceTimersByTimeAsync(afterLeaving * 4)
  expect(host.callsOf('worklist').length, 'rows may not move under the hands').toBe(before)
  list.release()
  await vi.advanceTimersByTimeAsync(afterLeaving)
  expect(host.callsOf('worklist').length, 'it is made up for afterwards').toBe(before + 1)
})

test('an undo brings a row back that had left the filtered list', async () => {
  const { host, dossier, list, changed } = await listOf(fewLines().map((one) => (one.row === 'CR 2.1' ? { ...one, verdict: 'fulfilled' } : one)))
  await list.narrow({ open: true })
  expect(list.total, 'the judged row is not shown').toBe(4)
  host.lines = fewLines()
  dossier.take(changed(line('CR 2.1', { group: 'FR2' })))
  await vi.advanceTimersByTimeAsync(afterLeaving)
  expect(list.total, 'it is open again').toBe(5)
})

test('typing words asks once, a moment after the last letter, and an older answer is dropped', async () => {
  const { host, list } = await listOf()
  const before = host.callsOf('worklist').length
  for (const text of ['p', 'pa', 'pass']) list.look(text)
  await vi.advanceTimersByTimeAsync(60)
  expect(host.callsOf('worklist').length, 'not one question for each letter').toBe(before + 1)
  expect([list.total, list.all], 'one of five rows has passwords in its claim').toEqual([1, 5])

  let answer: (() => void) | undefined
  host.answer('worklist', ({ query }) =>
    query.search === 'slow'
      ? new Promise((resolve) => (answer = () => resolve({ total: 99, all: 99, offset: 0, lines: [] })))
      : { total: 2, all: 5, offset: 0, lines: fewLines().slice(0, 2) },
  )
  list.look('slow')
  await vi.advanceTimersByTimeAsync(60)
  list.look('fast')
  await vi.advanceTimersByTimeAsync(60)
  answer?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(list.total, 'the newest question counts').toBe(2)
})

test('filters are kept for each dossier', async () => {
  const { list, dossier } = await listOf()
  await list.narrow({ mine: true }, 'place')
  const again = new List(new Desk(worklistHost([])), dossier)
  expect([again.conditions, again.order], 'the next start shows the same').toEqual([{ mine: true }, 'place'])
})

test('a row that the filter hides is shown by taking the filter off', async () => {
  const { list } = await listOf()
  await list.narrow({ group: 'FR1' })
  expect(await list.goTo('CR 2.2'), 'the row exists').toBe(true)
  expect([list.conditions, list.cursor?.line.row], 'it is on the screen').toEqual([{}, 'CR 2.2'])
  expect(await list.goTo('CR 9.9'), 'there is no such row').toBe(false)
})
