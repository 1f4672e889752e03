/** Every sentence people read about what is wrong with a brief. */
import { count } from '../../basics/text.ts'
import { type Fault, type FieldFault, MOST, MOST_KEPT, OPEN_DAYS, type PublishRefusal, type SaveRefusal } from './brief.ts'

export const PUBLISH_REFUSALS: Record<Exclude<PublishRefusal, 'not found' | 'faults'>, string> = {
  'no organisation':
    'We do not know yet for whom you work, so you cannot publish. Your draft is kept. Say it under "For you": a colleague who is here, or a broker, then says yes.',
}

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
  skill: 'the skill',
  places: 'the number of people',
  hours: 'the hours a week',
  days: 'the number of days',
  removed: 'the row that you removed',
  'none-fits': 'why none of them fits',
}

const FIELD_FAULTS: Record<Exclude<FieldFault, 'empty' | 'too long' | 'unseen characters'>, string> = {
  'no hours': 'Enter how many hours a week it takes.',
  'not hours': 'Enter the hours a week as a number, such as 3 or 2.5.',
  'too many hours': 'Nobody can give more than 40 hours a week.',
  places: `Enter how many people you need, from 1 to ${MOST.places}.`,
  days: `A brief is open for ${OPEN_DAYS.least} to ${OPEN_DAYS.most} days.`,
  'no such day': 'Enter a real date, such as 8 December 2026.',
  'day has passed': 'Enter a date that is today or later.',
  'day too far': 'Enter a date within the next three years.',
  'ends before it begins': 'The last day must not be before the first.',
  'no kind': 'Choose what kind of thing it is.',
  'no role': 'Add at least one role: who or what do you need?',
  'no must-have': 'Make at least one role a must-have, so that we know when you are ready.',
}

const ROW = /^(have|role)-(\d+)-(.*)$/

/** In the list of everything that is wrong: "Role 2: enter the skill." */
export function sayFault(fault: Fault): string {
  const row = ROW.exec(fault.field)
  const sentence = sayFaultBeside(fault)
  return row && fault.why !== 'no role' && fault.why !== 'no must-have'
    ? `${row[1] === 'role' ? 'Role' : 'Have'} ${row[2]}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence
}

/** Beside the field itself: "Enter the skill." */
export function sayFaultBeside({ field, why, most }: Fault): string {
  const name = ROW.exec(field)?.[3] ?? field
  const what = FIELD_NAMES[name] ?? (name === 'from' ? 'the first day' : name === 'until' ? 'the last day' : name)
  if (why === 'empty') return `Enter ${what}.`
  if (why === 'too long') return `Shorten ${what} to ${count(most ?? 0, 'character')} or fewer.`
  if (why === 'unseen characters') return `Type ${what} again: it has a character that cannot be shown.`
  return FIELD_FAULTS[why]
}
