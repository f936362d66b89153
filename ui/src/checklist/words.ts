// Ids of texts by code, written out so that a test can tell unused and missing ones.

import { problemText } from '../words'
import type { Condition, Order, TagKind, Toggle } from './filters'

export const orderText: Record<Order, string> = {
  clause: 'ui-worklist-order-clause',
  interviewee: 'ui-worklist-order-interviewee',
  place: 'ui-worklist-order-place',
  document: 'ui-worklist-order-document',
  assignee: 'ui-worklist-order-assignee',
}

export const withoutText: Record<TagKind, string> = {
  interviewee: 'ui-worklist-without-interviewee',
  place: 'ui-worklist-without-place',
  document: 'ui-worklist-without-document',
  assignee: 'ui-worklist-without-assignee',
}

export const tagText: Record<TagKind, string> = {
  interviewee: 'ui-worklist-tag-interviewee',
  place: 'ui-worklist-tag-place',
  document: 'ui-worklist-tag-document',
  assignee: 'ui-worklist-tag-assignee',
}

export const toggleText: Record<Toggle, string> = {
  open: 'ui-worklist-only-open',
  conflicting: 'ui-worklist-only-conflicting',
  no_evidence: 'ui-worklist-only-no-evidence',
  claim_changed: 'ui-worklist-only-claim-changed',
  mine: 'ui-worklist-only-mine',
  findings: 'ui-worklist-only-findings',
}

export const conditionText: Record<Exclude<Condition, Toggle | 'tag'>, string> = {
  group: 'ui-worklist-by-group',
  base: 'ui-worklist-by-base',
  role: 'ui-worklist-by-role',
  component: 'ui-worklist-by-component',
  verdict: 'ui-worklist-by-verdict',
  level: 'ui-worklist-by-level',
  scope: 'ui-worklist-by-scope',
  applicability: 'ui-worklist-by-applicability',
}

export const scopeText: Record<string, string> = {
  selected: 'ui-worklist-scope-selected',
  above_claim: 'ui-worklist-scope-above',
  excluded: 'ui-worklist-scope-excluded',
}

export const applicabilityText: Record<string, string> = {
  applicable: 'ui-worklist-applicable',
  not_applicable: 'ui-worklist-not-applicable',
  unconfirmed: 'ui-worklist-unconfirmed',
}

/** Why nothing can be recorded here: codes of refusals. */
const readOnlyCode: Record<string, string> = {
  in_use: 'desk-read-only-in-use',
  received: 'desk-read-only-received',
  no_identity: 'desk-read-only-no-identity',
  not_writable: 'desk-read-only-not-writable',
  asked: 'desk-read-only-asked',
}

/** Why nothing can be recorded here, and what to do. Reactive. */
export const readOnlyReason = (why: string): { what: string; todo: string } =>
  problemText({ code: readOnlyCode[why] ?? 'desk-read-only-asked', args: {} })
