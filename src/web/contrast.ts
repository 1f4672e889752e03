/** How well two colours can be told apart, and whether a chapter may take a colour as its own. */
import { type Answer, no, yes } from '../basics/answer.ts'

export type Colour = `#${string}`

/** The paper every page is written on. */
export const PAPER: Colour = '#fffdf8'

/** What WCAG 2 asks of words (AA), and of shapes that carry meaning. */
export const LEAST = { words: 4.5, shapes: 3 }

const part = (colour: Colour, at: number): number => {
  const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

// https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
const luminance = (colour: Colour): number => 0.2126 * part(colour, 1) + 0.7152 * part(colour, 3) + 0.0722 * part(colour, 5)

/** From 1 (the same) to 21 (black on white). */
export const contrast = (a: Colour, b: Colour): number => {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

const isColour = (text: string): text is Colour => /^#[0-9a-f]{6}$/i.test(text)

export type ColourRefusal = 'not a colour' | 'too pale'

/** A have or need colour is written on paper, and white is written on it. Dark pages lighten it themselves. */
export const mayBeColour = (text: string): Answer<Colour, ColourRefusal> => {
  if (!isColour(text)) return no('not a colour')
  if (contrast(text, PAPER) < LEAST.words || contrast(text, '#ffffff') < LEAST.words) return no('too pale')
  return yes(text)
}
