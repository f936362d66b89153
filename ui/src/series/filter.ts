// Which documents of the series are looked for.

import type { DocumentView } from '../host/host'

/** Does every word stand somewhere in what is known about the document? */
export function matches(document: DocumentView, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const text = Object.values(document).flat().filter((value) => value !== null).join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}
