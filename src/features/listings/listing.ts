/** A listing: one thing that somebody has or needs, in their own words. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, laterOf } from '../../basics/day.ts'
import { readText } from '../../basics/text.ts'
import type { PersonId } from '../people/person.ts'

export type ListingKind = 'have' | 'need'
export type Listing = {
  id: string
  person: PersonId
  is: ListingKind
  what: string
  saidOn: Day
  until: Day
  /** The session of an event in whose note it was said first. */
  from?: { session: string; title: string; event: string }
}

/** So long a listing is open; then it can be said again. */
export const OPEN_DAYS = 90
/** So many days before, we ask whether it is still so. */
export const ASK_DAYS = 14
/** So many of each kind. */
export const MOST_OPEN = 20
export const MOST_WHAT = 100

export type KeepRefusal = 'closed before'
export type SayFault = 'too many' | 'too long' | 'unseen characters'

/** A comma within a number, as in 14,000, separates nothing. */
const SEPARATORS = /\n|;|(?<!\d),|,(?!\d{3}(?!\d))/g
const BULLET = /^\s*[-*•]\s+/

/** One thing a line, or several between commas; "14,000 visits" is one, and so is what stands in brackets. The same twice is once. */
export function readListings(typed: string): Answer<string[], SayFault> {
  const found: string[] = []
  for (const part of splitOutsideBrackets(typed.replace(/\r\n?/g, '\n'))) {
    const what = readText(part.replace(BULLET, ''), { most: MOST_WHAT, optional: true })
    if (!what.yes) return no(what.why === 'unseen characters' ? what.why : 'too long')
    if (what.value !== '' && !found.some((other) => isSame(other, what.value))) found.push(what.value)
  }
  return found.length > MOST_OPEN ? no('too many') : yes(found)
}

function splitOutsideBrackets(text: string): string[] {
  const inBrackets = [...text.matchAll(/\([^()\n]*\)/g)].map(({ index, 0: { length } }) => ({ from: index, until: index + length }))
  const parts: string[] = []
  let begin = 0
  for (const { index, 0: separator } of text.matchAll(SEPARATORS)) {
    if (inBrackets.some(({ from, until }) => index > from && index < until)) continue
    parts.push(text.slice(begin, index))
    begin = index + separator.length
  }
  return [...parts, text.slice(begin)]
}

/** How well somebody does what they have, when they say it in brackets behind: "SQL (expert)". */
export const SKILL_LEVELS = ['basic', 'practised', 'expert'] as const
export type SkillLevel = (typeof SKILL_LEVELS)[number]
const LEVEL = /\s*\((basic|practised|expert)\)$/i

export function levelIn(what: string): SkillLevel | undefined {
  const [, said = ''] = LEVEL.exec(what) ?? []
  return SKILL_LEVELS.find((level) => level === said.toLowerCase())
}

/** "SQL" and "SQL (expert)" are one thing. */
const plain = (what: string): string => what.replace(LEVEL, '').toLowerCase().replace(/\s+/g, ' ')
export const isSame = (a: string, b: string): boolean => plain(a) === plain(b)

export type Said = { again: readonly Listing[]; fresh: readonly string[] }

/** Which of the things said are new, and which are said again and so open longer. `known` may hold some whose days are over. */
export function say(known: readonly Listing[], whats: readonly string[], today: Day): Answer<Said, 'too many'> {
  const again = known.flatMap((listing) => {
    const said = whats.find((each) => isSame(each, listing.what))
    // What is said without a level keeps the one it had.
    return said === undefined ? [] : [{ ...listing, what: levelIn(said) ? said : listing.what }]
  })
  const fresh = whats.filter((said) => !known.some(({ what }) => isSame(said, what)))
  const others = known.filter((listing) => isOpen(listing, today) && !again.some(({ id }) => id === listing.id))
  return others.length + again.length + fresh.length > MOST_OPEN ? no('too many') : yes({ again, fresh })
}

export const isOpen = (listing: Pick<Listing, 'until'>, today: Day): boolean => listing.until >= today

export const openUntil = (today: Day): Day => addDays(today, OPEN_DAYS)

/** When somebody is asked whether they keep what they have said: two weeks before the first of it ends. */
export function askOn(open: readonly Pick<Listing, 'until'>[], today: Day): Day | undefined {
  const [first] = open.map(({ until }) => until).sort()
  return first && laterOf(addDays(first, -ASK_DAYS), addDays(today, 1))
}

/** What is asked about at once, so that nobody is asked every week: what ends soon, and what would end soon after. */
export function endingSoon(open: readonly Listing[], today: Day): readonly Listing[] {
  const isDue = open.some(({ until }) => until <= addDays(today, ASK_DAYS))
  return isDue ? open.filter(({ until }) => until <= addDays(today, 2 * ASK_DAYS)) : []
}
