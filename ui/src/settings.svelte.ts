// What a person set for this computer. It belongs to no dossier and is kept by the webview.

function keep(name: string, value: string): void {
  localStorage.setItem(`assay.${name}`, value)
}
const kept = (name: string): string | null => localStorage.getItem(`assay.${name}`)

/** The times that can be chosen, in minutes; 0 is never. */
export const lockTimes = [5, 15, 30, 60, 0] as const

function minutesOf(text: string | null): number {
  return lockTimes.find((minutes) => String(minutes) === text) ?? 15
}

class Settings {
  #characterKeys = $state(kept('character-keys') !== 'off')
  #navigation = $state(kept('navigation') !== 'narrow')
  #lockAfter = $state(minutesOf(kept('lock-after')))

  /** Do `?` and `/` act anywhere outside of fields? */
  get characterKeys(): boolean {
    return this.#characterKeys
  }
  set characterKeys(on: boolean) {
    this.#characterKeys = on
    keep('character-keys', on ? 'on' : 'off')
  }

  /** After how many minutes without a key or a click an encrypted dossier is locked; 0 for never. */
  get lockAfter(): number {
    return this.#lockAfter
  }
  set lockAfter(minutes: number) {
    this.#lockAfter = minutes
    keep('lock-after', String(minutes))
  }

  /** Does the navigation show its words? */
  get wideNavigation(): boolean {
    return this.#navigation
  }
  set wideNavigation(wide: boolean) {
    this.#navigation = wide
    keep('navigation', wide ? 'wide' : 'narrow')
  }
}

export const settings = new Settings()
