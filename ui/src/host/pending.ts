// A host that knows what is being recorded at the moment, so that nothing closes in the middle of it.

import type { Answer, Args, CommandName, Host } from './host'

/** Commands that take what a person has written; they are short, so that closing may wait for them. */
const recording: ReadonlySet<CommandName> = new Set<CommandName>([
  'record',
  'tag_rows',
  'draft_set',
  'undo',
  'redo',
  'take_back',
  'activity_record',
  'evidence_describe',
  'evidence_link',
  'finding_raise',
  'finding_move',
  'case_set',
  'admit',
  'review',
  'decide',
])

export interface PendingHost extends Host {
  /** Waits until everything that was handed over is recorded or refused. */
  settled(): Promise<void>
}

export function pendingHost(host: Host): PendingHost {
  const going = new Set<Promise<unknown>>()
  return {
    call<K extends CommandName>(name: K, args: Args<K>): Promise<Answer<K>> {
      const answer = host.call(name, args)
      if (!recording.has(name)) return answer
      going.add(answer)
      const done = () => void going.delete(answer)
      answer.then(done, done)
      return answer
    },
    on: (event, take) => host.on(event, take),
    async settled() {
      // What was handed over while waiting counts as well.
      while (going.size > 0) await Promise.allSettled(going)
    },
  }
}
