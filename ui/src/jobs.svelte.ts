// A long piece of work of the program: how far it has come, and how it is stopped.

import { onDestroy } from 'svelte'
import { asProblem, type Host, type Problem } from './host/host'

/** Work that was stopped on request is no fault. */
export const wasStopped = ({ code }: Problem): boolean => code === 'desk-stopped' || code.endsWith('-cancelled')

export class Job {
  readonly #host: Host
  /** Of the work that is going on; null while there is none. */
  #id = $state<string | null>(null)
  done = $state(0)
  /** 0 while the end is not known. */
  total = $state(0)

  constructor(host: Host) {
    this.#host = host
  }

  get running(): boolean {
    return this.#id !== null
  }

  /** Listens while a component is there; called while it is set up. */
  attach(): void {
    const stop = this.#host.on('progress', ({ job, done, total }) => {
      if (job !== this.#id) return
      this.done = done
      this.total = total
    })
    onDestroy(stop)
  }

  /** Does the work. Work that was going on is stopped first: only the newest is wanted. */
  async run<T>(work: (job: string) => Promise<T>): Promise<T> {
    this.stop()
    const id = crypto.randomUUID()
    this.#id = id
    this.done = 0
    this.total = 0
    try {
      return await work(id)
    } catch (thrown) {
      throw asProblem(thrown)
    } finally {
      if (this.#id === id) this.#id = null
    }
  }

  /** Asks the program to stop. Until it has, the work counts as going on: it may just have been finished. */
  stop(): void {
    if (this.#id === null) return
    // A job that has just ended is no longer known; that is no fault.
    void this.#host.call('job_cancel', { job: this.#id }).catch(() => undefined)
  }
}
