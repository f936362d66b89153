// What is being written about a review or decision stays while one looks at another screen.

import type { Dossier } from '../dossier.svelte'

export interface Judgement {
  result: string
  text: string
}
export type JudgementKind = 'review' | 'decision'

const kept = new WeakMap<Dossier, Partial<Record<JudgementKind, Judgement>>>()

export const keptJudgement = (dossier: Dossier | null, kind: JudgementKind): Judgement =>
  (dossier && kept.get(dossier)?.[kind]) ?? { result: '', text: '' }

export function keepJudgement(dossier: Dossier | null, kind: JudgementKind, judgement: Judgement): void {
  if (dossier) kept.set(dossier, { ...kept.get(dossier), [kind]: judgement })
}
