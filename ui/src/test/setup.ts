// What jsdom lacks and every webview has: layout, modal dialogs, popovers, observers of size.

import { cleanup } from '@testing-library/svelte'
import { afterEach, beforeAll } from 'vitest'
import { setLanguage } from '../words'

class Observer implements ResizeObserver {
  readonly #take: ResizeObserverCallback
  constructor(take: ResizeObserverCallback) {
    this.#take = take
  }
  observe(): void {
    queueMicrotask(() => this.#take([], this))
  }
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= Observer

// Every element is as large as this viewport; enough to test what a windowed list draws.
export const viewport = { width: 1280, height: 600 }
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => viewport.height })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => viewport.width })

Element.prototype.scrollIntoView ??= () => {}

const dialog = HTMLDialogElement.prototype
dialog.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
dialog.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

const element = HTMLElement.prototype as HTMLElement & { hidePopover?: () => void; showPopover?: () => void }
const toggled = (from: string, to: string) => Object.assign(new Event('toggle'), { oldState: from, newState: to })
element.showPopover ??= function showPopover(this: HTMLElement) {
  this.dispatchEvent(toggled('closed', 'open'))
}
element.hidePopover ??= function hidePopover(this: HTMLElement) {
  this.dispatchEvent(toggled('open', 'closed'))
}

window.matchMedia ??= (media: string) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList

beforeAll(() => setLanguage('en'))
afterEach(cleanup)
