// What the plot and the table of levels say about a foundational requirement.

import type { BlockedLevel, FrView } from '../../host/host'

export interface Levels {
  declared: number
  native: number
  withIntegration: number
  nativeVacuous: boolean
  vacuous: boolean
}

/** Under a claim that lists requirements there is no vector to confirm. */
export const hasVector = (frs: readonly FrView[]): boolean => frs.length > 0 && frs.every((fr) => fr.declared !== null)

/** The levels to be stated; never above the declared one, whatever is handed over. */
export function levelsOf(fr: FrView): Levels {
  const declared = fr.declared ?? 0
  return {
    declared,
    native: Math.min(fr.native, declared),
    withIntegration: Math.min(fr.with_integration, declared),
    nativeVacuous: fr.native_vacuous && fr.native > 0,
    vacuous: fr.vacuous && fr.with_integration > 0,
  }
}

/** The level that comes next: the lowest that is not reached. */
export function nextLevel(blocked: readonly BlockedLevel[]): BlockedLevel | null {
  return blocked.reduce<BlockedLevel | null>((lowest, one) => (lowest && lowest.level <= one.level ? lowest : one), null)
}
