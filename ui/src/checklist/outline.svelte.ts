// The tree beside the list: what is covered, by clause or by what a visit is planned by.

import type { Desk } from '../desk.svelte'
import type { Dossier } from '../dossier.svelte'
import type { OutlineNode } from '../host/host'
import type { TreeItem } from '../parts/Tree.svelte'
import { t } from '../words'
import { isTagKind, withCondition, type Conditions, type Order } from './filters'
import { withoutText } from './words'

/** The counts follow a moment after the last change; nobody waits for them. */
export const afterChange = 500

export class OutlineOf {
  readonly #desk: Desk
  nodes = $state.raw<OutlineNode[] | null>(null)
  /** What the nodes are ordered by. */
  order = $state<Order>('clause')
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Follows what is recorded until the returned function is called. */
  start(dossier: Dossier): () => void {
    const off = dossier.onchange(() => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.ask(this.order), afterChange)
    })
    return () => {
      off()
      clearTimeout(this.#timer)
      this.#turn += 1
    }
  }

  async ask(order: Order): Promise<void> {
    const turn = ++this.#turn
    const answer = await this.#desk.attempt(() => this.#desk.host.call('worklist_outline', { order }))
    if (turn !== this.#turn || !answer) return
    this.order = order
    this.nodes = answer.nodes
  }
}

/** Ids of tree items: what they narrow to. */
const everything = 'all'
const within = (kind: string, key: string): string => `${kind}:${encodeURIComponent(key)}`

const note = (node: OutlineNode): string => t('ui-worklist-covered', { judged: node.judged, rows: node.rows })

const named = (label: string, { conflicting }: OutlineNode): string =>
  conflicting === 0 ? label : `${label} – ${t('ui-worklist-conflicting-count', { n: conflicting })}`

/** The nodes as the tree shows them, below one for everything. Reactive to the language. */
export function itemsOf(nodes: readonly OutlineNode[], order: Order): TreeItem[] {
  const sum = (of: (node: OutlineNode) => number) => nodes.reduce((total, node) => total + of(node), 0)
  const whole: OutlineNode = {
    key: '',
    label: '',
    rows: sum((node) => node.rows),
    judged: sum((node) => node.judged),
    conflicting: sum((node) => node.conflicting),
    children: [],
  }
  const items = nodes.map((node): TreeItem => {
    if (order !== 'clause') {
      const label = node.key === '' ? t(withoutText[order]) : node.label || node.key
      return { id: within('tag', node.key), label: named(label, node), note: note(node) }
    }
    const children = node.children.map((child): TreeItem => ({ id: within('base', child.key), label: named(child.label || child.key, child), note: note(child) }))
    return { id: within('group', node.key), label: named(node.label || node.key, node), note: note(node), children }
  })
  return [{ id: everything, label: named(t('ui-worklist-all-rows'), whole), note: note(whole) }, ...items]
}

/** The item that stands for what the list is narrowed to; null where it stands for nothing in this tree. */
export function itemOf({ group, base, tag }: Conditions, order: Order): string | null {
  if (order !== 'clause') return tag?.kind === order ? within('tag', tag.value ?? '') : group || base ? null : everything
  if (base !== undefined) return within('base', base)
  if (group !== undefined) return within('group', group)
  return tag ? null : everything
}

/** The conditions once an item is chosen: where in the tree changes, everything else stays. */
export function chosen(item: string, conditions: Conditions, order: Order): Conditions {
  const { group: _group, base: _base, tag: _tag, ...rest } = conditions
  const [kind, key = ''] = item.split(':')
  const value = decodeURIComponent(key)
  if (kind === 'group') return withCondition(rest, 'group', value)
  if (kind === 'base') return withCondition(rest, 'base', value)
  if (kind === 'tag' && isTagKind(order)) return withCondition(rest, 'tag', { kind: order, value: value === '' ? null : value })
  return rest
}
