// The rows of the worklist as they are shown now: which ones, how many, where the cursor is. A recorded change repaints
// its own rows only; the list is asked for again when rows have to leave it, and never while the cursor is on one of them.

import { tick } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'
import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import { asProblem, type Changed, type Line, type Lines, type Problem, type WorklistQuery } from '../host/host'
import { active, matches, moved, queryOf, read, withCondition, type Condition, type Conditions, type Order } from './filters'

/** What the list asks of the grid. */
export interface GridHandle {
  setRow(index: number, row: Line): void
  moveTo(index: number): void
  settled(): Promise<void>
  targets(): number[]
  rowsAt(indices: readonly number[]): Promise<Line[]>
  clear(): void
  focus(): void
}

/** Rows that are read at once; the grid is given the same size. */
export const pageSize = 100
const afterTyping = 60
/** How long after the cursor left them rows are taken out of the list. */
export const afterLeaving = 250

// Where one was, so that coming back from another screen shows the same.
const left = new Map<string, { row: string | null; search: string }>()

export class List {
  readonly #desk: Desk
  readonly #dossier: Dossier
  conditions = $state.raw<Conditions>({})
  order = $state<Order>('clause')
  search = $state('')
  /** Rows that match. */
  total = $state(0)
  /** Rows of the worklist. */
  all = $state(0)
  /** Another set of rows; the grid reads everything again. */
  version = $state(0)
  /** The first answer is there. */
  loaded = $state(false)
  problem = $state.raw<Problem | null>(null)
  /** The line the cursor is on. */
  cursor = $state.raw<{ index: number; line: Line } | null>(null)
  selected = $state.raw<number[]>([])
  /** Rows that are still shown although the filter no longer lets them through. */
  readonly leaving = new SvelteSet<string>()
  grid: GridHandle | null = null

  #query: WorklistQuery
  #ready: { offset: number; lines: Line[] } | null = null
  readonly #known = new Map<string, { index: number; line: Line }>()
  readonly #names = new Map<number, string>()
  #turn = 0
  #settling = 0
  #held = 0
  #due = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #typing: ReturnType<typeof setTimeout> | undefined
  readonly #key: string

  constructor(desk: Desk, dossier: Dossier) {
    this.#desk = desk
    this.#dossier = dossier
    this.#key = `assay.worklist.${dossier.head.dossier}`
    const kept = read(localStorage.getItem(this.#key))
    this.conditions = kept.conditions
    this.order = kept.order
    this.search = left.get(this.#key)?.search ?? ''
    this.#query = queryOf(this.conditions, this.order, this.search)
  }

  /** Begins with a filter that another screen asks for. */
  begin(conditions: Conditions): void {
    this.conditions = conditions
    this.search = ''
  }

  /** Shows the rows, with the cursor on the row named or where it was left. Follows what is recorded until the
   * returned function is called. */
  start(row: string | null = null): () => void {
    const off = this.#dossier.onchange((changed) => this.take(changed))
    if (row === null) void this.ask(left.get(this.#key)?.row ?? null)
    else void this.ask(row).then(() => this.cursor?.line.row === row || this.#desk.attempt(() => this.goTo(row)))
    return () => {
      off()
      clearTimeout(this.#timer)
      clearTimeout(this.#typing)
      this.#turn += 1
      left.set(this.#key, { row: this.cursor?.line.row ?? null, search: this.search })
    }
  }

  /** The query as it is shown now. */
  get query(): WorklistQuery {
    return this.#query
  }

  set<C extends Condition>(condition: C, value: Conditions[C] | undefined): void {
    void this.narrow(withCondition(this.conditions, condition, value))
  }

  /** Shows other rows, with the cursor on the row it is on, or on the one named. */
  async narrow(conditions: Conditions, order = this.order, row?: string): Promise<void> {
    this.conditions = conditions
    this.order = order
    localStorage.setItem(this.#key, JSON.stringify({ conditions, order }))
    await this.ask(row)
  }

  /** Words to search for, a moment after the last letter. */
  look(search: string): void {
    this.search = search
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => void this.ask(), search === '' ? 0 : afterTyping)
  }

  /** Asks for the rows anew and keeps the cursor on its row, or puts it on the one named. */
  async ask(row: string | null = this.cursor?.line.row ?? null): Promise<void> {
    const turn = ++this.#turn
    const query = queryOf(this.conditions, this.order, this.search)
    const offset = Math.floor((this.cursor?.index ?? 0) / pageSize) * pageSize
    this.#due = false
    clearTimeout(this.#timer)
    try {
      const [lines, index] = await Promise.all([
        this.#desk.host.call('worklist', { query, offset, limit: pageSize }),
        row === null ? null : this.#placeOf(query, row),
      ])
      if (turn !== this.#turn) return
      await this.#show(query, lines, index)
    } catch (thrown) {
      if (turn !== this.#turn) return
      this.problem = asProblem(thrown)
      // Where rows are shown already, they stay, and the refusal is said.
      if (this.loaded) this.#desk.refuse(this.problem)
    }
  }

  async #placeOf(query: WorklistQuery, row: string): Promise<number | null> {
    const found = await this.#desk.host.call('worklist_find', { query, typed: row })
    return found.row === row ? found.index : null
  }

  async #show(query: WorklistQuery, lines: Lines, index: number | null): Promise<void> {
    this.#settling += 1
    this.#query = query
    this.#ready = { offset: lines.offset, lines: lines.lines }
    this.#known.clear()
    this.#names.clear()
    this.leaving.clear()
    this.problem = null
    this.total = lines.total
    this.all = lines.all
    this.version += 1
    this.loaded = true
    await tick()
    this.grid?.moveTo(index ?? 0)
    await tick()
    await this.grid?.settled()
    this.#settling -= 1
    if (this.#settling > 0) return
    const at = this.grid?.targets()[0] ?? index ?? 0
    const line = this.lineAt(at)
    this.cursor = line ? { index: at, line } : null
  }

  /** A page for the grid. */
  page = async (offset: number, limit: number): Promise<readonly Line[]> => {
    const ready = this.#ready
    let lines: Line[]
    if (ready && ready.offset === offset && limit === pageSize) {
      this.#ready = null
      lines = ready.lines
    } else {
      const query = this.#query
      const answer = await this.#desk.host.call('worklist', { query, offset, limit })
      lines = answer.lines
      // The answer to an older question has other rows at these places.
      if (query !== this.#query) return lines
    }
    lines.forEach((line, at) => {
      this.#known.set(line.row, { index: offset + at, line })
      this.#names.set(offset + at, line.row)
    })
    return lines
  }

  /** The line at a place, if it was read. */
  lineAt(index: number): Line | null {
    const name = this.#names.get(index)
    return (name && this.#known.get(name)?.line) || null
  }

  indexOf(row: string): number | null {
    return this.#known.get(row)?.index ?? null
  }

  /** The grid tells which row is active. */
  activate(index: number, line: Line | null): void {
    if (this.#settling > 0 || line === null) return
    this.cursor = { index, line }
    if (this.leaving.size > 0 && !this.leaving.has(line.row)) this.#soon()
  }

  /** Repaints what a recorded change touched. */
  take(changed: Changed): void {
    if (changed.all_rows) return void this.#soon(0)
    const narrowed = active(this.conditions).length > 0
    let enters = false
    for (const line of changed.rows) {
      const known = this.#known.get(line.row)
      const stays = matches(line, this.conditions)
      if (!known) {
        enters ||= narrowed && stays
        continue
      }
      if (!stays || moved(known.line, line, this.order)) this.leaving.add(line.row)
      else this.leaving.delete(line.row)
      this.put(line)
    }
    if (changed.rows.length > 0) markPainted()
    const here = this.cursor?.line.row
    if (enters || (this.leaving.size > 0 && !(here !== undefined && this.leaving.has(here)))) this.#soon()
  }

  /** Shows this line in place of the one of the same row. */
  put(line: Line): void {
    const known = this.#known.get(line.row)
    if (!known) return
    known.line = line
    this.grid?.setRow(known.index, line)
    if (this.cursor?.line.row === line.row) this.cursor = { index: known.index, line }
  }

  /** Nothing moves under a person's hands until it is released. */
  hold(): void {
    this.#held += 1
  }
  release(): void {
    this.#held -= 1
    if (this.#held === 0 && this.#due) this.#soon()
  }

  #soon(after = afterLeaving): void {
    this.#due = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      if (this.#held === 0) void this.ask()
    }, after)
  }

  /** Moves the cursor to a row, also when the filter does not show it: then the filter is taken off. */
  async goTo(row: string): Promise<boolean> {
    const index = await this.#placeOf(this.#query, row)
    if (index !== null && this.loaded) {
      this.grid?.moveTo(index)
      return true
    }
    this.search = ''
    await this.narrow({}, this.order, row)
    return this.cursor?.line.row === row
  }

  /** Where a row is whose id begins like this. */
  find = async (typed: string): Promise<number | null> => {
    const found = await this.#desk.attempt(() => this.#desk.host.call('worklist_find', { query: this.#query, typed }))
    return found?.index ?? null
  }

  /** The selected lines, or else the active one. */
  async targets(): Promise<Line[]> {
    const { grid } = this
    return (grid && (await this.#desk.attempt(() => grid.rowsAt(grid.targets())))) || []
  }
}

/** Two frames later the changed rows are on the screen; the mark is there for measuring. */
function markPainted(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('assay-row-painted')))
}
