// Which documents of the series are looked for.

import type { DocumentView } from '../host/host'

/** Does every word stand somewhere in what is known about the document? */
export function matches(document: DocumentView, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const text = Object.values(document).flat().filter((value) => value !== null).join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}

/**
 * Is the document used in this phase of the lifecycle? What holds in all phases is found in each; where nothing is
 * known but what the overview states, that counts.
 */
export function inPhase(document: DocumentView, phase: string): boolean {
  const stated = (document.phase ?? document.overview_phase ?? '').toLowerCase()
  return stated.startsWith('all') || stated.includes(phase.toLowerCase())
}
