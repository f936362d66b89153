// Opens a PDF for looking at. Nothing in it runs and nothing is fetched: no scripts, no links, no forms, no WebAssembly;
// its embedded fonts are drawn as outlines, so that they never reach the font code of the system.

import type { PDFDocumentProxy } from 'pdfjs-dist'

export interface OpenPdf {
  document: PDFDocumentProxy
  close: () => void
}

// Fonts and character maps that a PDF may leave out. Each is a piece of its own that is read when a PDF wants it.
const bundled: Record<string, Record<string, () => Promise<string>>> = {
  standardFontDataUrl: import.meta.glob<string>('../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url&inline',
    import: 'default',
  }),
  cMapUrl: import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*.bcmap', { query: '?url&inline', import: 'default' }),
}

class Bundled {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const found = Object.entries(bundled[kind] ?? {}).find(([path]) => path.endsWith(`/${filename}`))
    if (!found) throw new Error(`${filename} is not bundled`)
    const address = await found[1]()
    return fromBase64(address.slice(address.indexOf(',') + 1))
  }
}

/** The bytes of a base64 text. */
export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const [pdf, { default: worker }, { default: jpeg2000 }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
    import('pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url'),
  ])
  const port = new Worker(worker, { type: 'module' })
  const running = pdf.PDFWorker.create({ port })
  const here = new URL(jpeg2000, document.baseURI).href
  const task = pdf.getDocument({
    // The reader takes the bytes over; whoever gave them keeps theirs.
    data: bytes.slice(),
    worker: running,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    BinaryDataFactory: Bundled,
    // Names for the factory, not addresses.
    cMapUrl: 'bundled/',
    standardFontDataUrl: 'bundled/',
    // The decoder of JPEG 2000 is imported as this address with its own name added, which must not change the address.
    wasmUrl: `${here}#/`,
    maxImageSize: 100_000_000,
    verbosity: 0,
  })
  let closed = false
  const close = () => {
    if (closed) return
    closed = true
    // Closing while it still opens rejects the opening; that is no news.
    void task.destroy().catch(() => undefined)
    running.destroy()
    port.terminate()
  }
  try {
    return { document: await task.promise, close }
  } catch (thrown) {
    close()
    throw thrown
  }
}
