/** The note of a session: what was heard, what there is and what is missing, the next steps, and when people meet next. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Day, instantAt, type Moment, readDay } from '../../basics/day.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import { isMember, type Viewer } from '../../basics/viewer.ts'
import { isPast, type Session } from '../agendas/agenda.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import { MOST_WHAT } from '../listings/listing.ts'

/** Each line is kept by itself, so that two who add lines at once never disturb each other. */
export const LINE_KINDS = ['have', 'need', 'next step', 'meeting'] as const
export type LineKind = (typeof LINE_KINDS)[number]
export const isLineKind = (text: string): text is LineKind => LINE_KINDS.some((kind) => kind === text)

/** What became of a next step, or of a whole session. */
export const OUTCOMES = ['done', 'going on', 'nothing'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const isOutcome = (text: string): text is Outcome => OUTCOMES.some((outcome) => outcome === text)
export type CameOfIt = { outcome?: Outcome; outcomeLine: string }

/** Somebody who comes to the event; the name is empty to those who do not see it. */
export type Named = { attendee: string; name: string; person?: string }
export type BecomingKind = 'listing' | 'draft'
/** What somebody made of a line. Over: the listing is closed, the draft thrown away. */
export type Became = { as: BecomingKind; thing: string; person: string; is: 'open' | 'over' | 'project' }
export type Line = CameOfIt & {
  id: string
  session: string
  kind: LineKind
  what: string
  /** Of a next step and of a meeting. */
  on?: Day
  /** The attendee who wrote it. */
  by?: string
  takenBy?: Named
  became: readonly Became[]
}
export type Note = CameOfIt & {
  session: string
  heard: string
  /** Somebody said that there is nothing to keep. */
  isNone: boolean
  /** Until when its hosts, who were asked, may answer. */
  answerBy?: Day
  /** By their own choice. */
  here: readonly Named[]
  lines: readonly Line[]
}

export const [MOST_HEARD, MOST_STEP, MOST_LINES] = [20_000, 200, 100] as const
/** What was agreed is typed while people remember it. */
export const OPEN_DAYS = 60
/** Without a word until then, the organiser hears; and so many days later a broker. */
export const MISSING_DAYS = 15
export const FOLLOW_UP_DAYS = 30
/** When a day is over, hosts are asked what came of it: six in the evening. */
const EVENING = 18 * 60

export const isWritten = ({ heard, lines }: Pick<Note, 'heard' | 'lines'>): boolean => heard !== '' || lines.length > 0
/** With a note, or with the word that there is none. */
export const isSettled = (note: Note | undefined): boolean => note !== undefined && (note.isNone || isWritten(note))

/** Whoever writes: by their account, by what their browser keeps of the event, or as the organiser. */
export type Writer = { viewer: Viewer | undefined; me: Attendee | undefined }

export type WriteRefusal = 'not in' | 'not yet' | 'not held' | 'closed'
export type HeardRefusal = WriteRefusal | 'too long'

export function mayWrite(
  event: Pick<Event, 'step' | 'lastDay' | 'organiser' | 'calledOff'>,
  { isOff }: Pick<Session, 'isOff'>,
  { viewer, me }: Writer,
  today: Day,
): Answer<true, WriteRefusal> {
  if (!isIn(me) && !isOrganiser(event, viewer)) return no('not in')
  if (event.step !== 'scheduled' && event.step !== 'over') return no('not yet')
  if (isOff) return no('not held')
  return event.calledOff || lastDayOf(event) < today ? no('closed') : yes(true)
}
export const lastDayOf = ({ lastDay }: Pick<Event, 'lastDay'>): Day => addDays(lastDay, OPEN_DAYS)

export type NoneRefusal = WriteRefusal | 'written before' | 'another day'
/** What was written is not said away, and of what is still to come nobody knows. */
export function maySayNone(note: Note, { slot }: Pick<Session, 'slot'>, today: Day): Answer<true, 'written before' | 'another day'> {
  if (isWritten(note)) return no('written before')
  return slot.day > today ? no('another day') : yes(true)
}

export type LineRefusal = WriteRefusal | 'too many'
export type TypedLine = { kind: LineKind; what: string; on: string }
export type NewLine = { kind: LineKind; what: string; on?: Day }
export type LineFaults = { what?: TextFault; on?: 'no such day' | 'day has passed' }

const hasDay = (kind: LineKind): boolean => kind === 'next step' || kind === 'meeting'

/** The date of a next step is the day on which we ask; where people meet may be left open. */
export function readLine({ kind, what, on }: TypedLine, today: Day): { yes: true; value: NewLine } | { yes: false; faults: LineFaults } {
  const most = kind === 'have' || kind === 'need' ? MOST_WHAT : MOST_STEP
  const said = readText(what, { most, optional: kind === 'meeting' })
  const day = hasDay(kind) ? readDay(on) : undefined
  const fault = !hasDay(kind) ? undefined : day === undefined ? 'no such day' : day < today ? 'day has passed' : undefined
  if (said.yes && fault === undefined) return { yes: true, value: { kind, what: said.value, ...(day === undefined ? {} : { on: day }) } }
  return { yes: false, faults: { ...(said.yes ? {} : { what: said.why }), ...(fault === undefined ? {} : { on: fault }) } }
}

/** Sent twice on a bad line, it is there once. */
export const isSameLine = (one: NewLine, other: Pick<Line, 'kind' | 'what' | 'on'>): boolean =>
  one.kind === other.kind && one.what === other.what && one.on === other.on

const hosts = ({ hosts }: Pick<Session, 'hosts'>, me: Attendee | undefined): boolean => hosts.some(({ attendee }) => attendee === me?.id)

/** Whoever wrote it, the hosts, and the organiser. What became something stays, as that says where it comes from. */
export function mayTakeOut(
  line: Line,
  { session, event }: { session: Session; event: Event },
  { viewer, me }: Writer,
): Answer<true, 'not yours' | 'became something'> {
  if (line.became.length > 0) return no('became something')
  const isTheirs = (me !== undefined && line.by === me.id) || hosts(session, me) || isOrganiser(event, viewer)
  return isTheirs ? yes(true) : no('not yours')
}

export type TakeRefusal = WriteRefusal | 'no next step' | 'taken before' | 'not yours'

export function mayTake(line: Line, me: Attendee | undefined, takes: boolean): Answer<Attendee, TakeRefusal> {
  if (!isIn(me)) return no('not in')
  if (line.kind !== 'next step') return no('no next step')
  if (!takes) return line.takenBy?.attendee === me.id ? yes(me) : no('not yours')
  return line.takenBy === undefined || line.takenBy.attendee === me.id ? yes(me) : no('taken before')
}

export type SayRefusal = 'not yours'
export const maySay = ({ takenBy }: Pick<Line, 'takenBy'>, me: Attendee | undefined): Answer<true, SayRefusal> =>
  me !== undefined && takenBy?.attendee === me.id ? yes(true) : no('not yours')

export type MakeRefusal = 'not in' | 'not a member' | 'made before' | 'not a thing'

/** Whoever took part and is a member, each once. */
export function mayMake(line: Line, as: BecomingKind, { viewer, me }: Writer): Answer<Viewer, MakeRefusal> {
  if (!isIn(me)) return no('not in')
  if (viewer === undefined || !isMember(viewer)) return no('not a member')
  if (line.kind === 'meeting' || (as === 'listing' && line.kind === 'next step')) return no('not a thing')
  return line.became.some((each) => each.as === as && each.person === viewer.person && each.is !== 'over') ? no('made before') : yes(viewer)
}

/** Sessions that were held, and of which nobody has said yet what came of them. */
export const unsettled = (sessions: readonly Session[], notes: ReadonlyMap<string, Note>, at: Moment): Session[] =>
  sessions.filter((session) => !session.isOff && isPast(session, at) && !isSettled(notes.get(session.id)))

/** The evening on which hosts are asked next; after the last day everybody is asked at once. */
export function nextEvening({ firstDay, lastDay }: Pick<Event, 'firstDay' | 'lastDay'>, { now, today, zone }: Moment): Date | undefined {
  const on = firstDay > today ? firstDay : today
  const evenings = [on, addDays(on, 1)].filter((day) => day <= lastDay).map((day) => instantAt(zone, day, EVENING))
  return evenings.find((evening) => evening > now)
}
