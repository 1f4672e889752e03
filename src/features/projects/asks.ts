/** What the owner of a project is asked on its way: what becomes of it at the deadline, when everybody first meets, how it ended. */
import { type Day, sayDay } from '../../basics/day.ts'
import { list } from '../../basics/text.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords, type Wording } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { endProject, extendBrief, startProject, stopProject } from './actions.ts'
import { STOP } from './choice.ts'
import { EXTENSION_DAYS } from './project.ts'
import { EMPTY_HANDED, END_REFUSALS, EXTEND_REFUSALS, START_REFUSALS } from './words.ts'

type About = { project: string; title: string }
type AtDeadline = About & { missing: readonly string[] }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'project ready': About
    'at the deadline': AtDeadline
    'at the last deadline': AtDeadline
    'work over': About
  }
}

const START: Choice = {
  answer: 'start',
  label: 'Start the project',
  words: ['we start', 'begin', 'we begin', 'first date', 'meet', 'we meet', 'we first meet'],
  takes: 'a day',
  isFinal: true,
}
const EXTEND: Choice = {
  answer: 'extend',
  label: `Extend it by ${EXTENSION_DAYS} days`,
  words: ['extend it', `extend by ${EXTENSION_DAYS} days`, `extend it by ${EXTENSION_DAYS} days`, 'more time', 'longer'],
  isFinal: true,
}
const DELIVERED: Choice = {
  answer: 'delivered',
  label: 'It is delivered',
  words: ['it is delivered', "it's delivered", 'it was delivered', 'we delivered', 'we have delivered'],
  takes: 'a line',
  isFinal: true,
}

const wordsAtDeadline = ({ project, title, missing }: AtDeadline, by: Day, today: Day, isExtended: boolean): Wording => ({
  subject: `${title}: the deadline has passed${isExtended ? ' again' : ''}, please choose`,
  heading: `What becomes of ${title}?`,
  says: [
    `The deadline of "${title}" has passed. ${missing.length > 0 ? `Still missing: ${list(missing)}.` : EMPTY_HANDED}`,
    isExtended
      ? 'It has been extended once. Stop it with a few words of what happened, or choose another way on.'
      : `Extend it once by ${EXTENSION_DAYS} days, stop it with a few words of what happened, or choose another way on.`,
    `Make it smaller, or merge it into another project:\n${linkTo(`/projects/${project}/choice`)}`,
  ],
  silence: `If you choose nothing by ${sayDay(by, today)}, it ends as not reached and everybody is freed.`,
})

const DELIVERED_IN_A_WORD = 'It was delivered. Its owner said so in a word.'

export const projectAsks: AsksOf<'project ready' | 'at the deadline' | 'at the last deadline' | 'work over'> = {
  'project ready': {
    choices: [START, STOP],
    words: ({ project, title }, by, today) => ({
      subject: `${title}: when do you first meet?`,
      heading: `When does ${title} start?`,
      says: [
        `Every must-have place of "${title}" is filled. Name the day on which everybody first meets. A call is enough.`,
        `All about it:\n${linkTo(`/projects/${project}`)}`,
      ],
      silence: `If you name none by ${sayDay(by, today)}, we remind you, and every week from then on. Nothing is lost.`,
    }),
    act: async (tx, { about }, { answer, day, line }, by, at) =>
      answer === 'start'
        ? inWords(await startProject(tx, about, by, day, at), START_REFUSALS)
        : inWords(await stopProject(tx, about, by, line, at), END_REFUSALS),
  },
  'at the deadline': {
    choices: [EXTEND, STOP],
    words: (facts, by, today) => wordsAtDeadline(facts, by, today, false),
    act: async (tx, { about }, { answer, line }, by, at) =>
      answer === 'extend'
        ? inWords(await extendBrief(tx, about, by, at), EXTEND_REFUSALS)
        : inWords(await stopProject(tx, about, by, line, at), END_REFUSALS),
  },
  'at the last deadline': {
    choices: [STOP],
    words: (facts, by, today) => wordsAtDeadline(facts, by, today, true),
    act: async (tx, { about }, { line }, by, at) => inWords(await stopProject(tx, about, by, line, at), END_REFUSALS),
  },
  'work over': {
    choices: [DELIVERED, STOP],
    words: ({ project, title }, by, today) => ({
      subject: `${title}: how did it end?`,
      heading: `How did ${title} end?`,
      says: [
        `The last role of "${title}" has come to its end. Was it delivered, or has it stopped? Each is a good ending, and everybody is thanked and freed.`,
        `If it was handed over, or you have two minutes to say what was learnt:\n${linkTo(`/projects/${project}/ending`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, we ask again, and every two weeks from then on.`,
    }),
    act: async (tx, { about }, { answer, line }, by, at) => {
      const note = { reason: line || DELIVERED_IN_A_WORD, tried: '', learnt: '', again: '' }
      const done =
        answer === 'delivered' ? await endProject(tx, about, by, 'delivered', note, at) : await stopProject(tx, about, by, line, at)
      return inWords(done, END_REFUSALS)
    },
  },
}
