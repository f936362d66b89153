// Something derived that follows what is recorded: asked for again a moment after the last change. The old picture
// stays until the new one is there, and an answer that was overtaken is dropped.

import { untrack } from 'svelte'
import { asProblem, type Problem } from './host/host'

export class Live<T> {
  value = $state.raw<T | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** What is shown is older than what was recorded. */
  behind = $state(false)
  readonly #ask: () => Promise<T>
  #turn = 0

  /** Made while a component is set up; `when` reads what it depends on. */
  constructor(ask: () => Promise<T>, when: () => unknown = () => null, delay = 300) {
    this.#ask = ask
    let first = true
    $effect(() => {
      when()
      if (first) {
        first = false
        untrack(() => void this.again())
        return
      }
      untrack(() => (this.behind = true))
      const timer = setTimeout(() => void this.again(), delay)
      return () => clearTimeout(timer)
    })
    // A screen that is left takes no answer any more.
    $effect(() => () => void (this.#turn += 1))
  }

  /** Asks now. */
  async again(): Promise<void> {
    const mine = ++this.#turn
    try {
      const value = await this.#ask()
      if (mine !== this.#turn) return
      this.value = value
      this.problem = null
    } catch (thrown) {
      if (mine !== this.#turn) return
      this.problem = asProblem(thrown)
    }
    this.behind = false
  }
}
