import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Desk } from '../desk.svelte'
import type { DocumentView } from '../host/host'
import { mockHost } from '../host/mock'
import { component } from '../test/dossiers'
import { matches } from './filter'
import Series from './Series.svelte'

const documentOf = (id: string, given: Partial<DocumentView> = {}): DocumentView => ({
  id,
  overview_title: 'Evaluation method',
  overview_type: 'TR',
  overview_status: 'Published',
  overview_phase: 'Assess',
  designation: `IEC TS ${id}:2025`,
  title: 'Evaluation methodology',
  title_note: null,
  document_type: 'TS',
  status: 'published',
  edition: 'ed.1 2025-01-21',
  phase: 'Assess',
  differs: ['title', 'type'],
  certification_scope: 'component (4-x)',
  certifies: 'component capability SL-C per type',
  assessable: 'method for 4-2',
  confidence: 'high',
  confidence_note: null,
  phases: ['assess'],
  checklists: [],
  ...given,
})

const tiers = [
  { number: 1, label: 'General', documents: [documentOf('62443-1-1', { phase: 'all (vocabulary)', phases: ['assess', 'develop', 'maintain'], differs: [], confidence: 'medium', confidence_note: 'one source' })] },
  { number: 2, label: 'Policies & procedures', documents: [documentOf('62443-2-3', { phase: 'Maintain', phases: ['maintain'], designation: null, document_type: null, status: 'not published' })] },
  { number: 3, label: 'System', documents: [documentOf('62443-3-3', { phase: 'Develop & implement + Maintain (integration)', phases: ['develop', 'maintain'] })] },
  { number: 4, label: 'Component', documents: [documentOf('62443-4-2', { phase: 'Develop & implement', phases: ['develop'], checklists: ['iec-62443-4-2-2019'] })] },
  { number: 5, label: 'Profiles', documents: [documentOf('62443-5-x', { phase: null, phases: [], overview_phase: null, status: 'no part published' })] },
  { number: 6, label: 'Evaluation', documents: [documentOf('62443-6-2')] },
]

function opened() {
  const phases = [
    { code: 'assess', documents: 2, checklists: [], dossiers: [] },
    { code: 'develop', documents: 3, checklists: [component], dossiers: [{ id: 'r1', title: 'PLC-200', path: '/x', checklist: 'IEC 62443-4-2 2019', opened: '2026-11-20T10:00:00Z', there: true }] },
    { code: 'maintain', documents: 3, checklists: [], dossiers: [] },
  ]
  const host = mockHost({ series: () => ({ as_of: '2026-11', sources: ['Catalogue entries'], tiers, phases }), dossier_open: () => Promise.reject(new Error('not here')) })
  render(Series, { desk: new Desk(host) })
  return host
}
const shown = () => [...document.querySelectorAll('article')].map((article) => article.getAttribute('aria-labelledby')?.replace('document-', ''))
const set = async (label: string, value: string) => {
  const element = screen.getByLabelText(label) as HTMLSelectElement
  element.value = value
  await fireEvent.change(element)
}

test('the six tiers stand with their documents, also without an open dossier', async () => {
  const host = opened()
  await screen.findByText('6 of 6 documents.', { exact: false })
  expect([...document.querySelectorAll('h2')].slice(0, 6).map((head) => head.textContent), 'in the order of the series').toEqual([
    'Tier 1 of the overview: General',
    'Tier 2 of the overview: Policies & procedures',
    'Tier 3 of the overview: System',
    'Tier 4 of the overview: Component',
    'Tier 5 of the overview: Profiles',
    'Tier 6 of the overview: Evaluation',
  ])
  expect(host.callsOf('series'), 'one question').toHaveLength(1)
  expect(screen.getByText('As of 2026-11'), 'the facts have a date').toBeTruthy()
})

test('what is there stands beside what the overview states, and a difference is a word', async () => {
  opened()
  const article = (await screen.findByText('IEC TS 62443-6-2:2025')).closest('article')
  const type = [...(article?.querySelectorAll('tbody tr') ?? [])][1]
  expect([...(type?.children ?? [])].map((cell) => cell.textContent?.trim())).toEqual(['Type', 'TS', 'TR', 'differs'])
  const status = [...(article?.querySelectorAll('tbody tr') ?? [])][2]
  expect(status?.textContent, 'nothing is marked that is the same').not.toContain('differs')
})

test('what is not known is said, not left blank', async () => {
  opened()
  const article = (await screen.findByText('62443-2-3')).closest('article')
  expect(article?.textContent, 'no real type is known').toContain('not stated')
})

test('a phase leads to its documents, to the checklists for them and to the dossiers', async () => {
  const host = opened()
  await screen.findByText('6 of 6 documents.', { exact: false })
  await fireEvent.click(screen.getByRole('button', { name: /^Develop and implement/ }))
  expect(shown(), 'also those that span phases or hold in all').toEqual(['62443-1-1', '62443-3-3', '62443-4-2'])
  expect(screen.getByText(/Checklists in Assay for them: iec-62443-4-2-2019/), 'and what Assay has for them').toBeTruthy()
  await fireEvent.click(screen.getByText('PLC-200'))
  expect(host.callsOf('dossier_open'), 'and to the dossiers that belong to it').toEqual([{ recent: 'r1' }])
  await fireEvent.click(screen.getByRole('button', { name: /^Assess/ }))
  expect(screen.queryByText(/Checklists in Assay for them/), 'none for this phase').toBeNull()
  expect(screen.getByText('No dossier opened here belongs to it.'), 'an empty list says so').toBeTruthy()
})

test('documents with a checklist can be shown alone', async () => {
  opened()
  await screen.findByText('6 of 6 documents.', { exact: false })
  await set('Checklist in Assay', 'yes')
  expect(shown()).toEqual(['62443-4-2'])
})

test('a search looks at everything that is known, and nothing found is said', async () => {
  opened()
  await screen.findByText('6 of 6 documents.', { exact: false })
  const search = screen.getByLabelText('Search')
  await fireEvent.input(search, { target: { value: 'not published' } })
  await waitFor(() => expect(shown(), 'words of the status count').toEqual(['62443-2-3']))
  await fireEvent.input(search, { target: { value: 'nothing like it' } })
  expect(await screen.findByText('No document matches')).toBeTruthy()
})

test('how sure a fact is has a word and its reason', async () => {
  opened()
  const article = (await screen.findByText('IEC TS 62443-1-1:2025')).closest('article')
  expect(article?.textContent).toContain('fairly sure')
  expect(article?.textContent, 'with why').toContain('one source')
})

test('words are compared without regard to case', () => {
  const document = documentOf('62443-4-2')
  expect(matches(document, 'EVALUATION iec'), 'both words stand in it').toBe(true)
  expect(matches(document, 'evaluation nowhere'), 'every word must stand in it').toBe(false)
})
