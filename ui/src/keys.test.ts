import { expect, test } from 'vitest'
import { bindings, keyFor, keysOf, shown, type Binding, type KeyPress, type Kind } from './keys'
import { has, languages, setLanguage } from './words'

const all: readonly Binding[] = bindings

function press(spec: string, target?: EventTarget): KeyPress {
  const parts = spec.split('+')
  const name = parts.pop() ?? ''
  const key = name === 'Space' ? ' ' : name === '0…9' ? '5' : name
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : '',
    ctrlKey: parts.includes('Mod'),
    metaKey: false,
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    target,
  }
}

test('no key means two things in one scope for one kind of evaluation', () => {
  for (const kind of ['component', 'provider'] as Kind[]) {
    const seen = new Map<string, string>()
    for (const binding of all.filter((one) => !one.kind || one.kind === kind)) {
      for (const key of binding.keys) {
        const place = `${binding.scope} ${key.toLowerCase()}`
        expect(seen.get(place), `${place} already means this, and now also ${binding.id}`).toBeUndefined()
        seen.set(place, binding.id)
      }
    }
  }
})

test('every binding is found by its own keys', () => {
  for (const binding of all) {
    for (const key of binding.keys) {
      const found = keyFor(press(key), binding.scope, binding.kind ?? 'component')
      expect(found, `${key} in ${binding.scope} must be what the help says it is`).toBe(binding.id)
    }
  }
})

test('single letters act in grids and lists of cards alone', () => {
  const letters = all.filter((one) => one.keys.some((key) => /^\p{L}$/u.test(key)))
  expect(letters.length, 'the verdicts have letters').toBeGreaterThan(5)
  for (const binding of letters) expect(['grid', 'cards'], `${binding.id} would act while someone types elsewhere`).toContain(binding.scope)
})

test('what is typed into a field stays there', () => {
  const field = document.createElement('textarea')
  expect(keyFor(press('?', field), 'app'), 'a question mark is text here').toBeNull()
  expect(keyFor(press('Mod+Z', field), 'app'), 'undo belongs to the field').toBeNull()
  expect(keyFor(press('f', field), 'grid', 'component'), 'a letter must never record a verdict from a field').toBeNull()
  expect(keyFor(press('Mod+K', field), 'app'), 'the search is reached from everywhere').toBe('search')
})

test('a kind has only its own verdict keys', () => {
  expect(keyFor(press('x'), 'grid', 'component')).toBe('not_fulfilled')
  expect(keyFor(press('x'), 'grid', 'provider')).toBe('fail')
  expect(keyFor(press('f'), 'grid', 'provider'), 'a provider row has no "fulfilled"').toBeNull()
})

test('keyboard layouts do not hide a key', () => {
  const french = { ...press('Mod+1'), key: '&', code: 'Digit1' }
  expect(keyFor(french, 'app'), 'on a French keyboard the key 1 gives "&"').toBe('go-worklist')
  const german = { ...press('?'), shiftKey: true }
  expect(keyFor(german, 'app'), 'the question mark needs Shift on most layouts').toBe('help')
  const german7 = { ...press('/'), code: 'Digit7', shiftKey: true }
  expect(keyFor(german7, 'app'), 'on a German keyboard the slash is Shift+7').toBe('search')
  expect(keyFor({ ...press('f'), ctrlKey: true }, 'grid', 'component'), 'Ctrl+F is not the verdict f').toBeNull()
})

test('each label stands in both languages', async () => {
  for (const language of languages) {
    await setLanguage(language)
    for (const binding of all) expect(has(binding.label), `${binding.label} is missing in ${language}`).toBe(true)
  }
})

test('keys are written as on the keys themselves', () => {
  expect(shown('Mod+Shift+Z')).toBe('Ctrl+Shift+Z')
  expect(shown('ArrowUp')).toBe('↑')
  expect(keysOf('search')).toEqual(['Ctrl+K', '/'])
})
