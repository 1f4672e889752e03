/** What an agenda is made of: sessions, slots, rooms, who wants to see what, and the rules that nothing outweighs. */
import { howMany, type Lists } from './lists.ts'

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
