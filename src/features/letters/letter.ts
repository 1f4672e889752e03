/** A letter: one e-mail. A feature says what it writes (kinds and facts); the words are made when the letter leaves. */
import { maySee, type Viewer } from '../../basics/viewer.ts'
import { isSomebody } from '../people/person.ts'

/** Each feature adds its kinds and the facts that they need. */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it
export interface LetterFacts {}

export type LetterKind = keyof LetterFacts & string
export type LetterText = {
  subject: string
  paragraphs: readonly string[] /** A reply in a word is understood. */
  isAnswerable?: boolean /** Where one click ends letters like this. */
  stop?: string
}
/** What one feature's letters say. app.ts gathers them all. */
export type LettersOf<Kind extends LetterKind> = { [K in Kind]: (facts: LetterFacts[K]) => LetterText }
export type AllLetters = Readonly<Record<string, (facts: never) => LetterText>>

/**
 * What its reader may choose about a letter. A door lets somebody in, or says at every door that something changed there: it always
 * leaves. An ask waits for its reader's answer; a guest is asked by their address alone, and need not take part. News are about what somebody said yes to. A confirmation answers at once what its reader has just said to us.
 */
export type LetterClass = 'door' | 'ask' | 'guest' | 'news' | 'digest' | 'confirmation'
/** A kind as people speak of it: "A pledge to answer", to "the owner", when "somebody pledges". */
export type KindOf = { class: LetterClass; name: string; to: string; when: string }
export type AllKinds = Readonly<Record<string, KindOf>>

export type Letter = {
  id: string
  kind: string
  person?: string
  recipient: string
  subject: string
  body: string
  writtenAt: Date
  sentAt?: Date
  recipientName?: string
}

/** What a letter may tell its reader: whoever belongs to no organisation any more reads of others as on our pages, without a name. */
export const forReader = (facts: object, reader: Viewer): object =>
  Object.fromEntries(
    Object.entries(facts).map(([key, fact]: [string, unknown]) => {
      const isNamed = !isSomebody(fact) || reader.broker || maySee(reader, { is: 'name', of: fact.id })
      return [key, isNamed ? fact : { ...fact, name: '' }]
    }),
  )

/** Kinds whose letters open a door: nothing of them is kept once they have left, or once the door is shut again. */
export const SECRET_KINDS: readonly string[] = ['sign in', 'prove address']
const SECRET_MINUTES = 10

/** Kinds that everybody gets at once: what somebody waits for does not wait behind them. */
export const PATIENT_KINDS: readonly string[] = ['weekly digest']

/** A letter to a door that is shut by now would only puzzle its reader. */
export const isTooLate = (kind: string, writtenAt: Date, now: Date): boolean =>
  SECRET_KINDS.includes(kind) && now.getTime() - writtenAt.getTime() > SECRET_MINUTES * 60_000

/** Stands at the top of every letter that can be answered: what is below it is ours. */
export const ANSWER_ABOVE = 'Write your answer above this line'

/** Stands before and after our own links. Nobody can type it: texts with control characters are refused. */
const LINK_EDGE = '\u001f'

/** A link to one of our pages. The address in front is put there when the letter leaves, so that moving house breaks no stored letter. */
export const linkTo = (path: string): string => LINK_EDGE + path + LINK_EDGE

export type Part = { is: 'text' | 'link'; text: string }

/** What a letter's body is made of: text, and paths of our own pages. */
export const partsOf = (body: string): Part[] =>
  body.split(LINK_EDGE).map((text, index) => ({ is: index % 2 === 1 ? 'link' : 'text', text }))

export const withAddress = (body: string, origin: string): string =>
  partsOf(body)
    .map(({ is, text }) => (is === 'link' ? origin + text : text))
    .join('')
