// The rows of a grid: read page by page, each in a box of its own so that one changed row repaints alone.

import { createSubscriber } from 'svelte/reactivity'

export type PageOf<R> = (offset: number, limit: number) => Promise<readonly R[]>

/** One row. A box is made by whoever reads it first, and `$state` would not tell its own maker of a change. */
class Box<R> {
  #row: R | null = null
  #update: (() => void) | null = null
  readonly #subscribe = createSubscriber((update) => {
    this.#update = update
    return () => (this.#update = null)
  })

  get row(): R | null {
    this.#subscribe()
    return this.#row
  }

  set row(row: R) {
    this.#row = row
    this.#update?.()
  }
}

// Two at a time: a dragged scroll bar must not queue every page it flies over.
const atOnce = 2
const keptPages = 24

export class Rows<R> {
  #boxes = new Map<number, Box<R>>()
  /** Pages in the order of their last use; the oldest goes first. */
  #read = new Map<number, number>()
  #reading = new Set<number>()
  #stale = new Set<number>()
  #generation = 0
  #span: [number, number] = [0, 0]
  /** Keys act on this row, so it stays even when it was scrolled away. */
  #active = 0
  #count = 0
  #waiting: (() => void)[] = []
  readonly #page: PageOf<R>
  readonly #size: number
  readonly #failed: (thrown: unknown) => void

  constructor(page: PageOf<R>, size: number, failed: (thrown: unknown) => void) {
    this.#page = page
    this.#size = size
    this.#failed = failed
  }

  #box(index: number): Box<R> {
    let box = this.#boxes.get(index)
    if (!box) {
      box = new Box<R>()
      this.#boxes.set(index, box)
    }
    return box
  }

  /** The row, or null while it is being read; reactive for this row alone. */
  at(index: number): R | null {
    return this.#box(index).row
  }

  set(index: number, row: R): void {
    this.#box(index).row = row
  }

  /** Tells which rows are looked at (first, and one past the last), how many there are, and which one is active. */
  show(first: number, end: number, count: number, active: number): void {
    this.#span = [first, end]
    this.#active = active
    if (count < this.#count) {
      for (const index of this.#boxes.keys()) if (index >= count) this.#boxes.delete(index)
      for (const page of this.#read.keys()) if (page * this.#size >= count) this.#read.delete(page)
    }
    // The last page may have been short before rows were added.
    if (count > this.#count && this.#count > 0) this.#stale.add(Math.floor((this.#count - 1) / this.#size))
    this.#count = count
    this.#pump()
  }

  /** Everything is read again; what is shown stays until the new rows are there. */
  refresh(): void {
    this.#generation += 1
    this.#stale.clear()
    this.#reading.clear()
    for (const page of this.#read.keys()) {
      if (this.#wanted(page)) this.#stale.add(page)
      else this.#drop(page)
    }
    this.#pump()
  }

  /** The page of this row is read again. */
  invalidate(index: number): void {
    this.#stale.add(Math.floor(index / this.#size))
    this.#pump()
  }

  /** The rows at these places, read where they are not there yet. */
  async take(indices: readonly number[]): Promise<R[]> {
    const found = new Map<number, R>()
    const missing = new Set<number>()
    for (const index of indices) {
      const row = this.#boxes.get(index)?.row
      if (row != null) found.set(index, row)
      else missing.add(Math.floor(index / this.#size))
    }
    for (const page of missing) {
      const rows = await this.#page(page * this.#size, this.#size)
      rows.forEach((row, at) => found.set(page * this.#size + at, row))
    }
    return indices.flatMap((index) => found.get(index) ?? [])
  }

  /** Resolves when nothing that is looked at is still being read. */
  settled(): Promise<void> {
    if (this.#reading.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #wanted(page: number): boolean {
    const [first, end] = this.#span
    const [from, to] = [page * this.#size, (page + 1) * this.#size]
    return (from < end && to > first) || (this.#active >= from && this.#active < to)
  }

  #missing(page: number): boolean {
    return !this.#reading.has(page) && (this.#stale.has(page) || !this.#read.has(page))
  }

  #next(): number | undefined {
    const [first, end] = this.#span
    const last = Math.min(end, this.#count)
    for (let page = Math.floor(first / this.#size); page * this.#size < last; page += 1) {
      if (this.#missing(page)) return page
    }
    const active = Math.floor(this.#active / this.#size)
    return this.#active >= 0 && this.#active < this.#count && this.#missing(active) ? active : undefined
  }

  #pump(): void {
    while (this.#reading.size < atOnce) {
      const page = this.#next()
      if (page === undefined) break
      void this.#fetch(page)
    }
    if (this.#reading.size === 0) for (const resolve of this.#waiting.splice(0)) resolve()
  }

  async #fetch(page: number): Promise<void> {
    const generation = this.#generation
    this.#reading.add(page)
    this.#stale.delete(page)
    try {
      const rows = await this.#page(page * this.#size, this.#size)
      if (generation !== this.#generation) return
      rows.forEach((row, at) => this.set(page * this.#size + at, row))
    } catch (thrown) {
      if (generation !== this.#generation) return
      this.#failed(thrown)
    }
    // Also after a failure: reading again at once would fail again at once.
    this.#read.delete(page)
    this.#read.set(page, generation)
    this.#reading.delete(page)
    this.#forget()
    this.#pump()
  }

  #drop(page: number): void {
    this.#read.delete(page)
    for (let index = page * this.#size; index < (page + 1) * this.#size; index += 1) this.#boxes.delete(index)
  }

  #forget(): void {
    for (const page of this.#read.keys()) {
      if (this.#read.size <= keptPages) return
      if (!this.#wanted(page)) this.#drop(page)
    }
  }
}
