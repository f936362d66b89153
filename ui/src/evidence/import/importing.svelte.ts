// One vendor's file on its way into the dossier: what was read, what a person said about it, what would be recorded.

import type { Desk } from '../../desk.svelte'
import type { Dossier } from '../../dossier.svelte'
import { asProblem, type ImportAsk, type ImportDone, type ImportProposal, type Offered, type Problem } from '../../host/host'
import { Job, wasStopped } from '../../jobs.svelte'
import { asks, single } from './codes'

export type Step = 'look' | 'preview'
type Wishes = Omit<ImportAsk, 'file' | 'job'>

const pause = 350

export class Importing {
  readonly #desk: Desk
  readonly reading: Job
  readonly recording: Job
  file = $state.raw<Offered | null>(null)
  proposal = $state.raw<ImportProposal | null>(null)
  /** What a person said; the rest is guessed and shown. */
  wishes = $state.raw<Wishes>({})
  /** Answers that had no meaning when they were first seen; they stay on top while they are being answered. */
  asked = $state.raw<ReadonlySet<string>>(new Set())
  /** SHA-256 of the files and images inside the workbook that shall become evidence. */
  embedded = $state.raw<ReadonlySet<string>>(new Set())
  problem = $state.raw<Problem | null>(null)
  /** The proposal shown is older than what was said. */
  behind = $state(false)
  step = $state<Step>('look')
  done = $state.raw<ImportDone | null>(null)
  /** The count of changes right after the import; later ones would be undone first. */
  #revision = $state(-1)
  #turn = 0
  /** What had been said when the proposal that is shown was made. */
  #proposed: Wishes = {}
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(desk: Desk) {
    this.#desk = desk
    this.reading = new Job(desk.host)
    this.recording = new Job(desk.host)
  }

  /** Begins with a file; whatever was begun before is dropped. */
  choose(file: Offered): void {
    this.drop()
    this.file = file
    void this.propose()
  }

  /** Forgets the file. Nothing of it was recorded. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#turn += 1
    this.reading.stop()
    this.file = null
    this.proposal = null
    this.wishes = {}
    this.#proposed = {}
    this.asked = new Set()
    this.embedded = new Set()
    this.problem = null
    this.behind = false
    this.step = 'look'
    this.done = null
  }

  sheet(sheet: string): void {
    // Columns and header row belong to the sheet that was left; the meaning of an answer stays.
    this.#wish({ ...this.wishes, sheet, header_row: null, columns: null, mapping: this.#anyMapping() })
  }

  headerRow(row: number): void {
    this.#wish({ ...this.#held(), header_row: row, mapping: this.#anyMapping() })
  }

  /** Reads the table with a kept mapping; an empty name reads it without any. */
  mapping(name: string): void {
    this.#wish({ ...this.#held(), columns: null, mapping: name })
  }

  hiddenRows(taken: boolean): void {
    this.#wish({ ...this.#held(), hidden_rows: taken })
  }

  /** Whether a file or image inside the workbook shall become evidence. */
  takeEmbedded(sha256: string, taken: boolean): void {
    const embedded = new Set(this.embedded)
    if (taken) embedded.add(sha256)
    else embedded.delete(sha256)
    this.embedded = embedded
  }

  /** Keeps how the table is read under a name, and reads it with that from now on. */
  async keep(name: string): Promise<void> {
    const { proposal } = this
    if (!proposal) return
    await this.#desk.host.call('mapping_keep', { proposal: proposal.proposal, name })
    this.#wish({ ...this.#held(), mapping: name })
  }

  column(letters: string, role: string): void {
    const columns = { ...this.columns(), [letters]: role }
    if (single.has(role)) {
      for (const other of Object.keys(columns)) if (other !== letters && columns[other] === role) columns[other] = 'ignore'
    }
    this.#wish({ ...this.#held(), columns })
  }

  meaning(answer: string, meaning: string): void {
    const values = { ...this.wishes.values }
    if (meaning === '') delete values[answer]
    else values[answer] = meaning
    this.#wish({ ...this.#held(), values })
  }

  role(role: string): void {
    this.#wish({ ...this.#held(), role: role === '' ? null : role })
  }

  /** Roles by column: as said, or else as the program guessed. */
  columns(): Record<string, string> {
    const guessed = Object.fromEntries((this.proposal?.columns ?? []).map(({ letters, role }) => [letters, role]))
    return { ...guessed, ...this.wishes.columns }
  }

  /** A change to one thing must not have the others guessed anew. */
  #held(): Wishes {
    const sheet = this.wishes.sheet ?? this.proposal?.sheet
    const mapping = this.wishes.mapping ?? this.proposal?.mapping?.name
    return { ...this.wishes, ...(sheet === undefined ? {} : { sheet }), ...(mapping === undefined ? {} : { mapping }) }
  }

  /** For other headings another kept mapping may fit; that none was wanted stays. */
  #anyMapping(): string | null {
    return this.wishes.mapping === '' ? '' : null
  }

  #wish(wishes: Wishes): void {
    this.wishes = wishes
    this.behind = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.propose(), pause)
  }

  /** Asks what would be recorded. What is shown stays until the answer is there. */
  async propose(): Promise<void> {
    const { file } = this
    if (!file) return
    const mine = ++this.#turn
    const { wishes } = this
    this.behind = this.proposal !== null
    this.problem = null
    try {
      const proposal = await this.reading.run((job) =>
        this.#desk.host.call('import_propose', { file: file.token, job, ...wishes }),
      )
      if (mine !== this.#turn) return
      const unknown = proposal.answers.filter((one) => asks(one, proposal)).map(({ answer }) => answer)
      this.asked = new Set([...this.asked, ...unknown])
      this.proposal = proposal
      this.#proposed = wishes
      this.behind = false
    } catch (thrown) {
      if (mine !== this.#turn) return
      const problem = asProblem(thrown)
      if (wasStopped(problem) && !this.proposal) return this.drop()
      // What is shown still belongs to what was said before, so it must not be recorded.
      this.problem = problem
    }
  }

  /** Stops reading; a file of which nothing was read yet is put away. */
  stop(): void {
    if (!this.proposal) return this.drop()
    clearTimeout(this.#timer)
    this.reading.stop()
    this.#turn += 1
    // What is shown and what was said belong together again.
    this.wishes = this.#proposed
    this.behind = false
  }

  /** Records the proposal: everything or nothing. */
  async commit(again: boolean): Promise<void> {
    const { proposal } = this
    const dossier = this.#desk.open
    if (!proposal || !dossier || this.recording.running) return
    this.problem = null
    const offered = proposal.embedded.filter(({ known, sha256 }) => !known && this.embedded.has(sha256))
    const embedded = [...new Set(offered.map(({ sha256 }) => sha256))]
    try {
      const done = await this.recording.run((job) =>
        this.#desk.host.call('import_commit', { proposal: proposal.proposal, again, embedded, job }),
      )
      dossier.take(done.changed)
      this.done = done
      this.#revision = dossier.revision
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (!wasStopped(problem)) this.problem = problem
    }
  }

  /** The import is the newest change, so that undo takes it back and nothing else. */
  get canUndo(): boolean {
    const dossier = this.#desk.open
    return this.done !== null && dossier !== null && dossier.revision === this.#revision && dossier.status.undo !== null
  }

  async undo(): Promise<void> {
    if (!this.canUndo || !this.#desk.open) return
    if (await this.#desk.open.record('undo', {})) {
      this.done = null
      this.step = 'preview'
    }
  }
}

/** Kept with the dossier: who looks at another screen in between finds the file as it was left. */
const kept = new WeakMap<Dossier, Importing>()

export function importingOf(desk: Desk): Importing {
  const dossier = desk.open
  if (!dossier) return new Importing(desk)
  const importing = kept.get(dossier) ?? new Importing(desk)
  kept.set(dossier, importing)
  return importing
}
