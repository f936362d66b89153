// Which pieces of the register are shown, and what an assessor should notice about them.

import type { EvidenceView, Line } from '../host/host'

const fold = (text: string) => text.toLocaleLowerCase()

/** Every word must stand in the name, title, class, project, version, digest or a row that uses it. */
export function matching(item: EvidenceView, search: string): boolean {
  const text = fold(
    [item.name, item.title, item.class, item.revision, item.project, item.version, item.sha256, item.author, ...item.used_by, ...item.findings]
      .filter(Boolean)
      .join('\n'),
  )
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export interface Wanted {
  search: string
  /** A class, or empty for all. */
  class: string
  unused: boolean
  /** What Assay or the vendor's workbook wrote is shown, too. */
  own: boolean
}

export function wanted(items: readonly EvidenceView[], { search, class: code, unused, own }: Wanted): EvidenceView[] {
  return items.filter(
    (item) =>
      (own || !item.own) &&
      (code === '' || item.class === code) &&
      (!unused || item.used_by.length + item.findings.length === 0) &&
      (search.trim() === '' || matching(item, search.trim())),
  )
}

/** From this number of rows on it deserves a look whether the piece really speaks for each of them. */
export const manyRows = 10

export interface Notable {
  /** Rows that name it, where they are many. */
  rows: number
  /** Rows at maturity level 2 and rows at 3 or higher rest on the same piece. */
  levels: { two: string[]; three: string[] } | null
}

/** What to notice about a piece; `lines` says at which level each row was evaluated. */
export function notable(item: EvidenceView, lines: ReadonlyMap<string, Line>): Notable {
  const levels = item.used_by.map((row) => ({ row, ml: lines.get(row)?.ml ?? 0 }))
  const two = levels.filter(({ ml }) => ml === 2).map(({ row }) => row)
  const three = levels.filter(({ ml }) => ml >= 3).map(({ row }) => row)
  return {
    rows: !item.own && item.used_by.length >= manyRows ? item.used_by.length : 0,
    levels: !item.own && two.length > 0 && three.length > 0 ? { two, three } : null,
  }
}
