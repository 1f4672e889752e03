/** What a team is made of: the places of a brief that must be filled, and who could fill which. */

/**
 * Places and people are whole numbers from 0. Person i can fill the places `place[start[i]]` up to, not including,
 * `place[start[i + 1]]`, all of them at the same time; place p needs `needed[p]` different people. `worth[i]`, in any unit, decides
 * between teams that are as small.
 */
export type TeamTask = {
  start: Int32Array
  place: Int32Array
  needed: Int32Array
  worth?: Float64Array
  /** Where several teams are as good, another seed may find another one; the same seed always finds the same. */
  seed?: number
}

/** The task makes no sense; the message is a sentence for whoever wrote it. */
export class WrongTeam extends Error {}

export function checkTeam({ start, place, needed, worth }: TeamTask): void {
  const people = start.length - 1
  if (people < 0 || start[0] !== 0 || start[people] !== place.length)
    throw new WrongTeam('Where the places of each person start does not fit the list of places.')
  if (worth && worth.length !== people) throw new WrongTeam(`${people} people have ${worth.length} worths: there must be one for each.`)
  for (const [at, many] of needed.entries()) if (many < 0) throw new WrongTeam(`Place ${at} cannot need ${many} people.`)
  const namedBy = new Int32Array(needed.length).fill(-1)
  for (let one = 0; one < people; one++) {
    if (start[one + 1]! < start[one]!) throw new WrongTeam(`The places of person ${one} end before they start.`)
    if (worth && !Number.isFinite(worth[one])) throw new WrongTeam(`Person ${one} is worth ${worth[one]}: it must be a number.`)
    for (let at = start[one]!; at < start[one + 1]!; at++) {
      const where = place[at]!
      if (!(where >= 0 && where < needed.length)) throw new WrongTeam(`Person ${one} fills place ${where}, which is not there.`)
      if (namedBy[where] === one) throw new WrongTeam(`Person ${one} fills place ${where} twice.`)
      namedBy[where] = one
    }
  }
}
