/** What somebody types about themselves, at their first visit and later, and what is wrong with it. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Position } from '../../basics/place.ts'
import { readText, type TextFault } from '../../basics/text.ts'
import { districtIn, type Knowledge } from '../../matching/knowledge.ts'
import { readListings, type SayFault } from '../listings/listing.ts'
import type { ClaimRefusal } from '../members/claim.ts'
import { MOST_JOB, MOST_NAME, type Person } from '../people/person.ts'
import type { Profile } from '../people/profile.ts'
import { type HoursFault, readHours } from '../projects/hours.ts'

export type TypedAbout = { name: string; job: string; where: string; hours: string }
export type About = { name: string; job: string } & Pick<Profile, 'district' | 'position' | 'hoursAWeek'>
export type AboutFaults = { name?: TextFault; job?: TextFault; where?: 'unknown place'; hours?: HoursFault }

/** What may be wrong at the first visit: `which` asks which of some organisations with a like name is meant. */
export type ArrivalFaults = AboutFaults & {
  organisation?: ClaimRefusal | 'not chosen'
  which?: 'not chosen'
  haves?: SayFault
  needs?: SayFault
}

/** Finds every fault at once; only what has none is kept. Whoever has not said what they do leaves it empty. */
export function readAbout(typed: TypedAbout, before: Profile, knowledge: Knowledge): { about: About; faults: AboutFaults } {
  const name = readText(typed.name, { most: MOST_NAME })
  const job = readText(typed.job, { most: MOST_JOB, optional: true })
  const where = readWhere(typed.where, before, knowledge)
  const hours = typed.hours.trim() === '' ? yes(undefined) : readHours(typed.hours)
  return {
    about: {
      name: name.yes ? name.value : '',
      job: job.yes ? job.value : '',
      ...(where.yes ? where.value : { district: '' }),
      ...(hours.yes && hours.value !== undefined ? { hoursAWeek: hours.value } : {}),
    },
    faults: {
      ...(name.yes ? {} : { name: name.why }),
      ...(job.yes ? {} : { job: job.why }),
      ...(where.yes ? {} : { where: where.why }),
      ...(hours.yes ? {} : { hours: hours.why }),
    },
  }
}

/** What is wrong with the things themselves; whether there is room for them is asked where they are kept. */
export function readThings(haves: string, needs: string): Pick<ArrivalFaults, 'haves' | 'needs'> {
  const [have, need] = [readListings(haves), readListings(needs)]
  return { ...(have.yes ? {} : { haves: have.why }), ...(need.yes ? {} : { needs: need.why }) }
}

type Where = { district: string; position?: Position }

/** A chapter whose pack knows no places does not ask, so what was known before stays. */
function readWhere(typed: string, before: Profile, knowledge: Knowledge): Answer<Where, 'unknown place'> {
  const { district, position } = before
  if (!knowledge.knowsPlaces) return yes({ district, ...(position ? { position } : {}) })
  if (typed.trim() === '') return yes({ district: '' })
  const read = readDistrict(typed)
  const middle = knowledge.positionOf(read)
  return middle ? yes({ district: read, position: middle }) : no('unknown place')
}

/** "ls1 4ab", "LS14AB", "LS1 4" and "LS1" are all in LS1. */
export function readDistrict(typed: string): string {
  const [first = '', second = ''] = typed.trim().split(/\s+/)
  return districtIn(/^\d/.test(second) ? first : typed)
}

/** What the form shows before anything is typed. */
export const typedOf = (person: Pick<Person, 'name' | 'job'>, { district, hoursAWeek }: Profile): TypedAbout => ({
  name: person.name,
  job: person.job,
  where: district,
  hours: hoursAWeek === undefined ? '' : String(hoursAWeek),
})
