// What the window itself does, beside the commands of the program: dialogs, title, closing.

import type { Nothing, Offered } from './bindings'

/** What a file is chosen for; it decides which dialog opens and which endings it shows. */
export type Purpose =
  | 'open_dossier'
  | 'save_dossier'
  | 'receive'
  | 'workbook'
  | 'evidence'
  | 'folder'
  | 'save_file'
  | 'signature'
  | 'report'
  | 'worksheet'

export interface PickAsk {
  purpose: Purpose
  /** Heading of the dialog. */
  title: string
  /** Proposed name of a file to be written. */
  name?: string
}

export interface ShellCommands {
  /** Opens a native dialog and waits. Nothing chosen is an empty list; only `evidence` gives several files. */
  pick: { args: PickAsk; answer: Offered[] }
  /** Sets the title of the window. */
  window_title: { args: { title: string }; answer: null }
  /** Closes the window now: the page has handed over everything. */
  window_close_now: { args: Nothing; answer: null }
  /** The file that the program was started with; asked for a second time, there is none. */
  opened_with: { args: Nothing; answer: Offered | null }
}
