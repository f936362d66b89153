// The seam between the page and the program. Screens take a `Host` and know nothing of what stands behind it.

import type { Commands, Offered } from './bindings'
import type { ShellCommands } from './shell'

export type * from './bindings'
export type * from './shell'

/** Everything that can be asked: of the program, and of the window around the page. */
type Everything = Commands & ShellCommands

export type CommandName = keyof Everything
/** What a command is asked with. */
export type Args<K extends CommandName> = Everything[K] extends { args: infer A } ? A : never
/** What a command answers. */
export type Answer<K extends CommandName> = Everything[K] extends { answer: infer A } ? A : never

/** Why a call was refused: a text id (with its `-do` partner), what stands in the sentence, and what else is wrong. */
export interface Problem {
  code: string
  args: Record<string, string>
  more?: Problem[]
}

/** A file that was dropped on the window. The page never learns its path, only a token to hand back. */
export type DroppedFile = Offered

/** What the program tells without being asked. */
export interface HostEvents {
  /** A long job has come this far; `total` 0 means that the end is not known. */
  progress: { job: string; done: number; total: number }
  dropped: { files: DroppedFile[] }
  /** Files are held over the window (or no longer). */
  dragging: { over: boolean }
  /** The window is about to close: what is being typed must be handed over now. */
  closing: Record<string, never>
  /** A dossier was opened from outside the page. */
  opened: Record<string, never>
}

export interface Host {
  /** Asks the program. A refusal rejects with a `Problem`. */
  call<K extends CommandName>(name: K, args: Args<K>): Promise<Answer<K>>
  /** Listens until the returned function is called. */
  on<E extends keyof HostEvents>(event: E, take: (payload: HostEvents[E]) => void): () => void
}

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'args' in value &&
    typeof value.args === 'object' &&
    value.args !== null
  )
}

/** Whatever was thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): Problem {
  if (isProblem(thrown)) return thrown
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'ui-host-failed', args: { detail } }
}
