// Names of files that are written, and the one way to ask where to.

import type { Desk } from '../desk.svelte'
import type { Offered } from '../host/host'

/** A name that every file system takes. */
export const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim()

/** Asks where a file shall be written; undefined where nothing was chosen. */
export async function whereTo(desk: Desk, title: string, name: string): Promise<Offered | undefined> {
  const files = await desk.host.call('pick', { purpose: 'save_file', title: title.replace(/…$/, ''), name: fileName(name) })
  return files[0]
}
