/** Every sentence people read about updates. */
import { type Day, dayIn, sayDay } from '../../basics/day.ts'
import { sayNumber, type TextFault } from '../../basics/text.ts'
import { sayWhen } from '../threads/words.ts'
import { EDITING_DAYS, type EditRefusal, lastDayToEdit, MOST_UPDATE, toldOn, type Update, type UpdateRefusal } from './update.ts'

export const UPDATES = 'What happened since'
export const WRITE_AN_UPDATE = 'Write an update'

export const UPDATE_REFUSALS: Record<UpdateRefusal, string> = {
  'not the owner':
    "Updates are written by the project's owner, or by whoever speaks for the organisation. Everybody else is welcome in the conversation.",
}

export const EDIT_REFUSALS: Record<EditRefusal, string> = {
  'not yours': 'Only its writer and the owner of the project can change an update.',
  'too late': `An update can be edited for ${EDITING_DAYS} days. After that, write another one.`,
}

export const UPDATE_FAULTS: Record<TextFault, string> = {
  empty: 'Say what happened since, or what comes next.',
  'too long': `Shorten your update to ${sayNumber(MOST_UPDATE)} characters or fewer.`,
  'unseen characters': 'Type your update again: it has a character that cannot be shown.',
}

/** "3 December", and when it was edited. */
export function sayDated({ saidAt, editedAt }: Update, zone: string, today: Day): { on: string; edited: string } {
  const edited = editedAt ? `edited ${sayWhen(zone, editedAt, today)}` : ''
  return { on: sayDay(dayIn(zone, saidAt), today), edited }
}

export const sayTelling = (today: Day, zone: string, now: Date): string =>
  `It stands on the project's page at once, for everybody. Those who pledged and those who watch get it by letter on the morning of ${sayDay(toldOn({ saidAt: now }, zone), today)}, one letter for all updates of a day. You can edit it until ${sayDay(lastDayToEdit({ saidAt: now }, zone), today)}.`

export const sayRemoval = (update: Update, zone: string, today: Day): string =>
  update.isTold
    ? `It disappears from the project's page. Those who pledged and those who watch have had it by letter on ${sayDay(toldOn(update, zone), today)}.`
    : "It disappears from the project's page, and nobody gets a letter about it."
