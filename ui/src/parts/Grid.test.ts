import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { tick } from 'svelte'
import { expect, test, vi } from 'vitest'
import Grid, { type Column } from './Grid.svelte'

interface Row {
  id: string
  title: string
}

const columns: Column<Row>[] = [
  { id: 'id', title: 'Id', width: 100, names: true, sortable: true, text: (row) => row.id },
  { id: 'title', title: 'Title', width: 300, grow: true, text: (row) => row.title },
]
const rowAt = (index: number): Row => ({ id: `R ${index}`, title: `Title ${index}` })
const pageOf = (count: number) =>
  vi.fn(async (offset: number, limit: number) =>
    Array.from({ length: Math.min(limit, count - offset) }, (_, at) => rowAt(offset + at)),
  )

type Props = Record<string, unknown>
async function shown(count: number, more: Props = {}) {
  const page = pageOf(count)
  const { component, rerender } = render(Grid<Row>, { props: { label: 'Rows', columns, count, page, ...more } as never })
  const grid = screen.getByRole('grid')
  await (component as unknown as { settled(): Promise<void> }).settled()
  await tick()
  return { grid, page, component: component as unknown as Record<string, (...args: unknown[]) => unknown>, rerender }
}
// By selector: asking for hundreds of roles takes jsdom seconds.
const rowElements = () => [...document.querySelectorAll('[role="row"]:not([aria-rowindex="1"])')]
const rowElement = (index: number) => rowElements().find((row) => row.getAttribute('aria-rowindex') === String(index + 2))
const press = (grid: HTMLElement, key: string, more: object = {}) => fireEvent.keyDown(grid, { key, ...more })
const activeText = (grid: HTMLElement) => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim()

test('of 10,000 rows only those in sight are in the document', async () => {
  const { grid, page } = await shown(10_000)
  expect(rowElements().length, 'more would make every movement slow').toBeLessThan(120)
  expect(grid.getAttribute('aria-rowcount'), 'a screen reader hears of all rows and the head').toBe('10001')
  expect(page.mock.calls.length, 'pages out of sight are not read').toBeLessThanOrEqual(2)
})

test('up to 500 rows are all in the document', async () => {
  await shown(126)
  expect(rowElements(), 'find-in-page reaches every row').toHaveLength(126)
  expect(rowElement(125)?.textContent, 'also the last page was read').toContain('Title 125')
})

test('the keys move through all rows', async () => {
  const { grid, component } = await shown(10_000)
  await press(grid, 'ArrowDown')
  expect(activeText(grid)).toBe('R 1')
  await press(grid, 'End', { ctrlKey: true })
  await component.settled?.()
  await waitFor(() => expect(activeText(grid), 'the last row is read when one goes there').toBe('R 9999'))
  await press(grid, 'ArrowDown')
  expect(activeText(grid), 'there is nothing below the last row').toBe('R 9999')
  await press(grid, 'ArrowRight')
  expect(activeText(grid)).toBe('Title 9999')
  await press(grid, 'Home', { ctrlKey: true })
  expect(activeText(grid), 'the column stays').toBe('Title 0')
  await press(grid, 'PageDown')
  expect(activeText(grid), '600 px of 30 px rows less the head and one row to keep the place').toBe('Title 18')
})

test('setRow draws one row again and no other', async () => {
  const { component } = await shown(10_000)
  const changed: Element[] = []
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const row = (record.target instanceof Element ? record.target : record.target.parentElement)?.closest('[role="row"]')
      if (row && !changed.includes(row)) changed.push(row)
    }
  })
  observer.observe(screen.getByRole('grid'), { subtree: true, childList: true, characterData: true, attributes: true })
  component.setRow?.(3, { id: 'R 3', title: 'Fulfilled now' })
  await tick()
  await Promise.resolve()
  observer.disconnect()
  expect(rowElement(3)?.textContent).toContain('Fulfilled now')
  expect(changed, 'a verdict repaints only its row').toEqual([rowElement(3)])
})

test('reading again does not blink', async () => {
  const { component, page } = await shown(10_000)
  let give: (rows: Row[]) => void = () => {}
  page.mockImplementation(() => new Promise<Row[]>((resolve) => (give = resolve)))
  component.refresh?.()
  await tick()
  expect(rowElement(0)?.textContent, 'the old row stays until the new one is there').toContain('Title 0')
  give(Array.from({ length: 100 }, (_, at) => ({ id: `R ${at}`, title: `New ${at}` })))
  await waitFor(() => expect(rowElement(0)?.textContent).toContain('New 0'))
})

test('an answer that comes too late is dropped', async () => {
  const { component, page } = await shown(1000)
  let late: (rows: Row[]) => void = () => {}
  page.mockImplementationOnce(() => new Promise<Row[]>((resolve) => (late = resolve)))
  component.refresh?.()
  page.mockImplementation(async () => Array.from({ length: 100 }, () => ({ id: 'new', title: 'new' })))
  component.refresh?.()
  await waitFor(() => expect(rowElement(0)?.textContent).toContain('new'))
  late(Array.from({ length: 100 }, () => ({ id: 'late', title: 'late' })))
  await tick()
  expect(rowElement(0)?.textContent, 'the order of asking counts, not the order of answering').not.toContain('late')
})

test('rows are selected one by one, as a range, and all', async () => {
  const onselect = vi.fn()
  const { grid, component } = await shown(1000, { onselect })
  await press(grid, ' ')
  await press(grid, 'ArrowDown')
  await press(grid, 'ArrowDown')
  await press(grid, 'ArrowDown', { shiftKey: true })
  expect(onselect).toHaveBeenLastCalledWith([0, 2, 3])
  await press(grid, 'ArrowUp', { shiftKey: true })
  expect(onselect, 'a range shrinks again, what was selected before stays').toHaveBeenLastCalledWith([0, 2])
  expect(rowElement(2)?.getAttribute('aria-selected')).toBe('true')
  await press(grid, 'a', { ctrlKey: true })
  expect(component.targets?.(), 'all means also the rows that were never read').toHaveLength(1000)
  await press(grid, 'Escape')
  expect(component.targets?.(), 'without a selection the active row is meant').toEqual([2])
})

test('the mouse selects as in other lists', async () => {
  const onselect = vi.fn()
  await shown(50, { onselect })
  const cell = (index: number) => rowElement(index)?.querySelector('[role="rowheader"]') as HTMLElement
  await fireEvent.click(cell(2))
  await fireEvent.click(cell(5), { shiftKey: true })
  expect(onselect).toHaveBeenLastCalledWith([2, 3, 4, 5])
  await fireEvent.click(cell(4), { ctrlKey: true })
  expect(onselect).toHaveBeenLastCalledWith([2, 3, 5])
  await fireEvent.click(cell(0))
  expect(onselect).toHaveBeenLastCalledWith([])
})

test('a key that the grid does not know goes to its owner with the row', async () => {
  const onkey = vi.fn(() => true)
  const onopen = vi.fn()
  const { grid } = await shown(50, { onkey, onopen })
  await press(grid, 'ArrowDown')
  const event = await press(grid, 'f')
  expect(onkey).toHaveBeenLastCalledWith(expect.anything(), { row: rowAt(1), index: 1, column: 'id', targets: [1] })
  expect(event, 'a key that was used does nothing else').toBe(false)
  await press(grid, 'Enter')
  expect(onopen).toHaveBeenCalledWith(rowAt(1), 1)
})

test('a digit starts the way to an id, and letters belong to it', async () => {
  const onkey = vi.fn()
  const find = vi.fn((typed: string) => (typed === '5.2r' ? 42 : null))
  const { grid } = await shown(126, { onkey, find })
  for (const key of '5.2r') await press(grid, key)
  await tick()
  expect(find).toHaveBeenLastCalledWith('5.2r')
  expect(onkey, 'a letter of an id must not record a verdict').not.toHaveBeenCalled()
  expect(activeText(grid)).toBe('R 42')
  await press(grid, 'x')
  await waitFor(() => expect(screen.getByText('5.2rx: no such row'), 'one sees that there is none').toBeTruthy())
  await press(grid, 'Escape')
  await press(grid, 'f')
  expect(onkey, 'after Escape a letter is a key again').toHaveBeenCalledTimes(1)
})

test('the head is reached by key, sorts and resizes', async () => {
  const onsort = vi.fn()
  const onresize = vi.fn()
  const { grid } = await shown(50, { onsort, onresize, sort: { column: 'id', descending: false } })
  expect(screen.getByRole('columnheader', { name: /Id/ }).getAttribute('aria-sort')).toBe('ascending')
  await press(grid, 'ArrowUp')
  expect(activeText(grid)).toBe('Id')
  await press(grid, 'Enter')
  expect(onsort).toHaveBeenCalledWith({ column: 'id', descending: true })
  await press(grid, 'ArrowRight', { altKey: true })
  expect(onresize).toHaveBeenCalledWith('id', 116)
})

test('another filter reads everything again and drops the selection', async () => {
  const onselect = vi.fn()
  const { grid, page, rerender } = await shown(1000, { onselect, version: 1 })
  await press(grid, ' ')
  const before = page.mock.calls.length
  await rerender({ version: 2, count: 10 } as never)
  await waitFor(() => expect(page.mock.calls.length).toBeGreaterThan(before))
  expect(onselect, 'the places mean other rows now').toHaveBeenLastCalledWith([])
  await waitFor(() => expect(rowElements()).toHaveLength(10))
})

test('a page that cannot be read is told and not asked for without end', async () => {
  const onfail = vi.fn()
  const page = vi.fn(() => Promise.reject(new Error('disk')))
  render(Grid<Row>, { props: { label: 'Rows', columns, count: 50, page, onfail } as never })
  await waitFor(() => expect(onfail).toHaveBeenCalledTimes(1))
  await tick()
  expect(page, 'asking again at once would fail again').toHaveBeenCalledTimes(1)
})

test('rows that were never in sight can be taken', async () => {
  const { component } = await shown(10_000)
  const rows = (await component.rowsAt?.([9000, 3])) as Row[]
  expect(rows.map((row) => row.id)).toEqual(['R 9000', 'R 3'])
})
