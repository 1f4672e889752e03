/** What pledges write. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { managerLetters } from '../managers/letters.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import type { Course } from '../projects/project.ts'
import { sayDates, sayFirstDate } from '../projects/words.ts'

type About = { pledge: string; project: string; title: string; skill: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'pledge accepted': About & { hours: number; from: Day; until: Day; course: Course; today: Day }
    'pledge declined': About & { line: string }
    'pledge unanswered': About
    'pledge withdrawn': About & { who: Somebody; wasAccepted: boolean; waiting: number }
    'pledge released': About & { delivered: number }
    'pledge done': About & { delivered: number }
    'place left': About & { isDone: boolean; isFree: boolean; waiting: number }
    'place taken': About & { by: Day; today: Day }
    'waited too long': About
    'offer freed': About
    'own pledge over': About
  }
}

const pledgePage = ({ pledge }: About): string => linkTo(`/pledges/${pledge}`)
const sayThanks = (hours: number): string => (hours > 0 ? ` You gave it ${count(hours, 'hour')}, and that stays.` : '')
const projectPage = ({ project }: About): string => linkTo(`/projects/${project}`)

export const pledgeLetters: LettersOf<
  | 'pledge accepted'
  | 'pledge declined'
  | 'pledge unanswered'
  | 'pledge withdrawn'
  | 'pledge released'
  | 'pledge done'
  | 'place left'
  | 'place taken'
  | 'waited too long'
  | 'offer freed'
  | 'own pledge over'
  | 'manager agreed'
  | 'manager refused'
  | 'agreed pledge changed'
> = {
  ...managerLetters,
  'pledge accepted': (facts) => ({
    subject: `${facts.title}: your pledge for ${facts.skill} is accepted`,
    paragraphs: [
      `Thank you. You promised ${sayHours(facts.hours)} for ${facts.skill}, ${sayDates(facts.from, facts.until, facts.today)}.`,
      sayFirstDate(facts.course, facts.today),
      `If something comes between, you can withdraw at any time:\n${pledgePage(facts)}`,
    ],
  }),
  'pledge declined': (facts) => ({
    subject: `${facts.title}: not this time`,
    paragraphs: [
      `The owner of "${facts.title}" thanks you for offering ${facts.skill}, and has chosen otherwise this time.`,
      ...(facts.line ? [`They write:\n${facts.line}`] : []),
      `Others need you:\n${linkTo('/projects')}`,
    ],
  }),
  'pledge unanswered': (facts) => ({
    subject: `${facts.title}: you are free again`,
    paragraphs: [
      `The owner of "${facts.title}" did not answer your offer of ${facts.skill} in two weeks. We are sorry. You are free of it now.`,
      `These need what you have:\n${linkTo('/projects?for=me')}`,
    ],
  }),
  'pledge withdrawn': (facts) => ({
    subject: `${facts.title}: a pledge for ${facts.skill} is withdrawn`,
    paragraphs: [
      `${sayInFull(facts.who)} has withdrawn from ${facts.skill}. That happens, and needs no reason.`,
      ...(facts.wasAccepted
        ? [
            facts.waiting > 0
              ? `The place is free, and ${count(facts.waiting, 'other offer waits', 'other offers wait')} for your answer.`
              : 'The place is free and open for pledges again.',
          ]
        : []),
      projectPage(facts),
    ],
  }),
  'pledge released': (facts) => ({
    subject: `${facts.title}: your place for ${facts.skill} is free for somebody else`,
    paragraphs: [
      `We have not heard from you for three weeks, so your place for ${facts.skill} in "${facts.title}" is free for somebody else. You owe nobody anything.${sayThanks(facts.delivered)}`,
      `If you would like to come back, or help elsewhere:\n${projectPage(facts)}`,
    ],
  }),
  'pledge done': (facts) => ({
    subject: `${facts.title}: ${facts.skill} is done, thank you`,
    paragraphs: [
      `Your pledge of ${facts.skill} for "${facts.title}" is done. Thank you for keeping it.${sayThanks(facts.delivered)}`,
      `How it goes on:\n${projectPage(facts)}`,
    ],
  }),
  'place left': (facts) => ({
    subject: `${facts.title}: ${facts.isDone ? `${facts.skill} is done` : `a place for ${facts.skill} is free`}`,
    paragraphs: [
      facts.isDone
        ? `Whoever promised ${facts.skill} for "${facts.title}" has done their part.`
        : `A place for ${facts.skill} in "${facts.title}" is free again. Whoever had it has been thanked.`,
      facts.waiting > 0
        ? `${count(facts.waiting, 'other offer waits', 'other offers wait')} for your answer:\n${projectPage(facts)}`
        : facts.isFree
          ? `It is open for pledges:\n${projectPage(facts)}`
          : projectPage(facts),
    ],
  }),
  'place taken': (facts) => ({
    subject: `${facts.title}: you are in line for ${facts.skill}`,
    paragraphs: [
      `Every place for ${facts.skill} in "${facts.title}" is filled now. Your offer is kept until ${sayDay(facts.by, facts.today)}: if a place becomes free by then, the owner sees it again. If none does, you are freed and we tell you.`,
      `If you would rather be free, withdraw it:\n${pledgePage(facts)}`,
    ],
  }),
  'waited too long': (facts) => ({
    subject: `${facts.title}: you no longer wait for ${facts.skill}`,
    paragraphs: [
      `No place for ${facts.skill} in "${facts.title}" has become free while you were in line. Thank you for waiting. You are free of your offer now.`,
      `Others need you:\n${linkTo('/projects')}`,
    ],
  }),
  'offer freed': (facts) => ({
    subject: `${facts.title}: it has ended, and you are free`,
    paragraphs: [
      `"${facts.title}" has ended before your offer of ${facts.skill} could be taken up. Thank you for offering. What became of it:\n${projectPage(facts)}`,
    ],
  }),
  'own pledge over': (facts) => ({
    subject: `${facts.title}: thank you for ${facts.skill}`,
    paragraphs: [
      `You are the owner of "${facts.title}" now, so your own pledge of ${facts.skill} is withdrawn with thanks. What you give yourself needs no pledge, and the place is free for somebody else.`,
      projectPage(facts),
    ],
  }),
}
