// Conclusions as the program draws them, for the tests of the screens that show one.

import type { ConclusionView, FrView, KindGates, MaturityView, TupleView } from '../host/host'

const names = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA']
const labels = [
  'Identification and authentication control',
  'Use control',
  'System integrity',
  'Data confidentiality',
  'Restricted data flow',
  'Timely response to events',
  'Resource availability',
]

export function frOf(fr: number, given: Partial<FrView> = {}): FrView {
  return {
    fr,
    abbreviation: names[fr - 1] ?? '',
    label: labels[fr - 1] ?? '',
    declared: 2,
    covered: 2,
    native: 2,
    with_integration: 2,
    native_vacuous: false,
    vacuous: false,
    native_blocked: [],
    blocked: [],
    raise_native: null,
    raise: null,
    ...given,
  }
}

export function tupleOf(group: string, label: string, given: Partial<TupleView> = {}): TupleView {
  return { group, label, ra: 10, ra_by_integration: 0, nar: 1, tr: 12, fail: 1, not_evaluated: 0, why_not_evaluated: [], ...given }
}

/** FR 1 is below its claim, FR 5 rests on rows that are not applicable, FR 7 needs integration. */
export function componentConclusion(given: Partial<ConclusionView> = {}): ConclusionView {
  return {
    object: 'component',
    outcome: { text: 'outcome-below-declared', args: { frs: 'FR 1' }, subject: '' },
    positive: false,
    negative: true,
    frs: [
      frOf(1, {
        native: 1,
        with_integration: 1,
        native_blocked: [
          {
            level: 2,
            within_claim: true,
            rows: [
              {
                row: 'CR 1.2',
                label: 'Software process and device identification and authentication',
                why: { text: 'blocks-not-fulfilled', args: { requirement: 'CR 1.2' }, subject: 'CR 1.2' },
                within_claim: true,
              },
              {
                row: 'CR 1.8',
                label: 'Public key infrastructure certificates',
                why: { text: 'blocks-not-evaluated', args: { requirement: 'CR 1.8' }, subject: 'CR 1.8' },
                within_claim: true,
              },
            ],
          },
        ],
        blocked: [
          {
            level: 2,
            within_claim: true,
            rows: [
              {
                row: 'CR 1.2',
                label: 'Software process and device identification and authentication',
                why: { text: 'blocks-not-fulfilled', args: { requirement: 'CR 1.2' }, subject: 'CR 1.2' },
                within_claim: true,
              },
            ],
          },
        ],
        raise_native: { from: 1, to: 2, rows: ['CR 1.2', 'CR 1.8'] },
        raise: { from: 1, to: 2, rows: ['CR 1.2'] },
      }),
      frOf(2),
      frOf(3),
      frOf(4, { declared: 1, covered: 1, native: 1, with_integration: 1 }),
      frOf(5, { native_vacuous: true, vacuous: true }),
      frOf(6, { declared: 0, covered: 0, native: 0, with_integration: 0 }),
      frOf(7, { declared: 3, covered: 3, native: 2, with_integration: 3 }),
    ],
    tuples: [
      tupleOf('CCSC', 'Common component security constraints', { ra: 4, nar: 0, tr: 4, fail: 0 }),
      tupleOf('FR1', labels[0] ?? '', {
        ra: 14,
        ra_by_integration: 3,
        nar: 2,
        tr: 24,
        fail: 1,
        not_evaluated: 7,
        why_not_evaluated: [
          { text: 'ui-not-evaluated-open', args: { n: '1' }, subject: '' },
          { text: 'ui-not-evaluated-above-claim', args: { n: '6' }, subject: '' },
        ],
      }),
      tupleOf('', '', { ra: 18, ra_by_integration: 3, nar: 2, tr: 28, fail: 1, not_evaluated: 7 }),
    ],
    by_role: [],
    maturity: [],
    against: [
      { text: 'outcome-why-open-major', args: { finding: 'F-3' }, subject: 'CR 1.2' },
      { text: 'outcome-why-activity-failed', args: {}, subject: 'TST-1' },
    ],
    missing: [{ text: 'outcome-why-row-inconclusive', args: {}, subject: 'CR 3.1' }],
    remarks: [{ text: 'remark-vacuous-level', args: { level: '2' }, subject: 'FR 5' }],
    ...given,
  }
}

export function maturityOf(group: string, label: string, given: Partial<MaturityView> = {}): MaturityView {
  return { group, label, distribution: [0, 5, 2, 0], lowest: 2, not_evaluated: [], blocked: [], raise: null, ...given }
}

/** Two roles; one row was not evaluated and one is in the way of ML 3. */
export function providerConclusion(given: Partial<ConclusionView> = {}): ConclusionView {
  const levels = [
    tupleOf('Solution staffing', 'Solution staffing', { ra: 9, nar: 1, tr: 12, fail: 1, not_evaluated: 1 }),
    tupleOf('Assurance', 'Assurance', { ra: 5, nar: 0, tr: 5, fail: 0 }),
  ]
  return {
    object: 'service_provider',
    outcome: { text: 'outcome-provider-not-positive', args: {}, subject: '' },
    positive: false,
    negative: true,
    frs: [],
    tuples: [...levels, tupleOf('', '', { ra: 14, nar: 1, tr: 17, fail: 1, not_evaluated: 1 })],
    by_role: [
      { role: 'integration', tuples: [tupleOf('Solution staffing', 'Solution staffing', { ra: 6, nar: 1, tr: 8, fail: 1 }), tupleOf('', '', { ra: 6, nar: 1, tr: 8, fail: 1 })] },
      { role: 'maintenance', tuples: [tupleOf('Solution staffing', 'Solution staffing', { ra: 3, nar: 0, tr: 4, fail: 0, not_evaluated: 1 }), tupleOf('', '', { ra: 3, nar: 0, tr: 4, fail: 0, not_evaluated: 1 })] },
    ],
    maturity: [
      maturityOf('Solution staffing', 'Solution staffing', { distribution: [1, 6, 2, 0], lowest: 1, not_evaluated: ['SP.01.07 BR @maintenance'] }),
      maturityOf('Assurance', 'Assurance', { distribution: [0, 2, 2, 1] }),
      maturityOf('', '', {
        distribution: [1, 8, 4, 1],
        lowest: 1,
        not_evaluated: ['SP.01.07 BR @maintenance'],
        blocked: [
          {
            level: 2,
            within_claim: true,
            rows: [
              {
                row: 'SP.01.02 BR @integration',
                label: 'Training of subcontractors',
                why: { text: 'blocks-ml-below', args: { requirement: 'SP.01.02 BR @integration', evaluated: '1' }, subject: 'SP.01.02 BR @integration' },
                within_claim: true,
              },
            ],
          },
        ],
        raise: { from: 1, to: 2, rows: ['SP.01.02 BR @integration'] },
      }),
    ],
    against: [{ text: 'outcome-why-row-failed', args: { role: 'integration' }, subject: 'SP.01.04 BR @integration' }],
    missing: [],
    remarks: [{ text: 'remark-below-declared-ml', args: { evaluated: '1', declared: '2' }, subject: 'SP.01.02 BR @integration' }],
    ...given,
  }
}

const problem = (code: string, args: Record<string, string>) => ({ code, args, more: [] })

export function gatesOf(): KindGates[] {
  return [
    {
      kind: 'self_declaration',
      problems: [
        problem('gate-not-positive', { place: 'conclusion', outcome: 'outcome-below-declared', frs: 'FR 1' }),
        problem('gate-open-major', { place: 'F-3' }),
      ],
      signing: [{ place: 'issuer', name: 'Rita Petersen', me: true }],
    },
    {
      kind: 'independent_assessment',
      problems: [],
      signing: [
        { place: 'evaluator', name: 'Rita Petersen', me: true },
        { place: 'approver', name: 'Owen Brandt', me: false },
      ],
    },
    {
      kind: 'certification_body',
      problems: [
        problem('gate-field-missing', { place: 'issuer.accreditation' }),
        problem('gate-conflict', { place: 'CR 2.1', field: 'verdict' }),
        problem('gate-person-record', { place: 'Owen Brandt' }),
        problem('gate-review-missing', { place: 'review' }),
        problem('gate-decision-missing', { place: 'decision' }),
      ],
      signing: [],
    },
  ]
}
