/** Every sentence people read about what is wrong with a brief. */
import { count, list } from '../../basics/text.ts'
import { sayNotYet } from '../members/words.ts'
import { HOURS_FAULTS, NO_SUCH_DAY } from '../projects/form-words.ts'
import type { MendRefusal } from '../projects/mending.ts'
import { OWNER_ONLY } from '../projects/words.ts'
import { type Fault, type FieldFault, MOST, MOST_KEPT, OPEN_DAYS, type PublishRefusal, type SaveRefusal } from './brief.ts'
import type { JoinRefusal, LookAlike } from './look-alike.ts'

export const PUBLISH_REFUSALS: Record<Exclude<PublishRefusal, 'not found' | 'faults'>, string> = {
  'no organisation': sayNotYet('publish. Your draft is kept.'),
  'no reason': 'Not published yet: say why none of the projects like it fits, or join one of them. Everything is kept.',
  same: 'Not published yet: a project with the same words is there already. Say whether yours is the same. Everything is kept.',
}

export const JOIN_REFUSALS: Record<Exclude<JoinRefusal, 'faults'>, string> = {
  'nothing written': 'Write a title or the problem first, so that the owner knows what you bring.',
  'not a member': sayNotYet('join. Your draft is kept.'),
  'own project': 'This project is your own.',
  'suppliers not asked': 'The owner of this project has not asked for suppliers.',
  ended: 'This project has ended meanwhile. Read what it leaves behind. Your draft is kept.',
}

export const MEND_REFUSALS: Record<MendRefusal, string> = {
  'not the owner': OWNER_ONLY,
  'not open or ready': 'What a brief says can be mended until the project starts. Afterwards, tell the others in an update.',
}

export const JOINING =
  'If you join theirs, its owner gets your words by letter, with your name, and they begin a conversation there that members can read. Your draft is kept.'

/** Why a project is shown: one sentence that is true of both. One word alone is no reason, and neither is a very short one. */
export function sayAlike({ tags, words }: Pick<LookAlike, 'tags' | 'words'>): string {
  const telling = words.filter((word) => word.length > 2)
  const about = tags.length > 0 ? [`are about ${list(tags.map(({ name }) => name))}`] : []
  const speak = telling.length > 1 || tags.length === 0 ? [`speak of ${list(telling)}`] : []
  return `Both ${[...about, ...speak].join('; both ')}.`
}

/** After each save; who listens hears so that something new is beside the form. */
export const saySaved = (time: string, alike: number): string =>
  `Draft saved at ${time}. Only you can see it.${alike > 0 ? ` ${count(alike, 'project')} like yours ${alike === 1 ? 'is' : 'are'} shown.` : ''}`

/** Shown with everything still in the page; the script says it where it says that a draft is saved. */
export const SAVE_REFUSALS: Record<Exclude<SaveRefusal, 'not found'>, string> = {
  'too long': `Not saved: a field can keep up to ${count(MOST_KEPT.letters, 'character')}. Shorten what is longer, then save again.`,
  'too many drafts': `Not saved: you have ${count(MOST_KEPT.drafts, 'draft')} already. Keep this page open, throw one of them away in another tab, then save again.`,
}

const FIELD_NAMES: Record<string, string> = {
  title: 'the title',
  problem: 'the problem',
  'for-whom': 'who it is for',
  what: 'what you have',
  about: 'more about it',
  'other-what': 'what you need',
  skill: 'the skill',
  places: 'the number of people',
  hours: 'the hours a week',
  days: 'the number of days',
  removed: 'the row that you removed',
  'none-fits': 'why none of them fits',
  kind: 'the kind',
}

const FIELD_FAULTS: Record<Exclude<FieldFault, 'empty' | 'too long' | 'unseen characters'>, string> = {
  ...HOURS_FAULTS,
  'no hours': 'Enter how many hours a week it takes.',
  places: `Enter how many people you need, from 1 to ${MOST.places}.`,
  days: `A brief is open for ${OPEN_DAYS.least} to ${OPEN_DAYS.most} days.`,
  'no such day': NO_SUCH_DAY,
  'day has passed': 'Enter a date that is today or later.',
  'day too far': 'Enter a date within the next three years.',
  'ends before it begins': 'The last day must not be before the first.',
  'no kind': 'Choose what kind of thing it is.',
  'too many tags': `Tick at most ${MOST.tags} of what it is about.`,
  'no role': 'Add at least one role: who or what do you need?',
  'no must-have': 'Make at least one role a must-have, so that we know when you are ready.',
}

const ROW = /^(have|role|other)-(\d+)-(.*)$/
const ROW_NAMES: Record<string, string> = { have: 'Have', role: 'Role', other: 'Other need' }

/** In the list of everything that is wrong: "Role 2: enter the skill." */
export function sayFault(fault: Fault): string {
  const row = ROW.exec(fault.field)
  const sentence = sayFaultBeside(fault)
  return row && fault.why !== 'no role' && fault.why !== 'no must-have'
    ? `${ROW_NAMES[row[1] ?? '']} ${row[2]}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence
}

/** Beside the field itself: "Enter the skill." */
export function sayFaultBeside({ field, why, most }: Fault): string {
  const [, row, , name = field] = ROW.exec(field) ?? []
  const what =
    FIELD_NAMES[`${row}-${name}`] ?? FIELD_NAMES[name] ?? (name === 'from' ? 'the first day' : name === 'until' ? 'the last day' : name)
  if (why === 'empty') return `Enter ${what}.`
  if (why === 'too long') return `Shorten ${what} to ${count(most ?? 0, 'character')} or fewer.`
  if (why === 'unseen characters') return `Type ${what} again: it has a character that cannot be shown.`
  return FIELD_FAULTS[why]
}
