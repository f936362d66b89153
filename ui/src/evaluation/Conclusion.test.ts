import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import { expect, test, vi } from 'vitest'
import { Desk } from '../desk.svelte'
import { Dossier } from '../dossier.svelte'
import type { ConclusionView } from '../host/host'
import { mockHost } from '../host/mock'
import { componentConclusion, frOf, gatesOf, providerConclusion } from '../test/conclusions'
import { headOf, provider, statusOf } from '../test/dossiers'
import Conclusion from './Conclusion.svelte'

/** The cells of the row that this name heads. */
const cellsBeside = (name: string): string[] => {
  const header = screen.getAllByText(name).find((element) => element.closest('th'))
  return [...(header?.closest('tr')?.querySelectorAll('td:not(.bar)') ?? [])].map((cell) => cell.textContent?.trim() ?? '')
}

function opened(view: ConclusionView) {
  const host = mockHost({ conclusion: () => view, gates: () => ({ kinds: gatesOf() }) })
  const desk = new Desk(host)
  desk.open = new Dossier(desk, headOf(view.object === 'component' ? {} : { checklist: provider, roles: ['integration', 'maintenance'] }))
  desk.screen = 'conclusion'
  render(Conclusion, { desk })
  return { host, desk }
}

test('the outcome is a sentence, and what speaks against it leads to its place', async () => {
  const { desk } = opened(componentConclusion())
  expect(await screen.findByText(/^The claim is not met in FR 1/), 'the outcome is said in words').toBeTruthy()
  await fireEvent.click(screen.getByText(/^CR 1.2: the major finding F-3 is open/))
  expect([desk.screen, desk.place], 'a finding is dealt with among the findings').toEqual(['findings', 'F-3'])
  await fireEvent.click(screen.getByText(/TST-1: the evaluation activity failed/))
  expect([desk.screen, desk.place], 'an activity is dealt with among the activities').toEqual(['activities', 'TST-1'])
  await fireEvent.click(screen.getByText(/CR 3.1: the verdict is inconclusive/))
  expect([desk.screen, desk.place], 'a row is dealt with in the worklist').toEqual(['worklist', 'CR 3.1'])
})

test('the plot says all seven levels in words', async () => {
  opened(componentConclusion())
  const plot = await screen.findByRole('img')
  const said = plot.getAttribute('aria-label') ?? ''
  expect(said.match(/FR \d/g), 'seven values, never one').toHaveLength(7)
  expect(said, 'native and with integration stand apart').toContain('FR 7 RA: declared 3, component itself 2, with integration 3')
  expect(said, 'a level without anything shown is marked').toContain('FR 5 RDF: declared 2, component itself 2, with integration 2, resting on rows')
})

test('a level above the declared one is never drawn, whatever is handed over', async () => {
  const frs = [1, 2, 3, 4, 5, 6, 7].map((fr) => frOf(fr, { declared: 1, native: 4, with_integration: 4 }))
  opened(componentConclusion({ frs }))
  const plot = await screen.findByRole('img')
  const values = [...plot.querySelectorAll('.value')].map((text) => text.textContent)
  expect(values, 'each bar ends at the claim').toEqual(Array.from({ length: 14 }, () => '1'))
})

test('the table behind the plot holds the same numbers', async () => {
  opened(componentConclusion())
  await fireEvent.click(await screen.findByText('As a table'))
  expect(cellsBeside('Resource availability'), 'declared, itself, with integration').toEqual(['3', '2', '3', ''])
  expect(cellsBeside('Restricted data flow').at(-1), 'the mark has a sentence in the table').toContain('nothing was shown to be fulfilled')
})

test('what blocks a level is told row by row, native and with integration apart', async () => {
  const { desk } = opened(componentConclusion())
  const fr = (await screen.findByText('FR 1 IAC')).closest('details')
  if (!fr) throw new Error('the foundational requirement can be opened')
  const [native, integration] = within(fr).getAllByRole('heading', { level: 4 }).map((heading) => heading.parentElement as HTMLElement)
  if (!native || !integration) throw new Error('both ways of meeting a level are shown')
  expect(native.textContent, 'two rows keep the component itself from level 2').toContain('CR 1.8 is not evaluated')
  expect(integration.textContent, 'with integration that row is not in the way').not.toContain('CR 1.8')
  expect(integration.textContent, 'the smallest set is one row there').toContain('is one row')
  await fireEvent.click(within(native).getAllByRole('button', { name: 'CR 1.8' })[0] as HTMLElement)
  expect([desk.screen, desk.place], 'the row opens in the worklist').toEqual(['worklist', 'CR 1.8'])
})

test('without a conclusion the levels are said to be no result', async () => {
  opened(componentConclusion({ outcome: { text: 'outcome-unfinished', args: {}, subject: '' }, negative: false }))
  expect(await screen.findByText(/There is no confirmed SL-C now/), 'bars alone would look like a result').toBeTruthy()
})

test('under a list of requirements no level is named', async () => {
  opened(componentConclusion({ frs: [1, 2, 3, 4, 5, 6, 7].map((fr) => frOf(fr, { declared: null })) }))
  expect(await screen.findByText(/claim is a list of requirements/)).toBeTruthy()
  expect(screen.queryByRole('img'), 'there is no vector to draw').toBeNull()
})

test('a provider has tuples by role, with N/E and Fail beside them', async () => {
  opened(providerConclusion())
  await screen.findByText('Total')
  expect(cellsBeside('Total').slice(0, 5), 'RA, NAR, TR, Fail, N/E').toEqual(['14', '1', '17', '1', '1'])
  await fireEvent.click(screen.getByText('Maintenance'))
  expect(cellsBeside('Total').slice(0, 5), 'the other role has its own').toEqual(['3', '0', '4', '0', '1'])
})

test('the lowest maturity level stands with what was not evaluated', async () => {
  const { desk } = opened(providerConclusion())
  expect(await screen.findByText(/Lowest maturity level of a passed row: ML 1/)).toBeTruthy()
  await fireEvent.click(screen.getByText('SP.01.07 BR @maintenance'))
  expect(desk.place, 'the row that was left out can be opened').toBe('SP.01.07 BR @maintenance')
  expect(cellsBeside('All summary levels'), 'counts at ML 1 to 4, lowest, N/E').toEqual(['1', '8', '4', '1', '1', '1'])
})

test('no percentage is shown anywhere', async () => {
  for (const view of [componentConclusion(), providerConclusion()]) {
    opened(view)
    await waitFor(() => expect(document.querySelector('table'), 'the picture is drawn').not.toBeNull())
  }
  expect(document.body.textContent, 'counts and tuples only').not.toMatch(/%|per cent|score|average/i)
})

test('what blocks each kind of report has words and a way', async () => {
  const { desk } = opened(componentConclusion())
  const third = (await screen.findByText('Evaluation report of a certification body')).closest('section') as HTMLElement
  expect(within(third).getByText('5 points stand in the way:')).toBeTruthy()
  for (const [name, place] of [
    [/Competence and impartiality/, ['case', 'Owen Brandt']],
    [/CR 2.1: two people recorded different values/, ['worklist', 'CR 2.1']],
    [/The case was not reviewed/, ['report', 'review']],
    [/No decision is recorded/, ['report', 'decision']],
  ] as const) {
    await fireEvent.click(within(third).getByText(name))
    expect([desk.screen, desk.place], String(name)).toEqual(place)
  }
  expect(third.textContent, 'advice for the command line has no place here').not.toContain('assay ')
  const second = screen.getByText('Independent assessment report').closest('section')
  expect(second?.textContent).toContain('Nothing stands in the way')
})

test('it is asked for again a moment after the last change, and the old picture stays meanwhile', async () => {
  vi.useFakeTimers()
  try {
    const { host, desk } = opened(componentConclusion())
    await vi.advanceTimersByTimeAsync(10)
    expect(host.callsOf('conclusion'), 'the first picture comes at once').toHaveLength(1)
    const changed = { status: statusOf(), rows: [], findings: [], all_rows: false }
    desk.open?.take(changed)
    await vi.advanceTimersByTimeAsync(200)
    desk.open?.take(changed)
    await vi.advanceTimersByTimeAsync(200)
    expect(host.callsOf('conclusion'), 'while changes come nothing is asked').toHaveLength(1)
    expect(screen.getByText(/^The claim is not met in FR 1/), 'the old picture stays').toBeTruthy()
    host.answer('conclusion', () => componentConclusion({ outcome: { text: 'outcome-confirmed', args: {}, subject: '' }, positive: true, negative: false }))
    await vi.advanceTimersByTimeAsync(150)
    expect(host.callsOf('conclusion'), 'one question for both changes').toHaveLength(2)
    expect(screen.getByText(/The declared SL-C is confirmed/), 'the new picture is shown').toBeTruthy()
  } finally {
    vi.useRealTimers()
  }
})

test('a refusal is said where the picture would be, with a way to ask again', async () => {
  const host = mockHost({
    conclusion: () => {
      throw { code: 'desk-nothing-open', args: {} }
    },
    gates: () => ({ kinds: [] }),
  })
  const desk = new Desk(host)
  render(Conclusion, { desk })
  expect(await screen.findByRole('alert')).toBeTruthy()
  host.answer('conclusion', () => componentConclusion())
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(screen.getByText(/^The claim is not met in FR 1/), 'asking again shows it').toBeTruthy())
})
