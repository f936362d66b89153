// An entry of the trail in words.

import type { TrailEntry } from '../host/host'
import { purposeText, spokenArgs, wordIn } from '../sentences'
import { eventText } from '../told'
import { t } from '../words'

const kinds: Record<string, string> = {
  'chain.open': 'ui-trail-kind-chain-open',
  'evaluation.open': 'ui-trail-kind-evaluation-open',
  'case.set': 'ui-trail-kind-case-set',
  'actor.enroll': 'ui-trail-kind-actor-enroll',
  'claim.set': 'ui-trail-kind-claim-set',
  import: 'ui-trail-kind-import',
  'applicability.set': 'ui-trail-kind-applicability-set',
  'fulfilment.set': 'ui-trail-kind-fulfilment-set',
  'declaration.set': 'ui-trail-kind-declaration-set',
  'verdict.set': 'ui-trail-kind-verdict-set',
  'activity.set': 'ui-trail-kind-activity-set',
  'evidence.add': 'ui-trail-kind-evidence-add',
  'evidence.link': 'ui-trail-kind-evidence-link',
  'evidence.withhold': 'ui-trail-kind-evidence-withhold',
  'finding.raise': 'ui-trail-kind-finding-raise',
  'finding.move': 'ui-trail-kind-finding-move',
  'profile.adopt': 'ui-trail-kind-profile-adopt',
  'edition.move': 'ui-trail-kind-edition-move',
  'tag.set': 'ui-trail-kind-tag-set',
  'impartiality.declare': 'ui-trail-kind-impartiality-declare',
  'impartiality.review': 'ui-trail-kind-impartiality-review',
  'competence.record': 'ui-trail-kind-competence-record',
  'contribution.sign': 'ui-trail-kind-contribution-sign',
  'row.lock': 'ui-trail-kind-row-lock',
  'row.unlock': 'ui-trail-kind-row-unlock',
  'review.point': 'ui-trail-kind-review-point',
  'point.answer': 'ui-trail-kind-point-answer',
  'point.close': 'ui-trail-kind-point-close',
  'review.record': 'ui-trail-kind-review-record',
  'decision.record': 'ui-trail-kind-decision-record',
  'report.issue': 'ui-trail-kind-report-issue',
  'report.sign': 'ui-trail-kind-report-sign',
  retract: 'ui-trail-kind-retract',
  seal: 'ui-trail-kind-seal',
  anchor: 'ui-trail-kind-anchor',
  'copy.continue': 'ui-trail-kind-copy-continue',
}

/** A kind of event by its code with or without version; an unknown one stands as it is. Reactive. */
export const kindOfEvent = (code: string): string => wordIn(kinds, code.split('/')[0] ?? code)

/** The sentence of an entry. Reactive. */
export function entryText(entry: TrailEntry): string {
  const { purpose } = entry.args
  if (entry.kind.startsWith('seal/') && purpose) return t('ui-trail-sealed-for', { purpose: purposeText(purpose) })
  return eventText({ ...entry, args: spokenArgs(entry.args) })
}
