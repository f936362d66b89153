// What the frame and the screens share: the host, the open dossier, where one is, and how to say something.

import type { Dossier } from './dossier.svelte'
import { asProblem, type DossierOpen, type DroppedFile, type Host, type Problem, type Start } from './host/host'
import { pendingHost, type PendingHost } from './host/pending'
import { toasts } from './parts/toasts.svelte'
import type { ScreenId } from './screens'
import { eventText } from './told'
import { problemText, t } from './words'

/** The dossier that is open, as the frame shows it. */
export interface OpenDossier {
  title: string
  /** Number of the last entry of the trail; everything up to it is on disk. */
  entry: number
  /** Another program or person holds it, or it may not be written. */
  readOnly: boolean
}

/** One step back or forth. `label` is the finished text of what would happen. */
export interface Step {
  label: string
  run: () => Promise<void>
}

/** One hit of the search box. */
export interface Found {
  id: string
  label: string
  detail?: string
  screen: ScreenId
  place: string
}

/** What is done from several places: the first screen, the header, the keys. */
export interface Actions {
  open?: () => void
  new?: () => void
  /** Verifies and opens a file from someone else. */
  receive?: () => void
  /** Makes the identity of this installation, or opens its key. */
  identity?: () => void
  /** Shows and changes who may read the open dossier. */
  protect?: () => void
}

/** Takes dropped files; false leaves them to the frame. */
type DropTaker = (files: DroppedFile[]) => boolean
/** An encrypted dossier that waits for its passphrase. */
export interface Unlocking {
  how: DossierOpen
  /** Where it lies, to be shown. */
  path: string
  /** It was open and was locked, and this is where work stood. */
  back?: { screen: ScreenId; place: string | null; idle: boolean }
}

/** A copy that this installation remembers otherwise, and that waits for a reason to be continued. */
export interface OlderCopy {
  how: DossierOpen
  problem: Problem
}

type Flush = () => void | Promise<void>

export class Desk {
  readonly host: PendingHost
  readonly #drops: DropTaker[] = []
  readonly #flushes = new Set<Flush>()
  /** What the screens work on; null until a dossier is open. */
  open = $state.raw<Dossier | null>(null)
  /** How the open dossier was opened; the same opens it again. */
  openedBy: DossierOpen | null = null
  /** The encrypted dossier whose passphrase is asked for. */
  unlocking = $state.raw<Unlocking | null>(null)
  /** The copy that is continued with a reason only. */
  older = $state.raw<OlderCopy | null>(null)
  /** What is wrong with the file of the open dossier, where checking it has found something. */
  damage = $state.raw<Problem | null>(null)
  /** What the first screen shows; null until it has been asked for. */
  start = $state.raw<Start | null>(null)
  screen = $state<ScreenId>('worklist')
  /** What the screen shall show first, such as a row id; the screen knows how to read it. */
  place = $state<string | null>(null)
  /** Dropped files on their way to a screen that is still being opened. */
  #waiting: DroppedFile[] | null = null
  actions = $state.raw<Actions>({})
  /** The left end of the status line, such as "126 rows, 3 selected". */
  status = $state('')

  constructor(host: Host) {
    this.host = pendingHost(host)
  }

  /** The open dossier as the frame shows it. */
  get dossier(): OpenDossier | null {
    const { open } = this
    return open && { title: open.head.title, entry: open.status.entry, readOnly: open.readOnly }
  }

  /** What undo would take back, in words, and how; null where there is nothing. */
  get undo(): Step | null {
    return this.#step('undo')
  }

  /** What redo would bring back. */
  get redo(): Step | null {
    return this.#step('redo')
  }

  #step(which: 'undo' | 'redo'): Step | null {
    const { open } = this
    const told = open?.status[which]
    if (!open || !told || open.readOnly) return null
    const label = eventText({ ...told, kind: '' })
    const run = async () => {
      open.take(await this.host.call(which, {}))
      toasts.say(t(which === 'undo' ? 'ui-undone' : 'ui-redone', { what: label }), { tone: 'good' })
    }
    return { label, run }
  }

  /** Asks first for dropped files, until the returned function is called. The screen opened last is asked first. */
  ondrop(take: DropTaker): () => void {
    this.#drops.push(take)
    const waiting = this.#waiting
    if (waiting && take(waiting)) this.#waiting = null
    return () => {
      const at = this.#drops.indexOf(take)
      if (at >= 0) this.#drops.splice(at, 1)
    }
  }

  /** Offers dropped files to the screen that is shown; false when it does not want them. */
  offerDrop(files: DroppedFile[]): boolean {
    return this.#drops.toReversed().some((take) => take(files))
  }

  /** Opens a screen that takes these files as soon as it is there. */
  handDrop(screen: ScreenId, files: DroppedFile[]): void {
    this.#waiting = null
    if (this.screen === screen && this.offerDrop(files)) return
    this.#waiting = files
    this.go(screen)
  }

  /** Has `flush` called before the window or the dossier closes, until the returned function is called. */
  onclose(flush: Flush): () => void {
    this.#flushes.add(flush)
    return () => void this.#flushes.delete(flush)
  }

  /**
   * Has everything handed over that is being typed, and waits until it is recorded. Leaving a field does a part of it;
   * one screen that fails does not keep the others from it.
   */
  async flush(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const said = await Promise.allSettled([...this.#flushes].map(async (flush) => flush()))
    for (const one of said) if (one.status === 'rejected') this.refuse(asProblem(one.reason))
    await this.host.settled()
  }

  go(screen: ScreenId, place: string | null = null): void {
    this.screen = screen
    this.place = place
  }

  /** Says a refusal, both parts. */
  refuse(problem: Problem): void {
    const { what, todo } = problemText(problem)
    toasts.say(what, { tone: 'bad', detail: todo })
  }

  /** Does the work; a refusal is said and gives undefined. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (thrown) {
      this.refuse(asProblem(thrown))
      return undefined
    }
  }
}
