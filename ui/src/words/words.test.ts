import { FluentResource } from '@fluent/bundle'
import { afterEach, expect, test } from 'vitest'
import de from './de'
import en from './en'
import { date, has, languages, number, problemText, setLanguage, t } from '.'

const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts', '!../host/bindings/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const code = Object.values(sources).join('\n')

const ids = (files: Record<string, string>) =>
  Object.values(files).flatMap((source) => new FluentResource(source).body.map((message) => message.id))
const desktop = (files: Record<string, string>) =>
  ids(Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith('/desktop.ftl'))))

afterEach(() => setLanguage('en'))

test('both languages say the same things', () => {
  expect(desktop(de).toSorted(), 'locales/de/desktop.ftl and locales/en/desktop.ftl need the same ids').toEqual(
    desktop(en).toSorted(),
  )
})

test('no text stands twice', () => {
  for (const files of [en, de]) {
    const twice = ids(files).filter((id, at, all) => all.indexOf(id) !== at)
    expect(twice, 'the second of two texts with one id would never be seen').toEqual([])
  }
})

/** Ids that are put together from a code: `ui-ml-${n}` reaches every id of that family, but not one without a family. */
const families = [
  ...[...code.matchAll(/`(ui-[\w-]+-\$\{[^`]*)`/g)].map((match) => match[1] ?? ''),
  ...[...code.matchAll(/\bcodeText\(\s*'([\w-]+)'/g)].map((match) => `ui-${match[1]}-\${code}`),
].map((template) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`))

/** Texts of the command line and the libraries; `ui-x` says `x` again as it is meant in the window. */
const elsewhere = new Set(
  ids(import.meta.glob<string>(['../../../locales/en.ftl', '../../../locales/en/*.ftl'], { query: '?raw', import: 'default', eager: true })),
)

test('every text of the page is used', () => {
  // `x-what` and `x-do` are reached through `x`; `ui-x` stands for an `x` of the program, such as a refusal or an event.
  const unused = desktop(en).filter((id) => {
    if (!id.startsWith('ui-') || elsewhere.has(id.slice(3))) return false
    const base = id.replace(/-(what|do)$/, '')
    return ![id, base].some((one) => code.includes(`'${one}'`) || code.includes(`"${one}"`)) && !families.some((family) => family.test(id))
  })
  expect(unused, 'texts that nothing shows').toEqual([])
})

test('every text that is asked for by name exists', async () => {
  const asked = new Set([...code.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? ''))
  for (const match of code.matchAll(/'(ui-[\w-]+)'/g)) asked.add(match[1] ?? '')
  expect(asked.size, 'the search must find the calls').toBeGreaterThan(20)
  for (const language of languages) {
    await setLanguage(language)
    expect([...asked].filter((id) => !has(id)), `missing in ${language}`).toEqual([])
  }
})

test('a missing text shows its id and nothing is thrown', () => {
  expect(t('ui-no-such-text')).toBe('⟦ui-no-such-text⟧')
})

test('arguments stand in the text without isolation marks', () => {
  expect(t('ui-saved', { n: '12' })).toBe('Saved, entry 12')
})

test('changing the language changes the words', async () => {
  await setLanguage('de')
  expect(t('ui-saved', { n: '12' })).toBe('Gespeichert, Eintrag 12')
  expect(document.documentElement.lang, 'screen readers choose their voice by it').toBe('de')
  expect(number(12345)).toBe('12.345')
  await setLanguage('en')
  expect(number(12345)).toBe('12,345')
})

test('a moment is written in ISO order in local time', () => {
  const local = new Date(2026, 10, 25, 14, 3)
  expect(date(local.toISOString())).toBe('2026-11-25 14:03')
  expect(date('2026-11-25'), 'a plain day has no time zone').toBe('2026-11-25')
  expect(date('not a Time'), 'what is no date is shown as it is').toBe('not a Time')
})

test('a problem has both parts', () => {
  const text = problemText({ code: 'refusal-row-missing', args: {} })
  expect(text.what).toBe(t('refusal-row-missing'))
  expect(text.todo).toBe(t('refusal-row-missing-do'))
  expect(text.what, 'the words come from locales, not from the id').not.toContain('⟦')
})

test('an argument that is a reason is spoken inside the sentence', () => {
  const { what } = problemText({ code: 'refusal-title-empty', args: { place: 'outcome-not-confirmed' } })
  expect(what).toBe('No SL-C is confirmed has no title.')
  const { what: plain } = problemText({ code: 'refusal-title-empty', args: { place: 'outcome-of-the-case' } })
  expect(plain, 'a name that only looks like a reason is left alone').toBe('outcome-of-the-case has no title.')
})

test('an unknown refusal still tells its code', () => {
  const { what, todo } = problemText({ code: 'refusal-from-the-future', args: {} })
  expect(what).toContain('refusal-from-the-future')
  expect(todo).not.toBe('')
})
