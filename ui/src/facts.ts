// The words of the facts of a case: its fields, the codes in them, and the kinds of report that need them.

import { has, t } from './words'

const kinds = ['self_declaration', 'independent_assessment', 'certification_body'] as const
export type ReportKind = (typeof kinds)[number]
/** The kinds of report, in the order of who issues them. */
export const reportKinds: readonly ReportKind[] = kinds

/** Whom each kind of report may come from. */
export const partiesOf: Record<ReportKind, readonly string[]> = {
  self_declaration: ['first'],
  independent_assessment: ['second', 'third'],
  certification_body: ['third'],
}

const idOf = (field: string) => `ui-field-${field.replace(/[._]/g, '-')}`

/** The label of a case field; `kind/name` says the kind too. Reactive. */
export function fieldText(field: string): string {
  const [kind, name] = field.includes('/') ? field.split('/', 2) : [undefined, field]
  const label = has(idOf(name ?? field)) ? t(idOf(name ?? field)) : field
  return kind ? t('ui-case-field-of-kind', { field: label, kind: kindText(kind) }) : label
}

/** One line on what belongs into a field; empty where the label says it. Reactive. */
export const fieldHint = (field: string): string => (has(`${idOf(field)}-hint`) ? t(`${idOf(field)}-hint`) : '')

const orCode = (id: string, code: string) => (has(id) ? t(id) : code)

/** A kind of report. Reactive. */
export const kindText = (kind: string): string => orCode(`ui-report-kind-${kind}`, kind)
/** A code of a field that is one of a few. Reactive. */
export const choiceText = (field: string, code: string): string => orCode(idOf(`${field}.${code}`), code)
/** A component type with its name. Reactive. */
export const typeText = (type: string): string => orCode(`ui-component-type-${type}`, type)
/** A role of a service provider. Reactive. */
export const providerRoleText = (role: string): string => orCode(`ui-role-${role}`, role)
/** A role of a person in the case. Reactive. */
export const personRoleText = (role: string): string => orCode(`ui-person-role-${role}`, role)
/** What a person in this role may do. Reactive. */
export const personRoleMay = (role: string): string => orCode(`ui-person-role-${role}-may`, '')

export const componentTypes = ['SAR', 'EDR', 'HDR', 'NDR'] as const
export const providerRoles = ['integration', 'maintenance'] as const
export const parties = ['first', 'second', 'third'] as const

/** The seven foundational requirements, as the lines of a vector of levels. Reactive. */
export const foundationalRequirements = (): { id: string; label: string; note: string }[] =>
  [1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: `fr-${n}`, label: t(`ui-fr-${n}`), note: t('ui-fr-number', { n }) }))

/** The security levels a component may claim, with a line for "not given". Reactive. */
export const levelOptions = (): { value: string; label: string }[] => [
  { value: '', label: t('ui-level-not-given') },
  ...[0, 1, 2, 3, 4].map((n) => ({ value: String(n), label: t('ui-level', { n }) })),
]

/** The maturity levels. Reactive. */
export const maturityOptions = (): { value: string; label: string; hint: string }[] =>
  [1, 2, 3, 4].map((n) => ({ value: String(n), label: t(`ui-ml-${n}`), hint: t(`ui-ml-${n}-hint`) }))

/** The kind of report that a dossier aims at. It is a wish of this computer and belongs to no record. */
export const aimedKind = (dossier: string): string | null => localStorage.getItem(`assay.kind.${dossier}`)
export function aimAt(dossier: string, kind: string): void {
  localStorage.setItem(`assay.kind.${dossier}`, kind)
}

/** Is this a row of a component? Its requirement is selected by a security level; the others rise with maturity. */
export const isComponentRow = (line: { level: number | null }): boolean => line.level !== null
