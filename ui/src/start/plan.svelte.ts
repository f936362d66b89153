// A dossier that is being planned: what the guided start has asked so far. Nothing in it is recorded yet.

import type { Fact, PackInfo } from '../host/host'

const stored = 'assay.new'
const clean = (texts: readonly string[]) => texts.map((text) => text.trim()).filter((text) => text !== '')

const empty = () => ({
  checklist: '',
  title: '',
  // The component.
  name: '',
  identifier: '',
  supplier: '',
  hardware: '',
  firmware: '',
  software: '',
  types: [] as string[],
  levels: ['', '', '', '', '', '', ''],
  // The service provider.
  entity: '',
  program: '',
  services: [] as string[],
  // The development process of a supplier.
  products: [] as string[],
  roles: [] as string[],
  ml: '',
  // Who evaluates.
  issuer: '',
  party: '',
  kind: '',
})
type Given = ReturnType<typeof empty>

function kept(): Given {
  try {
    const last: unknown = JSON.parse(localStorage.getItem(stored) ?? '{}')
    return { ...empty(), ...(typeof last === 'object' ? (last as Partial<Given>) : {}) }
  } catch {
    return empty()
  }
}

export class Plan {
  given = $state<Given>(kept())

  /** Keeps what was given until the dossier is made, also when the program is closed before; `kept` is false for a dossier
   * that will be encrypted, of which nothing shall lie in plain. */
  keep(kept = true): void {
    if (this.begun && kept) localStorage.setItem(stored, JSON.stringify(this.given))
    else localStorage.removeItem(stored)
  }

  /** Starts over. */
  clear(): void {
    localStorage.removeItem(stored)
    this.given = empty()
  }

  get begun(): boolean {
    return JSON.stringify(this.given) !== JSON.stringify(empty())
  }

  /** A title from what was given. */
  proposal(pack: PackInfo | undefined): string {
    const { given } = this
    const version = [given.firmware, given.software, given.hardware].find((text) => text.trim() !== '') ?? ''
    const what = pack?.object === 'component' ? [given.name, version] : [given.entity, given.program]
    return clean(what).join(', ')
  }

  /** Some of the seven levels are given and some are not. */
  get levelsHalfGiven(): boolean {
    const given = this.given.levels.filter((level) => level !== '').length
    return given > 0 && given < 7
  }

  /** The first facts of the case: those that were given, in the shapes of their fields. */
  facts(pack: PackInfo): Fact[] {
    const { given } = this
    const facts: Fact[] = []
    const text = (field: string, value: string) => {
      if (value.trim() !== '') facts.push({ field, value: value.trim() })
    }
    const texts = (field: string, value: readonly string[]) => {
      const list = clean(value)
      if (list.length) facts.push({ field, value: list })
    }
    if (pack.object === 'component') {
      text('object.name', given.name)
      text('object.identifier', given.identifier)
      texts('object.types', given.types)
      texts('object.hardware', [given.hardware])
      texts('object.firmware', [given.firmware])
      texts('object.software', [given.software])
      text('object.supplier', given.supplier)
      if (given.levels.every((level) => level !== '')) facts.push({ field: 'claim.levels', value: given.levels.map(Number) })
    } else {
      text('object.legal_entity', given.entity)
      text('object.program', given.program)
      if (pack.object === 'process') texts('object.products', given.products)
      else {
        texts('object.services', given.services)
        texts('object.roles', given.roles)
      }
      if (given.ml !== '') facts.push({ field: 'claim.ml', value: Number(given.ml) })
    }
    text('issuer.name', given.issuer)
    text('independence.party', given.party)
    return facts
  }
}

/** A file name for a dossier: what no file system refuses. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 80)
    .trim()
  return `${plain || 'Dossier'}.assay`
}
