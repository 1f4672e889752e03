/** A project that needs the same as a brief: reuse comes before building. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { lengthOf } from '../../basics/text.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import { stemOfNeed, wordsOfNeed } from '../../matching/need-words.ts'
import type { Tag } from '../../matching/tag.ts'
import type { Brief, Project } from '../projects/project.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import { MOST_SAID } from '../threads/post.ts'
import { type Fault, readBrief, type TypedBrief } from './brief.ts'

/** What is looked for, as it is typed; `tags` are confirmed ones. */
export type LookedFor = { title: string; body: string; tags: readonly string[]; organisation: string | undefined }

/** `tags` and `words` are the reasons: what both are about, and what both speak of and few others do, the rarest first. */
export type LookAlike = {
  project: ProjectLine
  tags: readonly Tag[]
  words: readonly string[]
  /** What was learnt, once it has ended. */
  lesson?: string
  /** Whether the viewer watches it. */
  isWatched: boolean
}

/** As it is found: a project's id, and ids and words that both have. What is still true of it is looked up before it is shown. */
export type Found = { key: string; tags: readonly string[]; words: readonly string[] }

/** The likest first, in every state and of every organisation, one's own too. Never by nearness. */
export type FindLookAlikes = (need: LookedFor, most: number) => Promise<readonly Found[]>

export const MOST_LOOK_ALIKES = 3
/** More than are shown, because some are only written in the same language. */
export const MOST_PROPOSED = 12
const FEWEST_WORDS = 3
const FEWEST_IN_TITLES = 2

/**
 * They share what they are about; or two words that few others use stand in both titles; or three words, one of them in a title,
 * because a title says what is needed and a problem may speak of anything. Tried on the demo: with two words anywhere, every third
 * brief was shown something unlike.
 */
export function isLikeEnough({ tags, words }: Pick<Found, 'tags' | 'words'>, title: string, other: string): boolean {
  const [here, there] = [stemsOf(title), stemsOf(other)]
  const inTitles = (fewest: number): string[] =>
    words.filter((word) => [here, there].filter((stems) => stems.has(stemOfNeed(word))).length >= fewest)
  return tags.length > 0 || inTitles(2).length >= FEWEST_IN_TITLES || (words.length >= FEWEST_WORDS && inTitles(1).length > 0)
}

const stemsOf = (title: string): Set<string> => new Set(wordsOfNeed(title).map(stemOfNeed))

export const lookedForBy = ({ title, problem, tags }: TypedBrief, organisation: string | undefined): LookedFor => ({
  title,
  body: problem,
  tags,
  organisation,
})

export type JoinRefusal = 'nothing written' | 'faults' | 'not a member' | 'own project' | 'ended' | 'suppliers not asked'
export type Brought = Pick<Brief, 'title' | 'problem' | 'haves'>

/** What somebody brings to a project that they join: as much of their brief as is written, and what is wrong with that much. */
export function broughtBy(typed: TypedBrief, today: Day): { brought: Brought; faults: readonly Fault[] } {
  const { brief, faults } = readBrief(typed, today)
  return {
    brought: { title: brief.title, problem: brief.problem, haves: brief.haves.filter(({ what }) => what !== '') },
    faults: faults.filter(({ field, why }) => why !== 'empty' && /^(title|problem|have-)/.test(field)),
  }
}

/** Whoever joins brings what they have written: the owner hears it. */
export function join(
  project: Pick<Project, 'owner' | 'state' | 'suppliersWelcome'>,
  by: Viewer,
  { brought, faults }: ReturnType<typeof broughtBy>,
): Answer<Brought, JoinRefusal> {
  if (faults.length > 0) return no('faults')
  if (brought.title === '' && brought.problem === '') return no('nothing written')
  if (!isMember(by)) return no('not a member')
  if (by.person === project.owner.id) return no('own project')
  if (project.state === 'ended') return no('ended')
  return by.sector === 'supplier' && !project.suppliersWelcome ? no('suppliers not asked') : yes(brought)
}

/** What is brought, as it begins a conversation; what does not fit into one post stands in the letter to the owner. */
export function postOf({ title, problem, haves }: Brought): string {
  const words = ['I was writing a brief, and would rather join yours. I wrote:', [title, problem].filter(Boolean).join('\n')]
  const whole = [...words, ...(haves.length > 0 ? [`What I have:\n${listHaves(haves)}`] : [])].join('\n\n')
  return lengthOf(whole) <= MOST_SAID ? whole : words.join('\n\n')
}

export const listHaves = (haves: Brought['haves']): string =>
  haves.map(({ what, about }) => `- ${[what, about].filter(Boolean).join(': ')}`).join('\n')

/** Two briefs that say the same word for word, however they are spaced, capitalised and punctuated. */
export const isSame = (a: Words, b: Words): boolean => {
  const [title, problem] = [plain(a.title), plain(a.problem)]
  return title !== '' && problem !== '' && title === plain(b.title) && problem === plain(b.problem)
}

type Words = { title: string; problem: string }

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
