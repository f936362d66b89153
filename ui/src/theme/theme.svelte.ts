// Which theme is shown: one of three, or what the system asks for. The colours stand in tokens.css.

export type Theme = 'light' | 'dark' | 'contrast'
export type ThemeChoice = Theme | 'system'
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast']

const stored = 'assay.theme'
const asks = (query: string): MediaQueryList => window.matchMedia(query)

class Shown {
  choice = $state<ThemeChoice>('system')
}
const shown = new Shown()

function ofSystem(): Theme {
  if (asks('(prefers-contrast: more)').matches) return 'contrast'
  return asks('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset.theme = shown.choice === 'system' ? ofSystem() : shown.choice
}

/** The choice; reactive. */
export const themeChoice = (): ThemeChoice => shown.choice

export function setTheme(choice: ThemeChoice): void {
  shown.choice = choice
  localStorage.setItem(stored, choice)
  apply()
}

/** Applies what was chosen last and follows the system from now on. */
export function startTheme(): void {
  const last = localStorage.getItem(stored)
  shown.choice = themeChoices.find((choice) => choice === last) ?? 'system'
  for (const query of ['(prefers-contrast: more)', '(prefers-color-scheme: dark)']) {
    asks(query).addEventListener('change', apply)
  }
  apply()
}
