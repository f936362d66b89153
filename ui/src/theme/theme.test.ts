import { expect, test } from 'vitest'
import tokens from './tokens.css?raw'

/** The colours of a theme. */
function colours(theme: string): Map<string, string> {
  const block = tokens.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? ''
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['frame', 'ground', 'surface', 'sunken', 'hover', 'selected']
const tones = ['good', 'bad', 'warn', 'info', 'neutral']
const texts = [
  ...['text', 'text-soft', 'accent'].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...tones.flatMap((tone) => [...grounds, `${tone}-ground`].map((ground) => [tone, ground] as const)),
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
]
const lines = ['line-strong', 'focus'].flatMap((line) => grounds.map((ground) => [line, ground] as const))

test.each(['light', 'dark', 'contrast'])('the theme %s can be read', (theme) => {
  const all = colours(theme)
  const check = (pairs: readonly (readonly [string, string])[], least: number) => {
    for (const [front, back] of pairs) {
      const [one, other] = [all.get(front), all.get(back)]
      if (!one || !other) throw new Error(`${theme} has no --${one ? back : front}`)
      expect(ratio(one, other), `--${front} on --${back}`).toBeGreaterThanOrEqual(least)
    }
  }
  check(texts, 4.5)
  check(lines, 3)
})

test('every theme has every colour', () => {
  const light = [...colours('light').keys()].toSorted()
  expect(light.length, 'the tokens must be found').toBeGreaterThan(20)
  for (const theme of ['dark', 'contrast']) expect([...colours(theme).keys()].toSorted(), theme).toEqual(light)
})
