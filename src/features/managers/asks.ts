/** What is asked of a manager. What comes of the answer stands with pledges. */
import { sayDay } from '../../basics/day.ts'
import { type AskWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { sayInFull } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import { sayShare } from './share.ts'
import { sayNamed } from './words.ts'

export const managerWords: AskWords<'manager agrees'> = {
  choices: yesOr('I agree', 'Not this time', { isFinal: true }),
  words: ({ who, hours, skill, title, project, from, until, all, week, percent, limit }, by, today) => ({
    subject: `${sayNamed(who)} asks for your yes to ${sayHours(hours)}`,
    heading: `A manager's yes to ${sayHours(hours)} for ${skill}`,
    says: [
      `${sayInFull(who)} would like to help "${title}" with ${skill}: ${sayHours(hours)}, from ${sayDay(from, today)} until ${sayDay(until, today)}. ${all > hours ? 'With what else they have promised here, that' : 'That'} is ${sayShare({ hours: all, week, percent })}.`,
      `Above ${limit} % of a week we ask a manager first, and they have named you. Your yes holds for as long as they go on with the same hours. If they do so for longer than said here, or take it back, we tell you.`,
      `What the project is about:\n${linkTo(`/projects/${project}`)}`,
    ],
    silence: `If we hear nothing by ${sayDay(by, today)}, we take it as a no, and they are told. You need no account, and nobody else sees your address.`,
  }),
}
