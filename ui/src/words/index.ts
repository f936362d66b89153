export { date, has, language, languages, number, preferredLanguage, setLanguage, t } from './words.svelte'
export type { Language, TextArgs } from './words.svelte'
export { problemText } from './problem'
