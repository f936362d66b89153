import { expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import { fewLines, head, status, worklistHost } from '../test/worklist'
import { afterChange, chosen, itemOf, itemsOf, OutlineOf } from './outline.svelte'

const node = (key: string, part = {}) => ({ key, label: '', rows: 19, judged: 12, conflicting: 0, children: [], ...part })

test('each node says how far it is, and conflicts in words', () => {
  const [all, first] = itemsOf([node('FR1', { label: 'IAC', conflicting: 2, children: [node('CR 1.1')] }), node('FR2')], 'clause')
  expect(first?.note, 'counts, never a share').toBe('12 of 19')
  expect(first?.label, 'a conflict is not told by colour').toBe('IAC – 2 conflicts')
  expect(all?.note, 'the whole is the sum').toBe('24 of 38')
  expect(first?.children, 'base requirements stand under their group').toHaveLength(1)
})

test('the last node of a visit holds the rows without the tag', () => {
  const items = itemsOf([node('Lab'), node('')], 'place')
  expect(items.at(-1)?.label, 'nothing falls out of the plan').toBe('Without place')
  expect(chosen(items.at(-1)?.id ?? '', { mine: true }, 'place'), 'choosing it keeps the other conditions').toEqual({
    mine: true,
    tag: { kind: 'place', value: null },
  })
})

test('choosing a node narrows the list, and the tree shows where one is', () => {
  const items = itemsOf([node('FR1', { children: [node('CR 1.1')] })], 'clause')
  const base = items[1]?.children?.[0]?.id ?? ''
  expect(chosen(base, { group: 'FR1' }, 'clause'), 'the base is inside the group').toEqual({ base: 'CR 1.1' })
  expect(itemOf({ base: 'CR 1.1' }, 'clause'), 'the same node is selected').toBe(base)
  expect(chosen(items[0]?.id ?? '', { base: 'CR 1.1', open: true }, 'clause'), 'all rows, but still only open ones').toEqual({ open: true })
})

test('the counts follow lazily: many changes, one question', async () => {
  vi.useFakeTimers()
  const host = worklistHost(fewLines())
  const desk = new Desk(host)
  const dossier = new Dossier(desk, head())
  const outline = new OutlineOf(desk)
  const end = outline.start(dossier)
  for (let n = 0; n < 5; n += 1) dossier.take({ status: status(n), rows: [], findings: [], all_rows: false })
  await vi.advanceTimersByTimeAsync(afterChange - 1)
  expect(host.callsOf('worklist_outline'), 'nobody waits for the tree').toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(host.callsOf('worklist_outline'), 'the last of them is enough').toHaveLength(1)
  end()
  vi.useRealTimers()
})
