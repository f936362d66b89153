// What the content security policy and the house rules forbid, looked for in the sources themselves.

import { expect, test } from 'vitest'

const sources = Object.entries(
  import.meta.glob<string>(['./**/*.svelte', './**/*.ts', './**/*.css', '../index.html', '!./**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

function places(pattern: RegExp, only: (path: string) => boolean = () => true): string[] {
  return sources.filter(([path, source]) => only(path) && pattern.test(source)).map(([path]) => path)
}
const markup = (path: string) => path.endsWith('.svelte') || path.endsWith('.html')

test('the sources are found', () => {
  expect(sources.length, 'an empty list would pass every test below').toBeGreaterThan(20)
})

test.each([
  ['raw markup', /\{@html/],
  ['innerHTML', /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write/],
  ['evaluated text', /\beval\s*\(|new Function\s*\(/],
  ['an address in the network', /\bhttps?:\/\//],
  ['content-visibility, which makes keyboard movement slow', /content-visibility\s*:/],
])('no source has %s', (_, pattern) => {
  expect(places(pattern)).toEqual([])
})

test('no element has a style attribute', () => {
  expect(places(/<[a-zA-Z][^<]*\sstyle\s*=/, markup), 'the policy drops them; use a class or a style: directive').toEqual([])
})

test('no colour stands outside of the tokens', () => {
  const outside = (path: string) => !path.endsWith('theme/tokens.css') && !path.endsWith('.ts')
  expect(places(/:\s*(#[0-9a-f]{3,8}\b|rgba?\(|hsla?\()/i, outside), 'a colour of its own breaks a theme').toEqual([])
})

test('the parts know no host and no domain', () => {
  const parts = (path: string) => path.startsWith('./parts/')
  expect(places(/from '\.\.\/(host|checklist|evaluation|evidence|trail|report|series|case|start|verdicts|desk)/, parts)).toEqual([])
})

test('a domain folder does not reach into another', () => {
  const domains = ['start', 'checklist', 'evaluation', 'evidence', 'trail', 'report', 'series', 'case']
  for (const domain of domains) {
    const others = domains.filter((other) => other !== domain).join('|')
    const crossing = places(new RegExp(`from '\\.\\./(${others})/`), (path) => path.startsWith(`./${domain}/`))
    expect(crossing, 'only App.svelte crosses').toEqual([])
  }
})
