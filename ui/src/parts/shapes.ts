// Shapes that stand beside a word, distinct without any colour. Outline paths on a 16 by 16 field.

export const shapes = {
  /** A check in a filled circle. */
  check: { fill: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z', line: 'M4.8 8.3l2.2 2.2 4.3-4.7' },
  /** A cross in a filled square. */
  cross: { fill: 'M2 2h12v12H2z', line: 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6' },
  /** A dash in an open circle. */
  dash: { ring: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z', stroke: 'M5 8h6' },
  /** A question mark in a filled diamond. */
  question: { fill: 'M8 .5 15.5 8 8 15.5.5 8z', line: 'M6.3 6.4a1.75 1.75 0 1 1 2.6 1.5c-.6.4-.9.6-.9 1.2M8 11.2v.2' },
  /** An open ring. */
  ring: { ring: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z' },
  /** A dotted ring. */
  dotted: { dots: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z' },
  /** An exclamation mark in a triangle. */
  alert: { fill: 'M8 1 15.5 14.5H.5z', line: 'M8 6v4M8 12v.2' },
  /** A small filled circle. */
  dot: { fill: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z' },
  /** Two overlapping squares. */
  pair: { ring: 'M2 2h8v8H2z', stroke: 'M6 10v4h8V6h-4' },
} as const satisfies Record<string, { fill?: string; line?: string; ring?: string; stroke?: string; dots?: string }>

export type Shape = keyof typeof shapes
export type Tone = 'good' | 'bad' | 'warn' | 'info' | 'neutral' | 'plain'
