// The open dossier as all screens share it: its head, where it stands, and the one way to record something.

import type { Desk } from './desk.svelte'
import { asProblem, type Answer, type Args, type Changed, type CommandName, type DossierHead, type Status } from './host/host'

type Taker = (changed: Changed) => void

/** Commands that record something and answer what changed. */
type Recording = { [K in CommandName]: Answer<K> extends Changed ? K : never }[CommandName]

export class Dossier {
  readonly #desk: Desk
  readonly #takers = new Set<Taker>()
  /** Title, checklist, groups, roles; changes with the facts of the case only. */
  head = $state.raw<DossierHead>() as DossierHead
  /** Moves with every recorded change. */
  status = $state.raw<Status>() as Status
  /** Counts recorded changes; whoever shows something derived reads it and asks again. */
  revision = $state(0)

  constructor(desk: Desk, head: DossierHead) {
    this.#desk = desk
    this.head = head
    this.status = head.status
  }

  get readOnly(): boolean {
    return this.head.read_only !== null
  }

  get isComponent(): boolean {
    return this.head.checklist.object === 'component'
  }

  /** Records something. A refusal is said, records nothing and gives undefined. */
  async record<K extends Recording>(name: K, args: Args<K>): Promise<Changed | undefined> {
    try {
      const changed = (await this.#desk.host.call(name, args)) as Changed
      this.take(changed)
      return changed
    } catch (thrown) {
      this.#desk.refuse(asProblem(thrown))
      return undefined
    }
  }

  /** Takes in what a recorded change did and tells everyone who shows a part of it. */
  take(changed: Changed): void {
    this.status = changed.status
    this.revision += 1
    for (const take of this.#takers) take(changed)
    if (changed.all_rows) void this.reload()
  }

  /** Asks for the head again: after a change of the case, or what another window recorded. */
  async reload(): Promise<void> {
    const head = await this.#desk.host.call('dossier_head', {})
    this.head = head
    this.status = head.status
  }

  /** Listens to recorded changes until the returned function is called. */
  onchange(take: Taker): () => void {
    this.#takers.add(take)
    return () => void this.#takers.delete(take)
  }
}
