/** An update: what happened in a project since, and what comes next, said by its owner to everybody. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, dayIn, type Moment, startOfDay } from '../../basics/day.ts'
import type { Project } from '../projects/project.ts'

export type Update = { id: string; project: string; writer: string; said: string; saidAt: Date; editedAt?: Date; isTold: boolean }

export const MOST_UPDATE = 2000
/** So long an update can be edited; after that the update is part of the project's story, and a correction is an update of its own. */
export const EDITING_DAYS = 14
/** Everybody hears in the morning, so that two updates of one day are one letter, and one can be edited before it is read. */
const LETTERS_AT_HOUR = 8

export type UpdateRefusal = 'not the owner'

/** `speaks` says whether somebody may act for the project's organisation. */
export const writeUpdate = (project: Project, by: string, speaks = false): Answer<true, UpdateRefusal> =>
  by === project.owner.id || speaks ? yes(true) : no('not the owner')

export type EditRefusal = 'not yours' | 'too late'

/** Its writer for as long as they write for the project, or whoever owns it by now. */
export function mayEditUpdate(
  update: Update,
  owner: string,
  { by, writes }: { by: string; writes: boolean },
  { today, zone }: Moment,
): Answer<true, EditRefusal> {
  if (by !== owner && !(by === update.writer && writes)) return no('not yours')
  return today > lastDayToEdit(update, zone) ? no('too late') : yes(true)
}

/** Words that should not be public can always go. */
export const removeUpdate = (update: Update, owner: string, by: string): Answer<true, Exclude<EditRefusal, 'too late'>> =>
  by === update.writer || by === owner ? yes(true) : no('not yours')

export const lastDayToEdit = ({ saidAt }: Pick<Update, 'saidAt'>, zone: string): Day => addDays(dayIn(zone, saidAt), EDITING_DAYS)

/** The morning after. */
export const toldOn = ({ saidAt }: Pick<Update, 'saidAt'>, zone: string): Day => addDays(dayIn(zone, saidAt), 1)

export const tellingTime = (at: Moment): Date =>
  new Date(startOfDay(at.zone, toldOn({ saidAt: at.now }, at.zone)).getTime() + LETTERS_AT_HOUR * 3_600_000)
