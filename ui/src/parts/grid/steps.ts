// Where a key leads in a table.

import type { KeyId } from '../../keys'

export interface Place {
  /** -1 is the head. */
  row: number
  column: number
}

/** The place that a movement key leads to, not yet held inside the table; null for any other key. */
export function moved(key: KeyId | null, { row, column }: Place, size: { rows: number; columns: number; page: number }): Place | null {
  switch (key) {
    case 'up':
      return { row: row - 1, column }
    case 'down':
      return { row: row + 1, column }
    case 'left':
      return { row, column: column - 1 }
    case 'right':
      return { row, column: column + 1 }
    case 'first-column':
      return { row, column: 0 }
    case 'last-column':
      return { row, column: size.columns - 1 }
    case 'first-row':
      return { row: 0, column }
    case 'last-row':
      return { row: size.rows - 1, column }
    case 'page-up':
      return { row: Math.max(0, row - size.page), column }
    case 'page-down':
      return { row: row + size.page, column }
    default:
      return null
  }
}

/** The place inside the table that is nearest to the one wanted. */
export function held({ row, column }: Place, size: { rows: number; columns: number }): Place {
  return {
    row: Math.max(-1, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  }
}
