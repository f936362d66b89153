// The panel of one row, which the worklist shows beside its grid. It lives in another folder and is read when it is
// first opened; without it the worklist shows no panel.

import type { Component } from 'svelte'
import type { Desk } from './desk.svelte'

/** What in the panel takes the focus first. */
export type RowFocus = 'verdict' | 'evidence' | 'finding' | 'mode' | 'tags'

export interface RowProps {
  desk: Desk
  row: string
  /** Goes to the row so many places further down the list. */
  onmove: (delta: number) => void
  /** Null again once the focus is there. */
  focusOn?: RowFocus | null
  /** A verdict that is about to be recorded. */
  draftVerdict?: string | null
}

const panels = import.meta.glob<{ default: Component<RowProps> }>('./evaluation/Row.svelte')

/** Reads the panel; null where there is none. */
export async function loadRow(): Promise<Component<RowProps> | null> {
  const [load] = Object.values(panels)
  return load ? (await load()).default : null
}
