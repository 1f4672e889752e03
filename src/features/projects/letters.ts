/** What projects write. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count, list } from '../../basics/text.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { How } from './project.ts'
import { HOW_WORDS } from './words.ts'

type About = { project: string; title: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'everything filled': About & { by: Day; today: Day }
    'open again': About & { until: Day; missing: readonly string[]; today: Day }
    'project started': About & { on: Day; today: Day }
    'project ended': About & { how: How; learnt: string }
    'half time': About & { filled: number; places: number; missing: readonly string[]; until: Day; brokerOn: Day; today: Day }
    'not reached': About
  }
}

const page = ({ project }: About): string => linkTo(`/projects/${project}`)

export const projectLetters: LettersOf<
  'everything filled' | 'open again' | 'project started' | 'project ended' | 'half time' | 'not reached'
> = {
  'everything filled': (facts) => ({
    subject: `${facts.title}: everybody is found`,
    paragraphs: [
      `Every must-have place of "${facts.title}" is filled, yours among them.`,
      `The owner names the first date by ${sayDay(facts.by, facts.today)}. Then you hear from us.\n${page(facts)}`,
    ],
  }),
  'open again': (facts) => ({
    subject: `${facts.title}: open for pledges again`,
    paragraphs: [
      `Somebody had to leave "${facts.title}". ${facts.missing.length > 0 ? `It needs ${list(facts.missing)} again.` : 'It needs another organisation again.'}`,
      `It is open for pledges until ${sayDay(facts.until, facts.today)}. Do you know somebody? Send them this page:\n${page(facts)}`,
    ],
  }),
  'project started': (facts) => ({
    subject: `${facts.title}: first date ${sayDay(facts.on, facts.today)}`,
    paragraphs: [
      `"${facts.title}" starts. Everybody first meets on ${sayDay(facts.on, facts.today)}.`,
      `Who takes part, and what each gives:\n${page(facts)}`,
    ],
  }),
  'project ended': (facts) => ({
    subject: `${facts.title}: ${HOW_WORDS[facts.how].toLowerCase()}, and thank you`,
    paragraphs: [
      `"${facts.title}" has ended: ${HOW_WORDS[facts.how].toLowerCase()}. Thank you for your pledge. You are free of it from now on.`,
      ...(facts.learnt ? [`What was learnt:\n${facts.learnt}`] : []),
      `The whole story:\n${page(facts)}`,
    ],
  }),
  'half time': (facts) => ({
    subject: `${facts.title}: half of the time has passed`,
    paragraphs: [
      `"${facts.title}" has ${facts.filled} of ${count(facts.places, 'must-have place')} filled, and is open for pledges until ${sayDay(facts.until, facts.today)}. Still missing: ${list(facts.missing)}.`,
      `What helps most is to send its page to three people who could do it, or who know somebody:\n${page(facts)}`,
      `Who and what fits you here, should one of them be right:\n${linkTo('/suggestions')}`,
      `You can also make it smaller, or merge it into another project:\n${linkTo(`/projects/${facts.project}/choice`)}`,
      `If it is still so on ${sayDay(facts.brokerOn, facts.today)}, a broker looks for people with you.`,
    ],
  }),
  'not reached': (facts) => ({
    subject: `${facts.title}: not reached`,
    paragraphs: [
      `"${facts.title}" has ended as not reached, and everybody is freed. That happens. The brief stays where others can learn from it:\n${page(facts)}`,
    ],
  }),
}
