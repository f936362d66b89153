import { describe, expect, test } from 'vitest'
import type { EvidenceView, Line, RowView } from '../host/host'
import { line, rowView } from '../test/worklist'
import { draftOf, entryOf, factsOf, fieldOf, fresh, prefill, shownFor, type Form } from './entry'

const item = (sha256: string): EvidenceView => ({
  sha256,
  size: 1,
  name: `${sha256}.pdf`,
  media_type: 'application/pdf',
  class: 'design_doc',
  title: sha256,
  revision: null,
  producer: 'supplier',
  date: null,
  project: null,
  version: null,
  confidentiality: 'confidential',
  author: 'Ada',
  time: '2026-01-01T00:00:00Z',
  withheld: null,
  used_by: [],
  findings: [],
  own: false,
  preview: 'none',
})

function strip(verdict: string, lines: Line[], view: Partial<RowView> | null, part: Partial<Form> = {}, declared: number | null = null) {
  const of = view && lines[0] ? rowView(lines[0], view) : null
  const facts = factsOf(lines, !lines[0]?.role, declared, of)
  const began = fresh(verdict, facts)
  const form: Form = { ...(of ? prefill(began, of) : began), ...part }
  return { facts, form, shown: shownFor(form, facts), entry: entryOf(form, facts), draft: draftOf(form, began) }
}
const linked = { evidence: [{ item: item('e1'), in_verdict: false, linked: true }] }
const many = [line('CR 1.1', { evidence: 2 }), line('CR 1.2', { evidence: 0 })]

describe('a component', () => {
  test('a plain verdict needs a text and nothing else', () => {
    const { entry } = strip('fulfilled', [line('CR 1.1')], linked, { rationale: ' Seen. ' })
    expect(entry, 'the usual mode and the linked evidence are taken by themselves').toEqual({
      verdict: 'fulfilled',
      rationale: 'Seen.',
      evidence: ['e1'],
      mode: 'by_component',
    })
  })

  test('a recorded mode is shown and not recorded a second time', () => {
    const fulfilment = { mode: 'by_system_integration', countermeasure: 'Firewall', documented_in: 'Manual 4', author: 'Ada', time: '' }
    const row = line('CR 1.1', { mode: 'by_system_integration' })
    const { shown, entry, form } = strip('fulfilled', [row], { ...linked, fulfilment }, { rationale: 'x' })
    expect([form.mode, shown.integration], 'what stands is what the strip shows').toEqual(['by_system_integration', true])
    expect(entry.mode, 'saying the same again would be an event without a change').toBeUndefined()
    const changed = strip('fulfilled', [row], { ...linked, fulfilment }, { rationale: 'x', documented_in: 'Manual 5' })
    expect(changed.entry, 'a change of one part records the whole').toMatchObject({ mode: 'by_system_integration', countermeasure: 'Firewall', documented_in: 'Manual 5' })
  })

  test('without evidence the strip asks why', () => {
    expect(strip('fulfilled', [line('CR 1.1', { evidence: 0 })], {}).shown.noEvidence, 'no verdict rests on nothing unsaid').toBe(true)
    expect(strip('fulfilled', [line('CR 1.1')], linked).shown.noEvidence, 'something is named').toBe(false)
    const { entry } = strip('fulfilled', [line('CR 1.1')], linked, { rationale: 'x', evidence: [], no_evidence: 'Source review' })
    expect([entry.evidence, entry.no_evidence], 'what was unticked is not named').toEqual([[], 'Source review'])
  })

  test('one text is justification and rationale of "not applicable", and confirming is a step of its own', () => {
    const { entry } = strip('not_applicable', [line('CR 2.2')], linked, { rationale: 'No radio.' })
    expect(entry, 'nothing is confirmed by itself').toMatchObject({ not_applicable: 'No radio.', rationale: 'No radio.', confirm: false })
  })

  test('a row that was ruled out says why it applies after all', () => {
    const row = line('CR 2.2', { applicable: false })
    expect(strip('fulfilled', [row], linked, { applicable: 'Radio in rev. B' }).entry.applicable, 'else the rules refuse it').toBe('Radio in rev. B')
  })

  test('a negative verdict raises a finding, unless one is open', () => {
    const raised = strip('not_fulfilled', [line('CR 1.1')], linked, { rationale: 'No lockout.', finding_reason: 'Missing' })
    expect(raised.entry.finding, 'the rationale says what is missing').toEqual({ grade: 'major', reason: 'Missing', statement: 'No lockout.' })
    expect(strip('not_fulfilled', [line('CR 1.1', { findings: 1 })], linked).form.finding, 'one is there already').toBe(false)
  })
})

describe('a service provider', () => {
  const row = line('SP.01.05 BR @integration', { declared_ml: 3 })

  test('the declared level is proposed, and a lower one has to be explained', () => {
    expect(strip('pass', [row], linked).form.ml, 'what was declared is what is looked for').toBe(3)
    const lower = strip('pass', [row], linked, { ml: 2, lowered_claim: 'No project yet' })
    expect([lower.shown.lowered, lower.entry.lowered_claim], 'the claim is lowered with a reason').toEqual([true, 'No project yet'])
    expect(strip('pass', [row], linked, { ml: 3, lowered_claim: 'old' }).entry.lowered_claim, 'nothing is lowered').toBeUndefined()
  })

  test('a level that nobody declared is asked for', () => {
    const bare = line('SP.01.05 BR @integration')
    expect(strip('pass', [bare], linked).shown.declaredMl, 'a Pass needs something to be measured by').toBe(true)
    expect(strip('pass', [bare], linked, {}, 2).shown.declaredMl, 'the case declares one for all rows').toBe(false)
  })

  test('parts are ticked one by one', () => {
    const view = { ...linked }
    const of = rowView(row, view)
    of.requirement.sub_points = ['a', 'b']
    const facts = factsOf([row], false, null, of)
    const form = { ...prefill(fresh('pass', facts), of), sub_points: [2] }
    expect(shownFor(form, facts).subPoints, 'the requirement has parts').toBe(true)
    expect(entryOf(form, facts).sub_points, 'none is met by itself').toEqual([2])
  })
})

describe('many rows', () => {
  test('each names what is linked to it, and the reason is for those without', () => {
    const { entry, shown } = strip('fulfilled', many, null, { rationale: 'x', no_evidence: 'Design review' })
    expect(shown.noEvidence, 'one of them has nothing').toBe(true)
    expect(entry, 'no list is forced on all rows').toEqual({ verdict: 'fulfilled', rationale: 'x', no_evidence: 'Design review', mode: 'by_component' })
  })

  test('a mode by integration on one row is never overwritten by the usual one', () => {
    const rows = [line('CR 1.1', { mode: 'by_system_integration' }), line('CR 1.2')]
    expect(strip('fulfilled', rows, null, { rationale: 'x' }).entry.mode, 'it says something about that row alone').toBeUndefined()
  })

  test('no finding is raised for many at once', () => {
    const { entry, shown } = strip('not_fulfilled', many, null, { rationale: 'x', finding: true })
    expect([entry.finding, shown.findingForMany], 'a finding speaks of one row').toEqual([undefined, true])
  })
})

describe('texts', () => {
  const verdict = {
    event: 'v',
    verdict: 'fulfilled',
    rationale: 'Earlier.',
    evidence: ['e1'],
    no_evidence: null,
    ml: null,
    lowered_claim: null,
    sub_points: [],
    author: 'Ada',
    time: '',
    holds: true,
  }

  test('a draft comes before what was recorded', () => {
    expect(strip('fulfilled', [line('CR 1.1')], { ...linked, verdict }).form.rationale, 'judging again starts from the earlier text').toBe('Earlier.')
    expect(strip('fulfilled', [line('CR 1.1')], { ...linked, verdict, draft: { rationale: 'Half a' } }).form.rationale, 'what was typed is never lost').toBe('Half a')
  })

  test('only what was written is kept as a draft', () => {
    expect(strip('fulfilled', [line('CR 1.1')], null).draft, 'an untouched strip leaves nothing').toEqual({})
    expect(strip('fulfilled', [line('CR 1.1')], null, { rationale: 'Half' }).draft, 'the verdict tells what it was for').toEqual({
      rationale: 'Half',
      verdict: 'fulfilled',
    })
  })

  test('a refusal leads to the field that is missing', () => {
    expect(fieldOf('refusal-not-applicable-needs-confirmation'), 'the box is what is missing').toBe('confirm')
    expect(fieldOf('anything-else'), 'the text is where work goes on').toBe('rationale')
  })
})
