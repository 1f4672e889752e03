/** Every sentence people read about arriving, and about their own page. */
import { type Day, sayDay } from '../../basics/day.ts'
import { OPEN_DAYS } from '../listings/listing.ts'
import { SAY_FAULTS } from '../listings/words.ts'
import { CLAIM_REFUSALS } from '../members/words.ts'
import { CHOOSE_ORGANISATION, JOB_FAULTS, NAME_FAULTS } from '../people/words.ts'
import { HOURS_FAULTS } from '../projects/form-words.ts'
import { type HoursFault, sayHours } from '../projects/hours.ts'
import { sayStateInList } from '../projects/words.ts'
import type { ArrivalFaults } from './about.ts'
import type { Part } from './part.ts'

const SAID_HOURS_FAULTS: Record<HoursFault, string> = {
  ...HOURS_FAULTS,
  'no hours': 'Enter the hours a week, or leave it empty.',
  'not hours': 'Enter the hours a week as a number, such as 3 or 2.5, or leave it empty.',
}

const UNKNOWN_PLACE = 'We do not know this postcode. Its first half is enough, such as LS1. If you are not sure, leave it empty.'
const WHICH_ORGANISATION = 'We do not know an organisation of exactly this name. Choose one of these, or say that it is none of them.'

export type SaidFaults = { [Field in keyof ArrivalFaults | 'sector']?: string }

/** A sentence for each field in which something is wrong, in the order of the form. */
export function sayFaults(faults: ArrivalFaults): SaidFaults {
  const { name, job, organisation, which, haves, needs, where, hours } = faults
  // An organisation that nobody knows yet lacks its kind, and that is the field to mend.
  const field = organisation === 'sector needed' ? 'sector' : 'organisation'
  return {
    ...(name ? { name: NAME_FAULTS[name] } : {}),
    ...(job ? { job: JOB_FAULTS[job] } : {}),
    ...(organisation ? { [field]: organisation === 'not chosen' ? CHOOSE_ORGANISATION : CLAIM_REFUSALS[organisation] } : {}),
    ...(which ? { which: WHICH_ORGANISATION } : {}),
    ...(haves ? { haves: SAY_FAULTS.have[haves] } : {}),
    ...(needs ? { needs: SAY_FAULTS.need[needs] } : {}),
    ...(where ? { where: UNKNOWN_PLACE } : {}),
    ...(hours ? { hours: SAID_HOURS_FAULTS[hours] } : {}),
  }
}

export const WHERE_HINT = 'The first half of your postcode, such as LS1. It helps when people want to meet.'

/** What one's own page says after something was done: the address carries the key. */
export const DONE: Record<string, { title: string; text: string }> = {
  saved: { title: 'Saved', text: 'Members see your page like this from now on.' },
  told: { title: 'Saved', text: 'It helps to find who fits you from now on.' },
  said: { title: 'Added', text: 'We look for people who fit from now on.' },
  closed: { title: 'Closed', text: 'Nobody sees it any more, and nobody is found through it.' },
}

/** On one's own page, once for all that one has and needs. */
export const HOW_LONG = `Each thing is open for ${OPEN_DAYS} days. Two weeks before it ends we ask you by letter whether it is still so.`

/** What somebody does or did in a project, in a line under its title. */
export function sayPart(part: Part, today: Day): string {
  if (part.is === 'started') return `Started it: ${sayStateInList(part.project, today)}`
  const { skill, hoursAWeek, until, state } = part.pledge
  return state === 'done'
    ? `Gave ${sayHours(hoursAWeek)}: ${skill}`
    : `Gives ${sayHours(hoursAWeek)} until ${sayDay(until, today)}: ${skill}`
}
