// A verdict that is being written: about one row, or the same about many. It begins with a key and ends recorded, or
// kept as a draft; nothing typed is lost in between.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import { asProblem, type EvidenceView, type Line, type Problem, type Recorded, type RefusedRow, type RowView } from '../host/host'
import { draftOf, entryOf, factsOf, fieldOf, fresh, prefill, shownFor, type Facts, type Form } from './entry'

/** Long enough not to write with every key, short enough to lose no sentence. */
const draftAfter = 400

/** What a fill-down takes from the first row. */
export interface Template {
  row: string
  form: Partial<Form>
}

/** What of a judged row can be said about others too. Evidence and findings are each row's own. */
export function templateOf(view: RowView): Template | null {
  const { verdict, applicability, line } = view
  if (!verdict) return null
  const form: Partial<Form> = { verdict: verdict.verdict, rationale: verdict.rationale, ml: verdict.ml, lowered_claim: verdict.lowered_claim ?? '' }
  if (verdict.verdict === 'not_applicable' && applicability) form.rationale = applicability.justification
  return { row: line.row, form }
}

export class Judging {
  readonly #desk: Desk
  readonly #dossier: Dossier
  lines = $state.raw<readonly Line[]>([])
  view = $state.raw<RowView | null>(null)
  form = $state<Form>({} as Form)
  /** Nothing was typed over what the row held: the text is marked, so that typing replaces it. */
  replaced = $state(false)
  /** An earlier text that came too late to be put in. */
  earlier = $state<string | null>(null)
  problem = $state.raw<Problem | null>(null)
  /** Rows that would be refused, after the dry run. */
  refused = $state.raw<readonly RefusedRow[]>([])
  busy = $state(false)
  /** Evidence to choose from: what the row has, and what was picked from the register. */
  offered = $state.raw<readonly EvidenceView[]>([])
  /** Field that a refusal points at; counted so that the same one can be pointed at again. */
  pointed = $state.raw<{ field: string; n: number }>({ field: '', n: 0 })

  readonly #all: ReadonlySet<string>
  #began: Form
  #touched = false
  #kept = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #closed = false
  readonly #leave: () => void

  constructor(desk: Desk, dossier: Dossier, lines: readonly Line[], verdict: string, template: Template | null = null) {
    this.#desk = desk
    this.#dossier = dossier
    this.lines = lines
    this.#all = new Set(lines.map((line) => line.row))
    this.form = { ...fresh(verdict, this.facts), ...template?.form, verdict }
    if (this.form.ml === null) this.form.ml = this.facts.declared
    this.#began = { ...this.form }
    this.#touched = template !== null
    this.#leave = desk.onclose(() => this.keep())
  }

  get facts(): Facts {
    const { isComponent, head } = this.#dossier
    return factsOf(this.lines, isComponent, head.ml, this.view)
  }

  get shown(): ReturnType<typeof shownFor> {
    return shownFor(this.form, this.facts)
  }

  get many(): boolean {
    return this.lines.length > 1
  }

  /** Did it begin with this row? A row that was left out since still belongs here. */
  covers(row: string): boolean {
    return this.#all.has(row)
  }

  /** Asks for what the row holds and puts it into fields that nobody has typed in yet. */
  async load(): Promise<void> {
    const [line] = this.lines
    if (!line || this.many) return
    try {
      const view = await this.#desk.host.call('row', { row: line.row })
      if (this.#closed) return
      this.view = view
      for (const { item } of view.evidence) this.offer(item)
      const filled = prefill(this.form, view)
      if (this.#touched) {
        this.form.evidence = filled.evidence
        if (filled.rationale !== '' && filled.rationale !== this.form.rationale) this.earlier = filled.rationale
      } else {
        this.replaced = !view.draft.rationale && view.verdict !== null && view.verdict.verdict !== this.form.verdict
        this.form = filled
      }
      this.#began = { ...prefill(this.#began, { ...view, draft: {} }) }
      this.#kept = JSON.stringify(view.draft)
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** A person has written or chosen something. */
  set<F extends keyof Form>(field: F, value: Form[F]): void {
    // Leaving a field says its text once more.
    if (this.form[field] === value) return
    this.form[field] = value
    this.#touched = true
    this.problem = null
    this.refused = []
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.keep(), draftAfter)
  }

  offer(item: EvidenceView): void {
    if (!this.offered.some((one) => one.sha256 === item.sha256)) this.offered = [...this.offered, item]
  }

  /** Everything that is registered in the dossier. */
  async register(): Promise<readonly EvidenceView[]> {
    const answer = await this.#desk.attempt(() => this.#desk.host.call('evidence', {}))
    return answer?.items ?? []
  }

  takeEarlier(): void {
    if (this.earlier === null) return
    this.set('rationale', this.earlier)
    this.earlier = null
  }

  /** Takes rows out, such as those that would be refused. */
  without(rows: readonly string[]): void {
    this.lines = this.lines.filter((line) => !rows.includes(line.row))
    this.refused = []
  }

  /** Hands over what was written so far. A text about many rows is kept at the first of them. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer)
    const [line] = this.lines
    if (this.#closed || !line || this.#dossier.readOnly) return
    const texts = draftOf(this.form, this.#began)
    const now = JSON.stringify(texts)
    if (now === this.#kept || (this.#kept === '' && now === '{}')) return
    this.#kept = now
    await this.#desk.attempt(() => this.#desk.host.call('draft_set', { subject: line.row, texts }))
  }

  /** Ends without recording; gives the first line with or without the mark of a draft. */
  async close(): Promise<Line | null> {
    await this.keep()
    this.end()
    const [line] = this.lines
    const draft = this.#kept !== '' && this.#kept !== '{}'
    return line && line.draft !== draft ? { ...line, draft } : null
  }

  end(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#leave()
  }

  #point(field: string): void {
    this.pointed = { field, n: this.pointed.n + 1 }
  }

  /** Records. Many rows are tried first; when some would be refused, they are shown and nothing is recorded. */
  async record(): Promise<Recorded | null> {
    if (this.busy || this.lines.length === 0) return null
    performance.clearMarks('assay-verdict-key')
    performance.mark('assay-verdict-key')
    this.busy = true
    this.problem = null
    const rows = this.lines.map((line) => line.row)
    const entry = entryOf($state.snapshot(this.form), this.facts)
    try {
      if (this.many) {
        const tried = await this.#desk.host.call('record', { rows, entry, dry: true })
        this.refused = tried.refused
        if (tried.refused.length > 0) return null
      }
      const done = await this.#desk.host.call('record', { rows, entry })
      this.refused = done.refused
      if (!done.changed) {
        this.problem = done.refused[0]?.problem ?? null
        return null
      }
      this.end()
      // Recording forgets the draft of its rows.
      const lines = done.changed.rows.map((line) => (rows.includes(line.row) ? { ...line, draft: false } : line))
      this.#dossier.take({ ...done.changed, rows: lines })
      return done
    } catch (thrown) {
      this.problem = asProblem(thrown)
      this.#point(fieldOf(this.problem.code))
      return null
    } finally {
      this.busy = false
    }
  }
}
