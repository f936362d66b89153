// Every word a person reads comes from here, by the id of its text. The texts stand in ../locales.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'

export type Language = 'en' | 'de'
export const languages: readonly Language[] = ['en', 'de']
/** Each by its own name, so that whoever speaks it finds it. */
export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' }

export type TextArgs = Record<string, FluentVariable>

const stored = 'assay.language'

// Loading gives the source text; parsing waits until the language is shown.
const sources: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./en'),
  de: () => import('./de'),
}
const bundles = new Map<Language, FluentBundle>()

class Chosen {
  // Only set once the bundle stands, so that whoever reads it finds the words.
  language = $state<Language>('en')
}
const chosen = new Chosen()

function parse(language: Language, files: Record<string, string>): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false })
  for (const source of Object.values(files)) bundle.addResource(new FluentResource(source))
  return bundle
}

/** Loads a language and shows it. */
export async function setLanguage(language: Language): Promise<void> {
  if (!bundles.has(language)) {
    const loaded = await sources[language]()
    bundles.set(language, parse(language, loaded.default))
  }
  chosen.language = language
  document.documentElement.lang = language
  localStorage.setItem(stored, language)
}

/** The language shown now; reactive. */
export const language = (): Language => chosen.language

/** What was chosen last, or else what the system speaks. */
export function preferredLanguage(): Language {
  const known = (tag: string | null) => languages.find((language) => tag?.toLowerCase().startsWith(language))
  return known(localStorage.getItem(stored)) ?? known(navigator.language) ?? 'en'
}

/** Is there such a text? */
export function has(id: string): boolean {
  return bundles.get(chosen.language)?.getMessage(id)?.value != null
}

/** The text of this id in the language shown; reactive. A missing one shows as `⟦id⟧`. */
export function t(id: string, args?: TextArgs): string {
  const bundle = bundles.get(chosen.language)
  const message = bundle?.getMessage(id)
  if (!bundle || message?.value == null) return `⟦${id}⟧`
  // A fault inside a text still gives the rest of it; the errors are collected so that nothing is thrown.
  return bundle.formatPattern(message.value, args, [])
}

const pad = (value: number) => String(value).padStart(2, '0')

/** A moment as `2026-11-25 14:03` in local time; a plain day stays as it is. */
export function date(iso: string): string {
  if (!iso.includes('T')) return iso
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}`
}

const formats = new Map<Language, Intl.NumberFormat>()

/** A number as the language writes it; reactive. */
export function number(value: number): string {
  let format = formats.get(chosen.language)
  if (!format) {
    format = new Intl.NumberFormat(chosen.language)
    formats.set(chosen.language, format)
  }
  return format.format(value)
}
