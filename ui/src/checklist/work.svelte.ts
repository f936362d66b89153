// What is being done on the worklist: a verdict written, tags edited, a row looked at beside the list. Keys begin it.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import type { Line, Recorded } from '../host/host'
import { keyFor, type KeyId } from '../keys'
import type { GridPlace } from '../parts/Grid.svelte'
import { toasts } from '../parts/toasts.svelte'
import { lookOf, verdicts, type Verdict } from '../verdicts'
import { t } from '../words'
import type { RowFocus } from '../worklist-row'
import { Clipboard } from './clipboard.svelte'
import { conditionsOfPlace } from './filters'
import { Judging, templateOf, type Template } from './judging.svelte'
import { List } from './list.svelte'
import { OutlineOf } from './outline.svelte'
import { Tagging } from './tagging.svelte'
import { readOnlyReason } from './words'

const verdictOfKey = new Map<string, Verdict>(
  Object.entries(verdicts).flatMap(([verdict, { key }]) => (key ? [[key, verdict as Verdict] as const] : [])),
)
const focusOfKey: Partial<Record<KeyId, RowFocus>> = { evidence: 'evidence', finding: 'finding', fulfilment: 'mode' }

export class Work {
  readonly desk: Desk
  readonly dossier: Dossier
  readonly list: List
  readonly outline: OutlineOf
  readonly clipboard: Clipboard
  judging = $state.raw<Judging | null>(null)
  tagging = $state.raw<Tagging | null>(null)
  /** Is the panel of the row shown beside the list? */
  panel = $state(false)
  /** What in the panel takes the focus; null again once it has. */
  focusOn = $state<RowFocus | null>(null)

  constructor(desk: Desk, dossier: Dossier) {
    this.desk = desk
    this.dossier = dossier
    this.list = new List(desk, dossier)
    this.outline = new OutlineOf(desk)
    this.clipboard = new Clipboard(desk, dossier, this.list)
  }

  /** Begins, at a place where one is named; ends by the returned function. */
  start(): () => void {
    const place = this.desk.place
    this.desk.place = null
    const conditions = place === null ? null : conditionsOfPlace(place)
    const row = conditions ? null : place
    if (conditions) this.list.begin(conditions)
    const off = [this.outline.start(this.dossier), this.list.start(row)]
    return () => {
      void this.leaveStrip()
      for (const end of off) end()
    }
  }

  /** Goes to a row or a filter that another screen names. */
  async goTo(place: string): Promise<void> {
    const conditions = conditionsOfPlace(place)
    if (conditions) await this.list.narrow(conditions)
    else if ((await this.desk.attempt(() => this.list.goTo(place))) === false) toasts.say(t('ui-worklist-no-such-row', { row: place }), { tone: 'warn' })
    this.list.grid?.focus()
  }

  /** Says why nothing can be recorded; true where it is so. */
  refuses(): boolean {
    const why = this.dossier.head.read_only
    if (why === null) return false
    const { what, todo } = readOnlyReason(why)
    toasts.say(t('ui-worklist-not-recorded'), { tone: 'warn', detail: `${what} ${todo}` })
    return true
  }

  key = (event: KeyboardEvent, place: GridPlace<Line>): boolean => {
    const key = keyFor(event, 'grid', this.dossier.isComponent ? 'component' : 'provider')
    this.clipboard.column = place.column
    if (key === null) return false
    const verdict = verdictOfKey.get(key)
    if (verdict) {
      void this.judge(verdict, place)
      return true
    }
    const focusOn = focusOfKey[key]
    if (focusOn) {
      this.open(focusOn)
      return true
    }
    switch (key) {
      case 'tags':
        void this.tag()
        return true
      case 'fill-down':
        void this.fillDown()
        return true
      case 'search-list':
        document.getElementById('worklist-search')?.focus()
        return true
      case 'leave':
        if (!this.panel) return false
        this.close()
        return true
      default:
        return false
    }
  }

  async judge(verdict: Verdict, place: Pick<GridPlace<Line>, 'row' | 'targets'>): Promise<void> {
    if (this.refuses()) return
    // One row is at hand at once; many may have to be read first.
    const lines = place.targets.length === 1 ? [this.list.lineAt(place.targets[0] ?? -1) ?? place.row] : await this.list.targets()
    await this.begin(lines, verdict)
  }

  async begin(lines: readonly Line[], verdict: string, template: Template | null = null): Promise<void> {
    await this.leaveStrip()
    this.list.hold()
    this.judging = new Judging(this.desk, this.dossier, lines, verdict, template)
    await this.judging.load()
  }

  /** Takes verdict and rationale of the first selected row for the others. */
  async fillDown(): Promise<void> {
    if (this.refuses()) return
    const [first, ...others] = await this.list.targets()
    if (!first || others.length === 0) return void toasts.say(t('ui-worklist-fill-select'), { tone: 'warn' })
    const view = await this.desk.attempt(() => this.desk.host.call('row', { row: first.row }))
    if (!view) return
    const template = templateOf(view)
    if (!template) return void toasts.say(t('ui-worklist-fill-no-verdict', { row: first.row }), { tone: 'warn' })
    await this.begin(others, template.form.verdict ?? '', template)
  }

  /** Ends the strip without recording; what was typed stays as a draft. */
  async leaveStrip(): Promise<void> {
    const { judging } = this
    if (!judging) return
    this.judging = null
    this.list.release()
    const line = await judging.close()
    if (line) this.list.put(line)
  }

  /** Something was recorded in the strip. */
  recorded(done: Recorded): void {
    const { judging, list } = this
    if (!judging) return
    // The focus leaves the fields before they go away.
    list.grid?.focus()
    this.judging = null
    const verdict = t(lookOf(judging.form.verdict).word)
    if (done.recorded.length > 1) {
      list.grid?.clear()
      this.say(t('ui-worklist-recorded-many', { n: done.recorded.length, verdict }))
    } else if (list.selected.length === 0) {
      const at = list.indexOf(done.recorded[0] ?? '')
      if (at !== null && at + 1 < list.total) list.grid?.moveTo(at + 1)
    } else list.grid?.clear()
    list.release()
  }

  /** A result with the way back. */
  say(text: string): void {
    const entry = this.dossier.status.entry
    const run = () => {
      // Undo takes back what was recorded last, so it must still be this.
      if (this.dossier.status.entry === entry) void this.dossier.record('undo', {})
      else toasts.say(t('ui-worklist-undo-late'), { tone: 'warn' })
    }
    toasts.say(text, { tone: 'good', action: { label: t('ui-undo'), run } })
  }

  async tag(): Promise<void> {
    if (this.refuses()) return
    const lines = await this.list.targets()
    if (lines.length > 0) this.tagging = new Tagging(this.desk, this.dossier, lines)
  }

  open(focusOn: RowFocus | null = null): void {
    this.panel = true
    this.focusOn = focusOn
  }

  close(): void {
    this.panel = false
    this.list.grid?.focus()
  }

  /** The next row for the panel. */
  move(delta: number): void {
    const { cursor, grid, total } = this.list
    if (!cursor || !grid) return
    grid.moveTo(Math.max(0, Math.min(cursor.index + delta, total - 1)))
  }
}
