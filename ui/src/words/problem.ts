// A refusal in two parts: what is wrong, and what to do.

import { has, t } from './words.svelte'

/** The shape of a refusal, as the host hands it over. */
export interface ProblemLike {
  code: string
  args: Record<string, string>
}

/** An argument may itself be a reason with a text of its own; it stands inside the sentence without its final dot. */
function spoken(args: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      value.startsWith('outcome-') && has(value) ? t(value, args).replace(/\.$/, '') : value,
    ]),
  )
}

/** Both parts in the language shown; `todo` is empty where there is nothing to advise. Reactive. */
export function problemText({ code, args }: ProblemLike): { what: string; todo: string } {
  if (!has(code)) return { what: t('ui-problem-unknown', { code }), todo: t('ui-problem-unknown-do') }
  const words = spoken(args)
  // Some refusals were first written for the command line; here in the window their way forward is another one.
  const todo = [`ui-${code}-do`, `${code}-do`].find(has)
  return { what: t(code, words), todo: todo ? t(todo, words) : '' }
}
