// The places of a report, as a person calls them.

import type { PlaceView } from '../host/host'
import { wordIn } from '../sentences'

const places: Record<string, string> = {
  issuer: 'ui-report-place-issuer',
  evaluator: 'ui-report-place-evaluator',
  reviewer: 'ui-report-place-reviewer',
  approver: 'ui-report-place-approver',
  decision_maker: 'ui-report-place-decision-maker',
}

const signAs: Record<string, string> = {
  issuer: 'ui-signing-as-issuer',
  evaluator: 'ui-signing-as-evaluator',
  reviewer: 'ui-signing-as-reviewer',
  approver: 'ui-signing-as-approver',
  decision_maker: 'ui-signing-as-decision-maker',
}

/** The word of a place. Reactive. */
export const placeText = (place: string): string => wordIn(places, place)

/** What stands on the button of a place. Reactive. */
export const signAsText = (place: string): string => wordIn(signAs, place)

/** Something is still missing at this place. */
export const isOpen = (place: PlaceView, withKey: boolean): boolean => !place.noted || (withKey && place.signed === null)
