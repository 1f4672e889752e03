/** A letter: one e-mail. A feature says what it writes (kinds and facts); the words are made when the letter leaves. */

/** Each feature adds its kinds and the facts that they need. */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it
export interface LetterFacts {}

export type LetterKind = keyof LetterFacts & string
export type LetterText = { subject: string; paragraphs: readonly string[] }
/** What one feature's letters say. app.ts gathers them all. */
export type LettersOf<Kind extends LetterKind> = { [K in Kind]: (facts: LetterFacts[K]) => LetterText }
export type AllLetters = Readonly<Record<string, (facts: never) => LetterText>>

export type Letter = {
  id: string
  kind: string
  recipient: string
  subject: string
  body: string
  writtenAt: Date
  sentAt?: Date
  recipientName?: string
}

/** Kinds whose letters open a door: nothing of them is kept once they have left. */
export const SECRET_KINDS: readonly string[] = ['sign in']

/** A link to one of our pages. The address in front is put there when the letter leaves, so that moving house breaks no stored letter. */
export const linkTo = (path: string): string => `appstarter:${path}`

export const withAddress = (body: string, origin: string): string => body.replace(/\bappstarter:(?=\/)/g, origin)

/** Plain text: paragraphs with a free line between, and who writes. */
export function bodyOf(letter: LetterText, chapter: string): string {
  return `${[...letter.paragraphs, `${chapter}\nYou get this letter because you take part, or somebody typed your address to sign in.`].join('\n\n')}\n`
}
