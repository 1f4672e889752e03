/** What is written about a manager's yes: to whoever needs it, and to the manager when what they agreed to changes. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import type { NoYes } from './manager.ts'
import { NO_YES, sayFreeHours, sayNamed } from './words.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'manager agreed': { pledge: string; title: string; skill: string; by: Day; isInLine: boolean; today: Day }
    /** `free`: so many hours need nobody's yes. */
    'manager refused': { role: string; title: string; skill: string; hours: number; why: NoYes; free: number }
    /** `until`: they go on until then; without it they have taken it back. */
    'agreed pledge changed': {
      ask: string
      who: Somebody
      hours: number
      skill: string
      project: string
      title: string
      until?: Day
      today: Day
    }
  }
}

export const managerLetters: LettersOf<'manager agreed' | 'manager refused' | 'agreed pledge changed'> = {
  'manager agreed': ({ pledge, title, skill, by, isInLine, today }) => ({
    subject: `${title}: your manager agrees`,
    paragraphs: [
      `Your manager has said yes to your pledge of ${skill} for "${title}".`,
      isInLine
        ? `Every place has been filled meanwhile, so you are in line until ${sayDay(by, today)}. If a place becomes free by then, the owner sees your offer.`
        : `The owner has your offer now and answers by ${sayDay(by, today)}.`,
      linkTo(`/pledges/${pledge}`),
    ],
  }),
  'manager refused': ({ role, title, skill, hours, why, free }) => ({
    subject: `${title}: your pledge for ${skill} was not sent`,
    paragraphs: [
      `${NO_YES[why]} So your pledge of ${sayHours(hours)} for ${skill} in "${title}" is taken back. The owner has not heard of it, and nobody is blamed.`,
      `${sayFreeHours(free)} ${why === 'declined' ? 'Or talk to your manager, and pledge again.' : 'Or pledge again and name a manager who can answer.'}\n${linkTo(`/roles/${role}/pledge`)}`,
      `Other projects need fewer hours:\n${linkTo('/projects?for=me')}`,
    ],
  }),
  'agreed pledge changed': ({ who, hours, skill, project, title, until, today }) => ({
    subject: until === undefined ? `${sayNamed(who)} has taken back a pledge` : `${sayNamed(who)} goes on until ${sayDay(until, today)}`,
    paragraphs: [
      `You agreed that ${sayInFull(who)} gives ${sayHours(hours)} to "${title}" for ${skill}.`,
      until === undefined
        ? 'They have taken it back. Nothing is asked of you.'
        : `They go on with the same hours until ${sayDay(until, today)}, and your yes goes with it. If it should not, please talk to them: they can stop at any time.`,
      `What the project is about:\n${linkTo(`/projects/${project}`)}`,
    ],
  }),
}
