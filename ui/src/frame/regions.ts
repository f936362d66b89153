// F6 goes from one region of the frame to the next.

/** Puts the focus into the next (or previous) region: where it was there last, or else on its first control. */
export function nextRegion(forward: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  if (regions.length === 0) return
  const active = document.activeElement
  // Of regions inside each other, the innermost is where one is.
  const at = regions.findLastIndex((region) => region.contains(active))
  const current = regions[at]
  if (current && active instanceof HTMLElement && active !== current) lastIn.set(current, active)
  const step = forward ? 1 : -1
  // With the focus nowhere, as after a change of screen, the screen itself is what one wants.
  const screen = Math.max(0, regions.findIndex((region) => region.localName === 'main'))
  const next = regions[at < 0 ? screen : (at + step + regions.length) % regions.length]
  if (!next) return
  const last = lastIn.get(next)
  const target = last && next.contains(last) ? last : next.querySelector<HTMLElement>(focusable)
  ;(target ?? next).focus()
}

const lastIn = new WeakMap<HTMLElement, HTMLElement>()
const focusable =
  'button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), a[href], [tabindex="0"]'
