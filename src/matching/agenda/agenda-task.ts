/** What an agenda is made of: sessions, slots, rooms, who wants to see what, and the rules that nothing outweighs. */
import { howMany, type Lists, listAt } from './lists.ts'

/**
 * Sessions, slots, rooms, people and hosts are whole numbers from 0. A cell is a room in a slot: number `slot * rooms + room`.
 */
export type AgendaTask = {
  slots: number
  /** How many people each room seats. */
  seats: Int32Array
  /** For each person, the sessions they would like to see. */
  stars: Lists
  /** For each person, the few of those that they must see; for `aim: 'must-sees'`. */
  mustSees?: Lists
  /** For each session, its hosts. Nobody hosts two sessions in one slot. */
  hosts: Lists
  /** `may[session * cells + cell]` is 1 where a session may be held, else 0: `openCells` makes it. Everything may be anywhere without it. */
  may?: Uint8Array
  /** The top sessions, the best first: as many as there are slots, and then as many again, are in different slots and the largest rooms. */
  top?: Int32Array
}

/** Where each session is held. */
export type Grid = { slot: Int32Array; room: Int32Array }

/** The task makes no sense; the message is a sentence for whoever wrote it. */
export class WrongAgenda extends Error {}

export const roomsOf = ({ seats }: AgendaTask): number => seats.length
export const cellsOf = ({ slots, seats }: AgendaTask): number => slots * seats.length
export const sessionsOf = ({ hosts }: AgendaTask): number => howMany(hosts)
export const peopleOf = ({ stars }: AgendaTask): number => howMany(stars)

/**
 * Where which session may be held: times of hosts, features and access of rooms, rooms that are shut, and, for a session that is locked,
 * its cell alone.
 * @example openCells(task, (session, slot) => slot !== away[session])
 */
export function openCells(
  task: Pick<AgendaTask, 'slots' | 'seats' | 'hosts'>,
  isOpen: (session: number, slot: number, room: number) => boolean,
): Uint8Array {
  const [sessions, rooms] = [howMany(task.hosts), task.seats.length]
  const may = new Uint8Array(sessions * task.slots * rooms)
  for (let session = 0, at = 0; session < sessions; session++)
    for (let slot = 0; slot < task.slots; slot++)
      for (let room = 0; room < rooms; room++, at++) may[at] = Number(isOpen(session, slot, room))
  return may
}

/** @throws WrongAgenda */
export function checkAgenda(task: AgendaTask): void {
  const { slots, seats, stars, mustSees, hosts, may, top } = task
  if (!Number.isInteger(slots) || slots < 1) refuse(`An agenda cannot have ${slots} slots: it must be a whole number from 1.`)
  if (seats.length < 1) refuse('An agenda needs at least one room.')
  for (const [room, many] of seats.entries()) if (many < 0) refuse(`Room ${room} cannot seat ${many} people.`)
  const [sessions, cells] = [sessionsOf(task), cellsOf(task)]
  checkLists(hosts, Number.POSITIVE_INFINITY, 'The hosts of session', 'host')
  checkLists(stars, sessions, 'The stars of person', 'session')
  if (mustSees) {
    checkLists(mustSees, sessions, 'What person must see: number', 'session')
    if (howMany(mustSees) !== peopleOf(task)) refuse(`${howMany(mustSees)} people must see something, but ${peopleOf(task)} have stars.`)
  }
  if (may && may.length !== sessions * cells)
    refuse(`Where sessions may be held has ${may.length} numbers: there must be ${sessions} times ${cells}.`)
  if (top && (new Set(top).size !== top.length || top.some((each) => !isBelow(each, sessions))))
    refuse('The top sessions must be different sessions that are there.')
  checkRoom(task, sessions, cells)
}

function checkRoom({ may }: AgendaTask, sessions: number, cells: number): void {
  const open = new Uint8Array(cells).fill(may ? 0 : 1)
  for (let session = 0; may && session < sessions; session++) {
    let many = 0
    for (let cell = 0; cell < cells; cell++)
      if (may[session * cells + cell]) {
        open[cell] = 1
        many++
      }
    if (many === 0) refuse(`Session ${session} may be held nowhere: no slot and room suits it.`)
  }
  const free = open.reduce((sum, each) => sum + each, 0)
  if (sessions > free) refuse(`${sessions} sessions do not fit: there is room for ${free}.`)
}

function checkLists(lists: Lists, below: number, whose: string, what: string): void {
  const { start, item } = lists
  if (start[0] !== 0 || start[start.length - 1] !== item.length) refuse(`${whose} 0 do not start where the list does.`)
  for (let at = 0; at < howMany(lists); at++) {
    if (start[at + 1]! < start[at]!) refuse(`${whose} ${at} end before they start.`)
    const list = listAt(lists, at)
    for (const [place, each] of list.entries()) {
      if (!isBelow(each, below)) refuse(`${whose} ${at} name ${what} ${each}, which is not there.`)
      if (list.indexOf(each) < place) refuse(`${whose} ${at} name ${what} ${each} twice.`)
    }
  }
}

const isBelow = (number: number, below: number): boolean => number >= 0 && number < below

function refuse(sentence: string): never {
  throw new WrongAgenda(sentence)
}
