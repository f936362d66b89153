import { expect, test } from 'vitest'
import { nextRegion } from './regions'

const named = () => document.activeElement?.id

test('F6 goes through regions that lie inside each other, and round', () => {
  document.body.innerHTML = `
    <header data-region><button id="menu">Menu</button></header>
    <main data-region tabindex="-1"><button id="list">List</button>
      <section data-region><button id="row">Row</button></section></main>`
  nextRegion(true)
  expect(named(), 'with the focus nowhere the screen is meant').toBe('list')
  nextRegion(true)
  expect(named(), 'a region inside the screen comes after it').toBe('row')
  nextRegion(true)
  expect(named(), 'and is left again').toBe('menu')
  nextRegion(false)
  expect(named(), 'backwards the same way').toBe('row')
  nextRegion(false)
  expect(named(), 'to where one was').toBe('list')
})
