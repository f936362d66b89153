// Documents that a vendor's claims refer to, as the program answers them, for tests.

import type { DocumentFile, Documents, ReferencedDocument } from '../host/host'

export const documentFile = (letter: string, given: Partial<DocumentFile> = {}): DocumentFile => ({
  sha256: letter.repeat(64),
  name: `${letter}.pdf`,
  reason: 'evidence-file-match-number',
  sure: true,
  ...given,
})

export const documentOf = (name: string, given: Partial<ReferencedDocument> = {}): ReferencedDocument => ({
  name,
  revisions: [],
  urls: [],
  state: 'missing',
  wanted: [],
  rows: [
    { row: 'CR 1.1', text: `${name}, section 4.2`, places: ['4.2'], reading: false, linked: false },
    { row: 'CR 1.1', text: `${name}, section 7`, places: ['7'], reading: false, linked: false },
    { row: 'CR 1.2', text: name, places: [], reading: false, linked: false },
    { row: 'CR 1.3', text: 'see above', places: [], reading: true, linked: false },
  ],
  files: [],
  ...given,
})

export const documentsOf = (documents: ReferencedDocument[], given: Partial<Documents> = {}): Documents => ({ documents, others: [], alike: [], ...given })
