// Where one can go once a dossier is open, in the order of the navigation.

import type { Component } from 'svelte'
import type { Desk } from './desk.svelte'
import type { KeyId } from './keys'
import type { IconName } from './parts/icons'

/** What every screen is given. */
export interface ScreenProps {
  desk: Desk
}

export type ScreenId =
  | 'case'
  | 'worklist'
  | 'conclusion'
  | 'activities'
  | 'evidence'
  | 'findings'
  | 'trail'
  | 'import'
  | 'report'
  | 'series'

export interface Screen {
  id: ScreenId
  icon: IconName
  /** Text id of the name. */
  text: string
  key: KeyId
  load: () => Promise<{ default: Component<ScreenProps> }>
}

// Each screen is a piece of its own, read when it is first opened.
const components = import.meta.glob<{ default: Component<ScreenProps> }>([
  './case/Case.svelte',
  './checklist/Worklist.svelte',
  './evaluation/Conclusion.svelte',
  './evaluation/Activities.svelte',
  './evaluation/Findings.svelte',
  './evidence/Evidence.svelte',
  './evidence/Import.svelte',
  './trail/Trail.svelte',
  './report/Report.svelte',
  './series/Series.svelte',
])

const table: (Omit<Screen, 'load'> & { file: string })[] = [
  { id: 'case', icon: 'case', text: 'ui-screen-case', key: 'go-case', file: './case/Case.svelte' },
  { id: 'worklist', icon: 'list', text: 'ui-screen-worklist', key: 'go-worklist', file: './checklist/Worklist.svelte' },
  { id: 'conclusion', icon: 'scales', text: 'ui-screen-conclusion', key: 'go-conclusion', file: './evaluation/Conclusion.svelte' },
  { id: 'activities', icon: 'steps', text: 'ui-screen-activities', key: 'go-activities', file: './evaluation/Activities.svelte' },
  { id: 'evidence', icon: 'clip', text: 'ui-screen-evidence', key: 'go-evidence', file: './evidence/Evidence.svelte' },
  { id: 'findings', icon: 'flag', text: 'ui-screen-findings', key: 'go-findings', file: './evaluation/Findings.svelte' },
  { id: 'trail', icon: 'chain', text: 'ui-screen-trail', key: 'go-trail', file: './trail/Trail.svelte' },
  { id: 'import', icon: 'inbox', text: 'ui-screen-import', key: 'go-import', file: './evidence/Import.svelte' },
  { id: 'report', icon: 'page', text: 'ui-screen-report', key: 'go-report', file: './report/Report.svelte' },
  { id: 'series', icon: 'books', text: 'ui-screen-series', key: 'go-series', file: './series/Series.svelte' },
]

/** The screens that are there; one without its component has no entry. */
export const screens: readonly Screen[] = table.flatMap(({ file, ...screen }) => {
  const load = components[file]
  return load ? [{ ...screen, load }] : []
})
