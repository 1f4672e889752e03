/** Whether the task of an agenda makes sense. */
import { type AgendaTask, cellsOf, peopleOf, sessionsOf, WrongAgenda } from './agenda-task.ts'
import { howMany, type Lists, listAt } from './lists.ts'

/** @throws WrongAgenda with a sentence that says what does not. */
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
