// What a filter can be set to in this dossier, and how the conditions that hold are said.

import { providerRoleText } from '../facts'
import type { Dossier } from '../dossier.svelte'
import { lookOf } from '../verdicts'
import { t } from '../words'
import { active, isToggle, type Condition, type Conditions } from './filters'
import { applicabilityText, conditionText, scopeText, tagText, toggleText, withoutText } from './words'

export type Chosen = 'group' | 'level' | 'scope' | 'applicability' | 'role' | 'component' | 'verdict'

export interface Choice {
  condition: Chosen
  /** Id of its name. */
  text: string
  options: { value: string; label: string }[]
}

const verdictsOf = (component: boolean): string[] =>
  component
    ? ['open', 'fulfilled', 'not_fulfilled', 'not_applicable', 'inconclusive', 'not_evaluated']
    : ['open', 'pass', 'fail', 'not_applicable', 'not_evaluated']

/** The selects of the bar; one that would have a single option is left out. Reactive to the language. */
export function choicesOf(dossier: Dossier): Choice[] {
  const { head, isComponent } = dossier
  const coded = (codes: Record<string, string>) => Object.entries(codes).map(([value, text]) => ({ value, label: t(text) }))
  const choices: Choice[] = [
    {
      condition: 'group',
      text: conditionText.group,
      options: head.groups.map((group) => ({ value: group.id, label: `${group.abbreviation} ${group.label}`.trim() })),
    },
    {
      condition: 'verdict',
      text: conditionText.verdict,
      options: verdictsOf(isComponent).map((value) => ({ value, label: t(lookOf(value).word) })),
    },
    {
      condition: 'level',
      text: conditionText.level,
      options: isComponent ? [1, 2, 3, 4].map((n) => ({ value: String(n), label: t('ui-worklist-sl', { n }) })) : [],
    },
    { condition: 'scope', text: conditionText.scope, options: isComponent ? coded(scopeText) : [] },
    { condition: 'applicability', text: conditionText.applicability, options: coded(applicabilityText) },
    { condition: 'role', text: conditionText.role, options: head.roles.map((value) => ({ value, label: providerRoleText(value) })) },
    { condition: 'component', text: conditionText.component, options: head.components.map((value) => ({ value, label: value })) },
  ]
  return choices.filter((choice) => choice.options.length > 1)
}

function valueText(condition: Condition, conditions: Conditions, dossier: Dossier): string {
  const value = String(conditions[condition])
  switch (condition) {
    case 'group': {
      const group = dossier.head.groups.find((one) => one.id === value)
      return group ? `${group.abbreviation} ${group.label}`.trim() : value
    }
    case 'verdict':
      return t(lookOf(value).word)
    case 'level':
      return t('ui-worklist-sl', { n: value })
    case 'scope':
      return scopeText[value] ? t(scopeText[value]) : value
    case 'applicability':
      return applicabilityText[value] ? t(applicabilityText[value]) : value
    case 'role':
      return providerRoleText(value)
    default:
      return value
  }
}

export interface Chip {
  condition: Condition
  text: string
}

/** The conditions that hold, in words. Reactive to the language. */
export function chipsOf(conditions: Conditions, dossier: Dossier): Chip[] {
  return active(conditions).map((condition) => {
    if (isToggle(condition)) return { condition, text: t(toggleText[condition]) }
    if (condition === 'tag') {
      const { kind, value } = conditions.tag ?? { kind: 'place' as const, value: null }
      return { condition, text: value === null ? t(withoutText[kind]) : t('ui-worklist-chip', { what: t(tagText[kind]), value }) }
    }
    return { condition, text: t('ui-worklist-chip', { what: t(conditionText[condition]), value: valueText(condition, conditions, dossier) }) }
  })
}
