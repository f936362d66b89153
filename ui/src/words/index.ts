export { date, has, language, languageNames, languages, number, preferredLanguage, setLanguage, t } from './words.svelte'
export type { Language, TextArgs } from './words.svelte'
export { problemText } from './problem'
