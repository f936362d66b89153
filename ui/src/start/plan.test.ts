import { beforeEach, expect, test } from 'vitest'
import { component, provider } from '../test/dossiers'
import { fileName, Plan } from './plan.svelte'

beforeEach(() => localStorage.clear())

test('only what was given becomes a fact', () => {
  const plan = new Plan()
  plan.given.name = ' PLC-200 '
  plan.given.firmware = '3.2.1'
  expect(plan.facts(component), 'an empty field records nothing; a version is a list of one').toEqual([
    { field: 'object.name', value: 'PLC-200' },
    { field: 'object.firmware', value: ['3.2.1'] },
  ])
})

test('the levels are recorded as seven values or not at all', () => {
  const plan = new Plan()
  plan.given.levels = ['2', '2', '2', '1', '', '2', '2']
  expect(plan.levelsHalfGiven, 'six of seven is no claim').toBe(true)
  expect(plan.facts(component), 'half a vector must not be recorded').toEqual([])
  plan.given.levels = ['2', '2', '2', '1', '0', '2', '2']
  expect(plan.facts(component)).toEqual([{ field: 'claim.levels', value: [2, 2, 2, 1, 0, 2, 2] }])
})

test('facts of the other kind of evaluation stay out', () => {
  const plan = new Plan()
  plan.given.name = 'PLC-200'
  plan.given.entity = 'Service GmbH'
  plan.given.ml = '3'
  expect(
    plan.facts(provider).map((fact) => fact.field),
    'a component name belongs to no service provider',
  ).toEqual(['object.legal_entity', 'claim.ml'])
})

test('what was given is there again after the program was closed', () => {
  const plan = new Plan()
  plan.given.name = 'PLC-200'
  plan.keep()
  expect(new Plan().given.name, 'nothing typed may be lost').toBe('PLC-200')
  plan.clear()
  expect(new Plan().begun, 'a dossier that was made leaves nothing behind').toBe(false)
})

test('a kept plan that cannot be read is an empty one', () => {
  localStorage.setItem('assay.new', '{broken')
  expect(new Plan().begun).toBe(false)
})

test('a file name has nothing that a file system refuses', () => {
  expect(fileName('PLC-200: "rev A/B"')).toBe('PLC-200 rev A B .assay'.replace(' .', '.'))
  expect(fileName('  ..  '), 'dots and spaces alone are no name').toBe('Dossier.assay')
  expect(fileName('ü'.repeat(200)).length, 'long titles are cut').toBeLessThan(90)
})
