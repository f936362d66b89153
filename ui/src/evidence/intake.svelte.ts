// Where new evidence comes from: chosen, dropped, pasted or photographed. It is gathered here until its card is filled in.

import type { Desk } from '../desk.svelte'
import type { EvidenceCard, Offered, PastedFile } from '../host/host'
import { t } from '../words'

/** A pasted file goes through the page as text; larger ones are better chosen, so that the program reads them itself. */
export const mostPasted = 64 * 1024 * 1024

const pad = (value: number) => String(value).padStart(2, '0')

/** `screenshot-2026-11-25T14-03-22.png`: a name that sorts and that every file system takes. */
export function namedByTime(kind: 'screenshot' | 'photo', type: string, at: Date): string {
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  const time = `${pad(at.getHours())}-${pad(at.getMinutes())}-${pad(at.getSeconds())}`
  const ending = type === 'image/jpeg' ? 'jpg' : (/^image\/([a-z]+)/.exec(type)?.[1] ?? 'png')
  return `${kind}-${day}T${time}.${ending}`
}

/** The bytes of a file as base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const address = String(reader.result)
      resolve(address.slice(address.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('the file cannot be read')))
    reader.readAsDataURL(file)
  })
}

/** The pictures on the clipboard. WebKitGTK has none of them in the event of the paste, but gives them when asked. */
async function pictures(): Promise<Blob[]> {
  const found: Blob[] = []
  // Where it may not be asked, nothing is pasted, as before.
  const items = await navigator.clipboard?.read?.().catch(() => [])
  for (const item of items ?? []) {
    const type = item.types.find((one) => one.startsWith('image/'))
    if (type) found.push(await item.getType(type))
  }
  return found
}

/** What was said about evidence last, in this session: the next piece is often of the same kind. */
export const lastCard: { card: EvidenceCard } = { card: { class: '', producer: 'supplier', confidentiality: 'confidential' } }

export class Intake {
  readonly #desk: Desk
  files = $state<Offered[]>([])
  pasted = $state<(PastedFile & { size: number })[]>([])
  /** Why something was not taken. */
  problem = $state('')

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get any(): boolean {
    return this.files.length + this.pasted.length > 0
  }

  get names(): { name: string; size: number }[] {
    return [...this.files, ...this.pasted].map(({ name, size }) => ({ name, size }))
  }

  clear(): void {
    this.files = []
    this.pasted = []
    this.problem = ''
  }

  async pick(): Promise<void> {
    const files = await this.#desk.attempt(() => this.#desk.host.call('pick', { purpose: 'evidence', title: t('ui-evidence-pick') }))
    if (files) this.take(files)
  }

  take(files: readonly Offered[]): boolean {
    if (files.length === 0 || this.#desk.open?.readOnly) return false
    const known = new Set(this.files.map(({ token }) => token))
    this.files = [...this.files, ...files.filter(({ token }) => !known.has(token))]
    return true
  }

  /** Takes the files of a paste; text is left to whoever wants text. */
  async paste(event: ClipboardEvent): Promise<void> {
    if (event.defaultPrevented || this.#desk.open?.readOnly) return
    const given = event.clipboardData
    const files: Blob[] = [...(given?.files ?? [])]
    if (files.length > 0) event.preventDefault()
    else if (!given?.types?.includes('text/plain')) files.push(...(await pictures()))
    for (const file of files) {
      // A picture out of the clipboard has no name of its own.
      const named = file instanceof File && file.name !== '' && !/^image\.\w+$/.test(file.name)
      await this.blob(file, named ? file.name : namedByTime('screenshot', file.type, new Date()))
    }
  }

  async blob(blob: Blob, name: string): Promise<void> {
    if (blob.size > mostPasted) {
      this.problem = t('ui-evidence-too-large-to-paste', { name })
      return
    }
    const pasted = { name, size: blob.size, base64: await base64Of(blob) }
    this.pasted = [...this.pasted, pasted]
  }
}
