// What a person set for this computer. It belongs to no dossier and is kept by the webview.

function keep(name: string, value: string): void {
  localStorage.setItem(`assay.${name}`, value)
}
const kept = (name: string): string | null => localStorage.getItem(`assay.${name}`)

class Settings {
  #characterKeys = $state(kept('character-keys') !== 'off')
  #navigation = $state(kept('navigation') !== 'narrow')

  /** Do `?` and `/` act anywhere outside of fields? */
  get characterKeys(): boolean {
    return this.#characterKeys
  }
  set characterKeys(on: boolean) {
    this.#characterKeys = on
    keep('character-keys', on ? 'on' : 'off')
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
