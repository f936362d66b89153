export interface Column<R> {
  id: string
  title: string
  /** Width in pixels at first. */
  width: number
  min?: number
  /** Takes the room that is left. */
  grow?: boolean
  sortable?: boolean
  align?: 'start' | 'end'
  /** This column names the row. */
  names?: boolean
  /** Digits of equal width, such as for ids. */
  fixed?: boolean
  /** The text of a cell, where no `cell` snippet draws it. */
  text?: (row: R) => string
}

export interface Sort {
  column: string
  descending: boolean
}

export const narrowest = 48
