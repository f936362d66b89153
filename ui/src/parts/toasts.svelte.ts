// Short messages at the edge. Bad news stays until it is dismissed.

import type { Tone } from './shapes'

export interface Toast {
  id: number
  text: string
  detail?: string
  tone: Exclude<Tone, 'plain'>
  action?: { label: string; run: () => void }
}

const shownFor = 6000

class Toasts {
  list = $state<Toast[]>([])
  #next = 1
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  say(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
    const toast: Toast = { tone: 'info', ...more, id: this.#next++, text }
    // The same message again would only push others away.
    this.list = [...this.list.filter((other) => other.text !== text || other.detail !== toast.detail), toast]
    this.release(toast.id)
    return toast.id
  }

  dismiss(id: number): void {
    this.hold(id)
    this.list = this.list.filter((toast) => toast.id !== id)
  }

  /** Keeps a message while someone reads it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id))
    this.#timers.delete(id)
  }

  /** Lets the time of a message run. */
  release(id: number): void {
    const toast = this.list.find((other) => other.id === id)
    if (!toast || toast.tone === 'bad' || toast.action) return
    this.hold(id)
    this.#timers.set(id, setTimeout(() => this.dismiss(id), shownFor))
  }
}

export const toasts = new Toasts()
