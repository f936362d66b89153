// Where something that is named in a sentence can be seen and changed.

import type { Told, Trouble } from './host/host'
import type { ScreenId } from './screens'

export interface Target {
  screen: ScreenId
  place: string | null
}

const finding = /^F-\d+$/
const activity = /^[A-Z]{2,4}-\d+$/
const field = /^([a-z_]+\/)?[a-z]+(\.[a-z_]+)+$/

/** The screen for a subject: a row, an activity, a finding or a case field; null where it is about the whole. */
export function targetOf(subject: string): Target | null {
  if (subject === '') return null
  if (subject === 'review' || subject === 'decision') return { screen: 'report', place: subject }
  if (subject === 'conclusion') return { screen: 'conclusion', place: null }
  if (subject === 'case') return { screen: 'case', place: null }
  // A foundational requirement is no row.
  if (/^FR ?\d$/.test(subject)) return { screen: 'conclusion', place: null }
  if (finding.test(subject)) return { screen: 'findings', place: subject }
  if (activity.test(subject)) return { screen: 'activities', place: subject }
  if (field.test(subject)) return { screen: 'case', place: subject }
  return { screen: 'worklist', place: subject }
}

/** The screen on which a gate of a report is dealt with. */
export function targetOfGate({ code, args }: Trouble): Target | null {
  const place = args.place ?? ''
  // The place of these names a person, or a kind of event.
  if (code === 'gate-person-record') return { screen: 'case', place }
  if (code === 'gate-unknown-kind' || code === 'gate-unreadable') return { screen: 'trail', place: null }
  if (code === 'gate-conflict' && place === 'case') return { screen: 'case', place: args.field ?? null }
  return targetOf(place)
}

/** What a sentence of the rules is about. */
export const targetOfTold = ({ subject, args }: Told): Target | null =>
  targetOf(args.finding ?? (subject || args.row || args.requirement || ''))
