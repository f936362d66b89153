// Finds a control by what it is and what it is called. A search by role computes the style of every element of the page,
// which takes seconds on a screen as full as a row.

import { waitFor } from '@testing-library/svelte'

const kinds = {
  button: 'button:not([role])',
  radio: '[role="radio"], input[type="radio"]',
  checkbox: 'input[type="checkbox"]',
  textbox: 'textarea, input[type="text"]',
  combobox: 'select',
  region: 'section, [role="region"], form',
} as const
export type Kind = keyof typeof kinds

function words(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], .required, .note')) hidden.remove()
  return copy.textContent.replace(/\s+/g, ' ').trim()
}

/** The name of a control: its label, what it is labelled by, or its own words. */
function nameOf(element: Element): string {
  const own = element.getAttribute('aria-label')
  if (own !== null) return own
  const by = element.getAttribute('aria-labelledby')
  const other = by ? document.getElementById(by) : null
  if (other) return words(other)
  const label = (element as HTMLInputElement).labels?.[0]
  return label ? words(label) : words(element)
}

/** All controls of this kind and name; a text must be the whole name. */
export function all<E extends HTMLElement = HTMLElement>(kind: Kind, name: string | RegExp, within: ParentNode = document): E[] {
  return [...within.querySelectorAll<E>(kinds[kind])].filter((element) => {
    const said = nameOf(element)
    return typeof name === 'string' ? said === name : name.test(said)
  })
}

/** The one control of this kind and name. */
export function the<E extends HTMLElement = HTMLElement>(kind: Kind, name: string | RegExp, within: ParentNode = document): E {
  const found = all<E>(kind, name, within)
  const [first] = found
  if (!first || found.length > 1) throw new Error(`${found.length} of ${kind} ${String(name)} instead of one`)
  return first
}

/** Waits until it is there. */
export const soon = <E extends HTMLElement = HTMLElement>(kind: Kind, name: string | RegExp, within?: ParentNode): Promise<E> =>
  waitFor(() => the<E>(kind, name, within))

/** What is said out loud because something went wrong. */
export const alarm = (): Promise<string> =>
  waitFor(() => {
    const said = document.querySelector('[role="alert"]')?.textContent.trim()
    if (!said) throw new Error('nothing is said yet')
    return said
  })
