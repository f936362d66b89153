import { describe, expect, test } from 'vitest'
import { line } from '../test/worklist'
import { active, conditionsOfPlace, matches, moved, queryOf, read, withCondition } from './filters'

describe('the question to the program', () => {
  test('"open" is asked for as a verdict, and a chosen verdict says more', () => {
    expect(queryOf({ open: true }, 'clause', '').filter?.verdict, 'the program knows open as a verdict').toBe('open')
    expect(queryOf({ open: true, verdict: 'fail' }, 'clause', '').filter?.verdict, 'the narrower of the two counts').toBe('fail')
  })

  test('rows without a tag are asked for by the kind alone', () => {
    const { filter } = queryOf({ tag: { kind: 'place', value: null } }, 'place', '')
    expect([filter?.tag, filter?.tag_value], 'a missing value means: carries none').toEqual(['place', null])
  })

  test('blanks are no words to search for', () => {
    expect(queryOf({}, 'clause', '  ').search, 'blanks alone would be a search that matches by chance').toBeNull()
  })
})

describe('setting a condition', () => {
  test('group and base requirement come from one place, so the newest replaces the other', () => {
    expect(withCondition({ group: 'FR1' }, 'base', 'CR 1.1'), 'a base requirement is inside its group already').toEqual({ base: 'CR 1.1' })
    expect(withCondition({ base: 'CR 1.1' }, 'group', 'FR2'), 'the base of another group would leave nothing').toEqual({ group: 'FR2' })
  })

  test('taking off the last one leaves nothing behind', () => {
    expect(active(withCondition({ mine: true }, 'mine', undefined)), 'no chip may stay').toEqual([])
  })
})

describe('does a row still belong', () => {
  const judged = line('CR 1.1', { verdict: 'fulfilled' })

  test('a judged row is no longer open, an inconclusive one still is', () => {
    expect(matches(judged, { open: true }), 'it has a verdict that holds').toBe(false)
    expect(matches({ ...judged, verdict: 'inconclusive' }, { open: true }), 'inconclusive decides nothing').toBe(true)
    expect(matches({ ...judged, holds: false }, { open: true }), 'a verdict that does not hold decides nothing').toBe(true)
    expect(matches({ ...judged, verdict: 'not_evaluated' }, { open: true }), 'for a component it is no verdict').toBe(true)
    expect(matches({ ...judged, verdict: 'not_evaluated', role: 'integration', level: null }, { open: true }), 'N/E closes a provider row').toBe(false)
  })

  test('enhancements stand under their base, in both notations', () => {
    expect(matches(line('CR 1.1 RE(2)'), { base: 'CR 1.1' }), 'RE(2) enhances CR 1.1').toBe(true)
    expect(matches(line('CR 1.10'), { base: 'CR 1.1' }), 'CR 1.10 only begins alike').toBe(false)
    expect(matches(line('SP.01.02 BR @integration'), { base: 'SP.01.02' }), 'BR is the base itself').toBe(true)
  })

  test('every condition has to hold', () => {
    const row = line('CR 1.1', { evidence: 0, mine: true, tags: { place: ['Lab'] } })
    expect(matches(row, { no_evidence: true, mine: true, tag: { kind: 'place', value: 'Lab' } }), 'all three hold').toBe(true)
    expect(matches(row, { no_evidence: true, tag: { kind: 'place', value: null } }), 'it does carry a place').toBe(false)
    expect(matches({ ...row, applicable: false, confirmed: true }, { applicability: 'unconfirmed' }), 'it is confirmed').toBe(false)
  })

  test('a new tag moves a row only in the order of that tag', () => {
    const after = line('CR 1.1', { tags: { place: ['Plant'] } })
    expect(moved(line('CR 1.1'), after, 'place'), 'it belongs to another section now').toBe(true)
    expect(moved(line('CR 1.1'), after, 'clause'), 'the order of the standard knows no tags').toBe(false)
  })
})

describe('what is kept', () => {
  test('comes back as it was', () => {
    const kept = { conditions: { open: true, level: 2, tag: { kind: 'place', value: null } }, order: 'place' }
    expect(read(JSON.stringify(kept)), 'a filter must survive closing the window').toEqual(kept)
  })

  test('nonsense is left out instead of hiding rows', () => {
    expect(read('{"conditions":{"open":"yes","group":7,"tag":{"kind":"mood"}},"order":"mood"}'), 'nothing of it is a filter').toEqual({
      conditions: {},
      order: 'clause',
    })
    expect(read('{'), 'a broken text is no filter').toEqual({ conditions: {}, order: 'clause' })
  })

  test('a place can name a filter', () => {
    expect(conditionsOfPlace('filter:conflicting'), 'other screens lead here').toEqual({ conflicting: true })
    expect(conditionsOfPlace('filter:verdict=fail&level=2'), 'conditions can be joined').toEqual({ verdict: 'fail', level: 2 })
    expect(conditionsOfPlace('CR 1.1'), 'a row is no filter').toBeNull()
  })
})
