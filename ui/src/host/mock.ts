// A host for component tests: answers from a table, remembers the calls, sends events on demand.

import { asProblem, type Answer, type Args, type CommandName, type Host, type HostEvents } from './host'

export type Handlers = { [K in CommandName]?: (args: Args<K>) => Answer<K> | Promise<Answer<K>> }

export interface Call {
  name: string
  args: unknown
}

export interface MockHost extends Host {
  /** Every call in order. */
  readonly calls: Call[]
  /** The arguments of the calls of one command, in order. */
  callsOf<K extends CommandName>(name: K): Args<K>[]
  /** Answers one command differently from now on. */
  answer<K extends CommandName>(name: K, handler: (args: Args<K>) => Answer<K> | Promise<Answer<K>>): void
  /** Sends an event to everyone who listens. */
  emit<E extends keyof HostEvents>(event: E, payload: HostEvents[E]): void
  /** How many listen to an event; a screen that was closed must not be among them. */
  listeners(event: keyof HostEvents): number
}

export function mockHost(handlers: Handlers = {}): MockHost {
  const table = new Map<string, (args: never) => unknown>(Object.entries(handlers) as [string, (args: never) => unknown][])
  const calls: Call[] = []
  const taking = new Map<keyof HostEvents, Set<(payload: never) => void>>()

  return {
    calls,
    callsOf: <K extends CommandName>(name: K) =>
      calls.filter((call) => call.name === name).map((call) => call.args as Args<K>),
    answer: (name, handler) => {
      table.set(name, handler as (args: never) => unknown)
    },
    async call<K extends CommandName>(name: K, args: Args<K>): Promise<Answer<K>> {
      calls.push({ name, args })
      const handler = table.get(name)
      if (!handler) throw asProblem(new Error(`the test gives no answer to "${String(name)}"`))
      try {
        return (await handler(args as never)) as Answer<K>
      } catch (thrown) {
        throw asProblem(thrown)
      }
    },
    on(event, take) {
      const set = taking.get(event) ?? new Set()
      taking.set(event, set)
      set.add(take as (payload: never) => void)
      return () => void set.delete(take as (payload: never) => void)
    },
    emit(event, payload) {
      for (const take of taking.get(event) ?? []) take(payload as never)
    },
    listeners: (event) => taking.get(event)?.size ?? 0,
  }
}
