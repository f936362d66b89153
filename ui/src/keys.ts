// The whole keyboard map. The screens ask `keyFor`; the help (?) shows this table.

export type Scope = 'app' | 'grid' | 'cards' | 'row' | 'dialog'
/** Some keys mean different verdicts for the two kinds of evaluation. */
export type Kind = 'component' | 'provider'

export interface Binding {
  id: string
  /** `Mod` is Ctrl, and ⌘ on a Mac. A `0…9` stands for any digit. */
  keys: readonly string[]
  scope: Scope
  /** Text id of what it does. */
  label: string
  kind?: Kind
}

export const bindings = [
  { id: 'help', keys: ['?', 'F1'], scope: 'app', label: 'ui-key-help' },
  { id: 'search', keys: ['Mod+K', '/'], scope: 'app', label: 'ui-key-search' },
  { id: 'undo', keys: ['Mod+Z'], scope: 'app', label: 'ui-key-undo' },
  { id: 'redo', keys: ['Mod+Y', 'Mod+Shift+Z'], scope: 'app', label: 'ui-key-redo' },
  { id: 'open', keys: ['Mod+O'], scope: 'app', label: 'ui-key-open' },
  { id: 'new', keys: ['Mod+N'], scope: 'app', label: 'ui-key-new' },
  { id: 'import', keys: ['Mod+I'], scope: 'app', label: 'ui-key-import' },
  { id: 'next-region', keys: ['F6'], scope: 'app', label: 'ui-key-next-region' },
  { id: 'previous-region', keys: ['Shift+F6'], scope: 'app', label: 'ui-key-previous-region' },
  { id: 'go-worklist', keys: ['Mod+1'], scope: 'app', label: 'ui-screen-worklist' },
  { id: 'go-conclusion', keys: ['Mod+2'], scope: 'app', label: 'ui-screen-conclusion' },
  { id: 'go-activities', keys: ['Mod+3'], scope: 'app', label: 'ui-screen-activities' },
  { id: 'go-evidence', keys: ['Mod+4'], scope: 'app', label: 'ui-screen-evidence' },
  { id: 'go-findings', keys: ['Mod+5'], scope: 'app', label: 'ui-screen-findings' },
  { id: 'go-trail', keys: ['Mod+6'], scope: 'app', label: 'ui-screen-trail' },
  { id: 'go-import', keys: ['Mod+7'], scope: 'app', label: 'ui-screen-import' },
  { id: 'go-report', keys: ['Mod+8'], scope: 'app', label: 'ui-screen-report' },
  { id: 'go-series', keys: ['Mod+9'], scope: 'app', label: 'ui-screen-series' },
  { id: 'go-case', keys: ['Mod+0'], scope: 'app', label: 'ui-screen-case' },

  { id: 'up', keys: ['ArrowUp'], scope: 'grid', label: 'ui-key-up' },
  { id: 'down', keys: ['ArrowDown'], scope: 'grid', label: 'ui-key-down' },
  { id: 'left', keys: ['ArrowLeft'], scope: 'grid', label: 'ui-key-left' },
  { id: 'right', keys: ['ArrowRight'], scope: 'grid', label: 'ui-key-right' },
  { id: 'first-column', keys: ['Home'], scope: 'grid', label: 'ui-key-first-column' },
  { id: 'last-column', keys: ['End'], scope: 'grid', label: 'ui-key-last-column' },
  { id: 'first-row', keys: ['Mod+Home'], scope: 'grid', label: 'ui-key-first-row' },
  { id: 'last-row', keys: ['Mod+End'], scope: 'grid', label: 'ui-key-last-row' },
  { id: 'page-up', keys: ['PageUp'], scope: 'grid', label: 'ui-key-page-up' },
  { id: 'page-down', keys: ['PageDown'], scope: 'grid', label: 'ui-key-page-down' },
  { id: 'select', keys: ['Space'], scope: 'grid', label: 'ui-key-select' },
  { id: 'extend-up', keys: ['Shift+ArrowUp'], scope: 'grid', label: 'ui-key-extend-up' },
  { id: 'extend-down', keys: ['Shift+ArrowDown'], scope: 'grid', label: 'ui-key-extend-down' },
  { id: 'select-all', keys: ['Mod+A'], scope: 'grid', label: 'ui-key-select-all' },
  { id: 'leave', keys: ['Escape'], scope: 'grid', label: 'ui-key-leave' },
  { id: 'open-row', keys: ['Enter'], scope: 'grid', label: 'ui-key-open-row' },
  { id: 'narrower', keys: ['Alt+ArrowLeft'], scope: 'grid', label: 'ui-key-narrower' },
  { id: 'wider', keys: ['Alt+ArrowRight'], scope: 'grid', label: 'ui-key-wider' },
  { id: 'type-ahead', keys: ['0…9'], scope: 'grid', label: 'ui-key-type-ahead' },

  { id: 'fulfilled', keys: ['f'], scope: 'grid', label: 'ui-verdict-fulfilled', kind: 'component' },
  { id: 'not_fulfilled', keys: ['x'], scope: 'grid', label: 'ui-verdict-not_fulfilled', kind: 'component' },
  { id: 'inconclusive', keys: ['i'], scope: 'grid', label: 'ui-verdict-inconclusive', kind: 'component' },
  { id: 'pass', keys: ['p'], scope: 'grid', label: 'ui-verdict-pass', kind: 'provider' },
  { id: 'fail', keys: ['x'], scope: 'grid', label: 'ui-verdict-fail', kind: 'provider' },
  { id: 'not_applicable', keys: ['n'], scope: 'grid', label: 'ui-verdict-not_applicable' },
  { id: 'not_evaluated', keys: ['o'], scope: 'grid', label: 'ui-verdict-not_evaluated' },
  { id: 'evidence', keys: ['e'], scope: 'grid', label: 'ui-key-evidence' },
  { id: 'finding', keys: ['g'], scope: 'grid', label: 'ui-key-finding' },
  { id: 'fulfilment', keys: ['m'], scope: 'grid', label: 'ui-key-fulfilment', kind: 'component' },
  { id: 'tags', keys: ['t'], scope: 'grid', label: 'ui-key-tags' },
  { id: 'fill-down', keys: ['Mod+D'], scope: 'grid', label: 'ui-key-fill-down' },
  { id: 'search-list', keys: ['s'], scope: 'grid', label: 'ui-key-search-list' },
  { id: 'copy', keys: ['Mod+C'], scope: 'grid', label: 'ui-key-copy' },
  { id: 'paste', keys: ['Mod+V'], scope: 'grid', label: 'ui-key-paste' },

  { id: 'open-card', keys: ['Enter'], scope: 'cards', label: 'ui-key-open-card' },
  { id: 'move-finding', keys: ['m'], scope: 'cards', label: 'ui-key-move-finding' },
  { id: 'activity-pass', keys: ['p'], scope: 'cards', label: 'ui-verdict-pass' },
  { id: 'activity-fail', keys: ['x'], scope: 'cards', label: 'ui-verdict-fail' },
  { id: 'activity-inconclusive', keys: ['i'], scope: 'cards', label: 'ui-verdict-inconclusive' },

  { id: 'next-row', keys: ['Alt+ArrowDown'], scope: 'row', label: 'ui-key-next-row' },
  { id: 'previous-row', keys: ['Alt+ArrowUp'], scope: 'row', label: 'ui-key-previous-row' },
  { id: 'back-to-list', keys: ['Escape'], scope: 'row', label: 'ui-key-back-to-list' },

  { id: 'confirm', keys: ['Mod+Enter'], scope: 'dialog', label: 'ui-key-confirm' },
  { id: 'close', keys: ['Escape'], scope: 'dialog', label: 'ui-key-close' },
] as const satisfies readonly Binding[]

export type KeyId = (typeof bindings)[number]['id']

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  target?: EventTarget | null
}

export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

function matches(spec: string, event: KeyPress): boolean {
  const parts = spec.split('+')
  const key = parts.pop() ?? ''
  const wanted = new Set(parts)
  const mod = onMac() ? event.metaKey : event.ctrlKey
  const other = onMac() ? event.ctrlKey : event.metaKey
  if (other || mod !== wanted.has('Mod') || event.altKey !== wanted.has('Alt')) return false
  if (key === '0…9') return /^[0-9]$/.test(event.key)
  // Punctuation may need Shift on one layout and not on another; digits with a modifier are meant as places on the
  // keyboard, because French layouts give "&" for the key 1.
  const punctuation = /^[^\p{L}\p{N}]$/u.test(key)
  if (!punctuation && event.shiftKey !== wanted.has('Shift')) return false
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`
  if (key === 'Space') return event.key === ' '
  return key.length === 1 ? event.key.toLowerCase() === key.toLowerCase() : event.key === key
}

/** Is text being typed here, so that plain keys and undo belong to the field? */
export function typing(target: EventTarget | null | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

const ofTheField: readonly string[] = ['undo', 'redo', 'select-all', 'copy', 'paste']

/** What this key press asks for in a scope, or null. Plain characters never act while text is being typed. */
export function keyFor(event: KeyPress, scope: Scope, kind?: Kind): KeyId | null {
  const inField = typing(event.target)
  for (const binding of bindings as readonly (Binding & { id: KeyId })[]) {
    if (binding.scope !== scope || (binding.kind && binding.kind !== kind)) continue
    const spec = binding.keys.find((key) => matches(key, event))
    if (spec === undefined) continue
    if (inField && (spec.length === 1 || spec === '0…9' || spec === 'Space' || ofTheField.includes(binding.id))) continue
    return binding.id
  }
  return null
}

/** Single characters that act anywhere can be switched off; those of a grid act only while it has the focus. */
export const isCharacterKey = (event: KeyPress): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey

const drawn: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const onMacDrawn: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/** A key as it is written on this platform, such as `Ctrl+K` or `⌘K`. */
export function shown(spec: string): string {
  const mac = onMac()
  const names = spec.split('+').map((part) => {
    if (mac && onMacDrawn[part]) return onMacDrawn[part]
    if (part === 'Mod') return 'Ctrl'
    return drawn[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  })
  return names.join(mac ? '' : '+')
}

/** The keys of a binding as written on this platform. */
export function keysOf(id: KeyId): string[] {
  return bindings.find((binding) => binding.id === id)?.keys.map(shown) ?? []
}

/** The first key of a binding in the form that `aria-keyshortcuts` wants. */
export function ariaKeys(id: KeyId): string | undefined {
  return bindings.find((binding) => binding.id === id)?.keys[0]?.replace('Mod', onMac() ? 'Meta' : 'Control')
}
