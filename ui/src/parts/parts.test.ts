import { fireEvent, render, screen } from '@testing-library/svelte'
import { createRawSnippet, tick } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import Badge from './Badge.svelte'
import Button from './Button.svelte'
import Dialog from './Dialog.svelte'
import Field from './Field.svelte'
import Menu from './Menu.svelte'
import Progress from './Progress.svelte'
import { shapes } from './shapes'
import Tabs from './Tabs.svelte'
import ToastHost from './ToastHost.svelte'
import { toasts } from './toasts.svelte'
import Tree from './Tree.svelte'

const text = (content: string) => createRawSnippet(() => ({ render: () => `<span>${content}</span>` }))

afterEach(() => {
  for (const toast of toasts.list) toasts.dismiss(toast.id)
})

test('a dialog gives the focus back to where it came from', async () => {
  const opener = document.body.appendChild(document.createElement('button'))
  opener.focus()
  const onclose = vi.fn()
  render(Dialog, { title: 'Title', open: true, children: text('Body'), onclose })
  const dialog = screen.getByRole('dialog', { name: 'Title' })
  expect(dialog.contains(document.activeElement), 'the keys act in the dialog').toBe(true)
  await fireEvent.keyDown(dialog, { key: 'Escape' })
  expect(screen.queryByRole('dialog'), 'Escape closes').toBeNull()
  expect(onclose).toHaveBeenCalledTimes(1)
  expect(document.activeElement, 'one goes on where one was').toBe(opener)
  opener.remove()
})

test('a dialog that is at work is not closed', async () => {
  render(Dialog, { title: 'Title', open: true, busy: true, children: text('Body') })
  await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(screen.queryByRole('dialog'), 'the work would go on unseen').not.toBeNull()
})

test('Ctrl+Enter confirms a dialog, and no key reaches the screen below', async () => {
  const onconfirm = vi.fn()
  const below = vi.fn()
  window.addEventListener('keydown', below)
  render(Dialog, { title: 'Title', open: true, children: text('Body'), onconfirm })
  await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Enter', ctrlKey: true })
  window.removeEventListener('keydown', below)
  expect(onconfirm).toHaveBeenCalledTimes(1)
  expect(below, 'a key in a dialog must not act on the rows behind it').not.toHaveBeenCalled()
})

test('a field brings the previous text back', async () => {
  const onchange = vi.fn()
  render(Field, { label: 'Rationale', kind: 'text', value: 'seen', onchange })
  const input = screen.getByLabelText<HTMLTextAreaElement>('Rationale')
  expect(screen.queryByRole('button'), 'nothing was changed yet').toBeNull()
  await fireEvent.input(input, { target: { value: 'overwritten' } })
  await fireEvent.blur(input)
  expect(onchange).toHaveBeenLastCalledWith('overwritten')
  await fireEvent.click(screen.getByRole('button', { name: 'Restore previous text' }))
  expect(input.value).toBe('seen')
  expect(onchange, 'the way back is a change like any other').toHaveBeenLastCalledWith('seen')
  await fireEvent.click(screen.getByRole('button', { name: 'Restore previous text' }))
  expect(input.value, 'and it can be gone again').toBe('overwritten')
})

test('a field that goes away while one types loses nothing', async () => {
  const onchange = vi.fn()
  const { unmount } = render(Field, { label: 'Rationale', value: '', onchange })
  await fireEvent.input(screen.getByLabelText('Rationale'), { target: { value: 'half a sen' } })
  expect(onchange, 'not yet finished').not.toHaveBeenCalled()
  unmount()
  expect(onchange).toHaveBeenCalledWith('half a sen')
})

test('a value from outside has no previous text', async () => {
  const { rerender } = render(Field, { label: 'Rationale', value: 'row one' })
  const input = screen.getByLabelText('Rationale')
  await fireEvent.input(input, { target: { value: 'changed' } })
  await fireEvent.blur(input)
  await rerender({ value: 'row two' })
  await tick()
  expect(screen.queryByRole('button'), 'the text of another row must not come back here').toBeNull()
})

test.each([
  ['date', '2026-02-30', true],
  ['date', '25.11.2026', true],
  ['date', '2026-11-25', false],
  ['number', '4a', true],
  ['number', '4', false],
  ['number', '', false],
] as const)('a %s field takes "%s": wrong is %s', (kind, value, wrong) => {
  render(Field, { label: 'Value', kind, value })
  const input = screen.getByLabelText('Value')
  expect(input.getAttribute('aria-invalid') === 'true').toBe(wrong)
  if (wrong) expect(input.getAttribute('aria-describedby'), 'the reason is read out').toContain('-error')
})

test('a badge always has its word', () => {
  render(Badge, { word: 'Not fulfilled', shape: 'cross', tone: 'bad' })
  expect(screen.getByText('Not fulfilled')).toBeTruthy()
})

test('shapes differ without any colour', () => {
  const drawings = Object.values(shapes).map((shape) => JSON.stringify(shape))
  expect(new Set(drawings).size).toBe(drawings.length)
})

test('a busy button does nothing a second time', async () => {
  const onclick = vi.fn()
  render(Button, { children: text('Issue'), busy: true, onclick })
  await fireEvent.click(screen.getByRole('button'))
  expect(onclick).not.toHaveBeenCalled()
})

test('progress counts and can be cancelled', async () => {
  const oncancel = vi.fn()
  const { rerender } = render(Progress, { label: 'Reading', done: 3, total: 1200, oncancel })
  const bar = screen.getByRole('progressbar', { name: 'Reading' })
  expect(bar.getAttribute('aria-valuetext')).toBe('3 of 1,200')
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(oncancel).toHaveBeenCalledTimes(1)
  await rerender({ total: 0 })
  expect(bar.hasAttribute('aria-valuenow'), 'an unknown end has no value').toBe(false)
})

test('bad news stays, good news goes', async () => {
  vi.useFakeTimers()
  render(ToastHost)
  toasts.say('Exported', { tone: 'good' })
  toasts.say('Refused', { tone: 'bad', detail: 'Do this.' })
  vi.advanceTimersByTime(60_000)
  await tick()
  expect(screen.queryByText('Exported')).toBeNull()
  expect(screen.getByText('Do this.'), 'what to do stands beside it').toBeTruthy()
  vi.useRealTimers()
  await fireEvent.click(screen.getByRole('button', { name: 'Dismiss the message' }))
  expect(screen.queryByText('Refused')).toBeNull()
})

test('tabs change with the arrows', async () => {
  const children = createRawSnippet<[string]>((id) => ({ render: () => `<p>panel ${id()}</p>` }))
  const onselect = vi.fn()
  render(Tabs, { label: 'Parts', tabs: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }], children, onselect })
  expect(screen.getByRole('tab', { selected: true }).textContent).toContain('A')
  await fireEvent.keyDown(screen.getByRole('tab', { name: 'A' }), { key: 'ArrowRight' })
  expect(onselect).toHaveBeenCalledWith('b')
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'B' }))
  expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby'), 'the panel is named by its tab').toBe(
    screen.getByRole('tab', { selected: true }).id,
  )
})

test('a menu is walked by the arrows and gives the focus back', async () => {
  const onselect = vi.fn()
  const items = [
    { id: 'one', label: 'One', onselect: vi.fn() },
    { id: 'two', label: 'Two', onselect },
  ]
  render(Menu, { label: 'More', items })
  const button = screen.getByRole('button', { name: 'More' })
  const menu = screen.getByRole('menu', { hidden: true })
  menu.showPopover()
  await tick()
  expect(document.activeElement?.textContent).toContain('One')
  await fireEvent.keyDown(menu, { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toContain('Two')
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Two', hidden: true }))
  expect(onselect).toHaveBeenCalledTimes(1)
  expect(document.activeElement, 'one goes on where one was').toBe(button)
})

test('a tree opens, closes and selects by key', async () => {
  const onselect = vi.fn()
  render(Tree, { label: 'Groups', items: [{ id: 'fr1', label: 'FR 1', children: [{ id: 'cr11', label: 'CR 1.1' }] }], onselect })
  const group = screen.getByRole('treeitem', { name: /FR 1/ })
  expect(group.getAttribute('aria-expanded')).toBe('false')
  await fireEvent.keyDown(group, { key: 'ArrowRight' })
  const child = screen.getByRole('treeitem', { name: /CR 1.1/ })
  expect(child.getAttribute('aria-level')).toBe('2')
  await fireEvent.keyDown(group, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(child)
  await fireEvent.keyDown(child, { key: 'Enter' })
  expect(onselect).toHaveBeenCalledWith('cr11')
  await fireEvent.keyDown(child, { key: 'ArrowLeft' })
  expect(document.activeElement, '← goes to the parent').toBe(group)
  await fireEvent.keyDown(group, { key: 'ArrowLeft' })
  expect(screen.queryByRole('treeitem', { name: /CR 1.1/ })).toBeNull()
})
