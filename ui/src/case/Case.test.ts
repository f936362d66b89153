import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import { enter } from '../door'
import type { CaseView, FieldView, PersonView } from '../host/host'
import { mockHost, type Handlers } from '../host/mock'
import { changedOf, fieldOf, headOf } from '../test/dossiers'
import Case from './Case.svelte'

beforeEach(() => localStorage.clear())

const me: PersonView = {
  chain: 'c1',
  key: 'ab'.repeat(32),
  name: 'Rita Petersen',
  organisation: 'Test house',
  function: 'Evaluator',
  roles: ['lead', 'evaluator'],
  admitted: true,
  competence: null,
  impartiality: null,
  me: true,
  evaluated: true,
}
const viewOf = (fields: FieldView[], more: Partial<CaseView> = {}): CaseView => ({
  fields,
  people: [me],
  roles: ['client_contact', 'evaluator', 'lead', 'technical_expert', 'reviewer', 'decision_maker', 'quality_manager'],
  may_admit: true,
  ...more,
})

async function shown(fields: FieldView[], more: { handlers?: Handlers; place?: string; readOnly?: boolean; view?: Partial<CaseView> } = {}) {
  let view = viewOf(fields, more.view)
  const host = mockHost({
    case: () => view,
    dossier_head: () => headOf(),
    case_set: ({ field, value }) => {
      view = { ...view, fields: view.fields.map((one) => (one.name === field ? { ...one, value, author: 'Rita Petersen', time: '2026-11-25T14:03:00Z' } : one)) }
      return changedOf()
    },
    ...more.handlers,
  })
  const desk = new Desk(host)
  enter(desk, headOf({ read_only: more.readOnly ? 'in_use' : null }))
  desk.go('case', more.place ?? null)
  render(Case, { desk })
  await screen.findByRole('tablist')
  return { host, desk }
}

test('leaving a text records it as one change and says so', async () => {
  const { host } = await shown([fieldOf({ name: 'object.name' })])
  const input = screen.getByLabelText('Component')
  await fireEvent.input(input, { target: { value: 'PLC' } })
  await fireEvent.input(input, { target: { value: 'PLC-200' } })
  expect(host.callsOf('case_set'), 'nothing is recorded letter by letter').toEqual([])
  await fireEvent.blur(input)
  await waitFor(() => expect(host.callsOf('case_set')).toEqual([{ field: 'object.name', value: 'PLC-200', reason: null }]))
  expect(await screen.findByText('Saved, entry 8'), 'the mark stands at the field').toBeTruthy()
})

test('leaving a field as it was records nothing', async () => {
  const { host } = await shown([fieldOf({ name: 'object.name', value: 'PLC-200' })])
  const input = screen.getByLabelText('Component')
  await fireEvent.focus(input)
  await fireEvent.blur(input)
  expect(host.callsOf('case_set')).toEqual([])
})

test('what is recorded cannot be emptied by accident', async () => {
  const { host } = await shown([fieldOf({ name: 'object.name', value: 'PLC-200' })])
  const input = screen.getByLabelText('Component')
  await fireEvent.input(input, { target: { value: '' } })
  await fireEvent.blur(input)
  expect(await screen.findByText(/can't be emptied/), 'the record knows no empty fact').toBeTruthy()
  expect(host.callsOf('case_set')).toEqual([])
})

test('seven levels are one recorded change, when all are given and the field is left', async () => {
  const { host } = await shown([fieldOf({ name: 'claim.levels', shape: 'levels', needed_by: [] })])
  const group = screen.getByRole('group', { name: 'Declared SL-C' })
  const selects = within(group).getAllByRole('combobox').slice(1)
  expect(selects, 'one for each foundational requirement').toHaveLength(7)
  await fireEvent.change(selects[0] as Element, { target: { value: '3' } })
  await fireEvent.focusOut(group)
  expect(host.callsOf('case_set'), 'one of seven is no claim').toEqual([])
  for (const select of selects.slice(1)) await fireEvent.change(select, { target: { value: '1' } })
  await fireEvent.focusOut(group)
  await waitFor(() => expect(host.callsOf('case_set')).toEqual([{ field: 'claim.levels', value: [3, 1, 1, 1, 1, 1, 1], reason: null }]))
})

test('a changed claim asks for its reason first, and the reason goes with it', async () => {
  const { host } = await shown([fieldOf({ name: 'object.types', shape: 'component_types', value: ['EDR'], needs_reason: true })])
  await fireEvent.click(screen.getByLabelText(/^NDR/))
  await fireEvent.click(screen.getByRole('button', { name: 'Record' }))
  const reason = await screen.findByLabelText(/Why does the claim change/)
  expect(host.callsOf('case_set'), 'not before there is a reason').toEqual([])
  await fireEvent.input(reason, { target: { value: 'Routing was added' } })
  await fireEvent.click(screen.getByRole('button', { name: 'Record' }))
  await waitFor(() => expect(host.callsOf('case_set')).toEqual([{ field: 'object.types', value: ['EDR', 'NDR'], reason: 'Routing was added' }]))
})

test('"none" is said on purpose and is not the same as nothing recorded', async () => {
  const { host } = await shown([fieldOf({ name: 'conduct.plan_deviations', shape: 'texts_or_none' })])
  const none = screen.getByLabelText('None') as HTMLInputElement
  expect(none.checked, 'while nothing is recorded it is not said').toBe(false)
  await fireEvent.click(none)
  await waitFor(() => expect(host.callsOf('case_set')).toEqual([{ field: 'conduct.plan_deviations', value: [], reason: null }]))
})

test('an exclusion without its reason waits', async () => {
  const { host } = await shown([fieldOf({ name: 'object.excluded_functions', shape: 'exclusions' })])
  await fireEvent.click(screen.getByRole('button', { name: 'Add a line' }))
  await fireEvent.input(screen.getByLabelText('What'), { target: { value: 'Web server' } })
  await fireEvent.focusOut(screen.getByLabelText('What'))
  expect(await screen.findByText(/needs its reason/)).toBeTruthy()
  expect(host.callsOf('case_set')).toEqual([])
  await fireEvent.input(screen.getByLabelText('Reason'), { target: { value: 'Off by default' } })
  await fireEvent.focusOut(screen.getByLabelText('Reason'))
  await waitFor(() => expect(host.callsOf('case_set')[0]?.value).toEqual([{ what: 'Web server', reason: 'Off by default' }]))
})

test('a refusal stands at its field', async () => {
  await shown([fieldOf({ name: 'report.limits', issuers_words: true })], {
    handlers: {
      case_set: () => {
        throw { code: 'gate-reserved-word', args: { place: 'report.limits', word: 'certified' } }
      },
    },
  })
  const input = screen.getByLabelText('Limits of validity')
  await fireEvent.input(input, { target: { value: 'Certified for use' } })
  await fireEvent.blur(input)
  expect((await screen.findByRole('alert')).textContent, 'with the word that is meant').toContain('certified')
  expect((input as HTMLTextAreaElement).value, 'the text stays to be mended').toBe('Certified for use')
})

test('the filter shows what one kind of report still lacks', async () => {
  await shown([
    fieldOf({ name: 'object.name', value: 'PLC-200' }),
    fieldOf({ name: 'client.name', needed_by: ['independent_assessment', 'certification_body'] }),
    fieldOf({ name: 'report.retention', needed_by: ['self_declaration'] }),
  ])
  await fireEvent.change(screen.getByLabelText('Needed for'), { target: { value: 'independent_assessment' } })
  await fireEvent.click(screen.getByLabelText('Only what is missing'))
  expect(screen.queryByLabelText('Component'), 'it is recorded').toBeNull()
  expect(screen.queryByLabelText(/supporting file/), 'another kind needs it').toBeNull()
  expect(screen.getByRole('textbox', { name: 'Client' })).toBeTruthy()
})

test('a link goes to its field', async () => {
  const { desk } = await shown([fieldOf({ name: 'object.name' }), fieldOf({ name: 'issuer.name' })], { place: 'self_declaration/issuer.name' })
  await waitFor(() => expect(document.activeElement, 'the focus is where the link pointed').toBe(screen.getByRole('textbox', { name: 'Issuer' })))
  expect(desk.place, 'followed once').toBeNull()
})

test('competing values are said, and the one that holds can be recorded', async () => {
  const { host, desk } = await shown([fieldOf({ name: 'client.name', value: 'ACME', conflicting: true })])
  await fireEvent.click(screen.getByRole('button', { name: 'Show both in the trail' }))
  expect([desk.screen, desk.place]).toEqual(['trail', 'client.name'])
  await fireEvent.click(screen.getByRole('button', { name: 'Record the value shown here' }))
  await waitFor(() => expect(host.callsOf('case_set')[0]).toEqual({ field: 'client.name', value: 'ACME', reason: null }))
})

test('in a dossier for looking at nothing can be written', async () => {
  await shown([fieldOf({ name: 'object.name', value: 'PLC-200' }), fieldOf({ name: 'object.types', shape: 'component_types' })], { readOnly: true })
  expect((screen.getByLabelText('Component') as HTMLInputElement).readOnly).toBe(true)
  expect((screen.getByLabelText(/^EDR/) as HTMLInputElement).disabled).toBe(true)
})

test('a person who evaluates cannot be given the review', async () => {
  const { host } = await shown([], { handlers: { admit: () => changedOf() } })
  await fireEvent.click(screen.getByRole('tab', { name: /People/ }))
  await fireEvent.click(screen.getByRole('button', { name: 'Admit a person' }))
  const dialog = await screen.findByRole('dialog')
  await fireEvent.input(within(dialog).getByLabelText(/Public key/), { target: { value: `${'CD'.repeat(31)} CD` } })
  await fireEvent.input(within(dialog).getByLabelText(/^Name/), { target: { value: 'Karl Meyer' } })
  await fireEvent.input(within(dialog).getByLabelText(/^Organisation/), { target: { value: 'Test house' } })
  await fireEvent.click(within(dialog).getByLabelText('Evaluator'))
  expect((within(dialog).getByLabelText('Reviewer') as HTMLInputElement).disabled, 'ISO/IEC 17065, 7.5').toBe(true)
  await fireEvent.click(within(dialog).getByLabelText('Evaluator'))
  await fireEvent.click(within(dialog).getByLabelText('Reviewer'))
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Record' }))
  await waitFor(() =>
    expect(host.callsOf('admit'), 'a pasted key may have blanks and capitals').toEqual([
      { key: 'cd'.repeat(32), name: 'Karl Meyer', organisation: 'Test house', function: null, roles: ['reviewer'], competence: null, impartiality: null },
    ]),
  )
})

test('who is not the lead sees why people cannot be admitted', async () => {
  await shown([], { view: { may_admit: false } })
  await fireEvent.click(screen.getByRole('tab', { name: /People/ }))
  expect(screen.getByText('Only the lead can admit people here.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Admit a person' })).toBeNull()
})

test('what is being typed is handed over before the dossier closes', async () => {
  const { host, desk } = await shown([fieldOf({ name: 'object.name' })])
  const input = screen.getByLabelText('Component')
  input.focus()
  await fireEvent.input(input, { target: { value: 'PLC-200' } })
  await desk.flush()
  expect(host.callsOf('case_set'), 'the window closes only after this').toHaveLength(1)
})
