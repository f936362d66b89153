// Which cell is active and which rows are selected.

export class Selection {
  /** Active row; -1 is the head. */
  row = $state(0)
  column = $state(0)
  /** Replaced as a whole, so that selecting thousands of rows is one change. */
  picked = $state.raw<ReadonlySet<number>>(new Set())
  #anchor = 0
  #before: ReadonlySet<number> = new Set()

  move(row: number, column = this.column): void {
    this.row = row
    this.column = column
  }

  has(index: number): boolean {
    return this.picked.has(index)
  }

  /** Selected rows in order. */
  get list(): number[] {
    return [...this.picked].toSorted((a, b) => a - b)
  }

  /** What an action is for: the selected rows, or else the active one. */
  get targets(): number[] {
    if (this.picked.size > 0) return this.list
    return this.row >= 0 ? [this.row] : []
  }

  anchor(index: number): void {
    this.#anchor = index
    this.#before = this.picked
  }

  toggle(index: number): void {
    const next = new Set(this.picked)
    if (!next.delete(index)) next.add(index)
    this.picked = next
    this.anchor(index)
  }

  /** From the anchor to here, on top of what was selected before the range began. */
  extend(index: number): void {
    const next = new Set(this.#before)
    const [from, to] = this.#anchor < index ? [this.#anchor, index] : [index, this.#anchor]
    for (let at = from; at <= to; at += 1) next.add(at)
    this.picked = next
  }

  all(count: number): void {
    this.picked = new Set(Array.from({ length: count }, (_, index) => index))
  }

  clear(): void {
    if (this.picked.size > 0) this.picked = new Set()
    this.#before = this.picked
  }
}
