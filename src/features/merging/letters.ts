/** What projects write about merging. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'

type About = { offer: string; project: string; title: string; into: string; intoTitle: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'merging accepted': About
    'merging refused': About & { why: 'declined' | 'unanswered' | 'ended'; by?: Day; today: Day }
    'merging withdrawn': About
    'project merged': About & { reason: string }
  }
}

const WHY_NOT = {
  declined: (title: string) => `The owner of "${title}" would rather keep the two apart.`,
  unanswered: (title: string) => `The owner of "${title}" has not answered in two weeks. We are sorry.`,
  ended: (title: string) => `"${title}" has ended before its owner could answer.`,
}

export const mergingLetters: LettersOf<'merging accepted' | 'merging refused' | 'merging withdrawn' | 'project merged'> = {
  'merging accepted': (facts) => ({
    subject: `${facts.title} goes on in ${facts.intoTitle}`,
    paragraphs: [
      `The owner of "${facts.intoTitle}" has said yes. "${facts.title}" has ended as merged, and everybody who pledged to it is freed and told where it goes on:\n${linkTo(`/projects/${facts.into}`)}`,
    ],
  }),
  'merging refused': (facts) => ({
    subject: `${facts.title}: not merged`,
    paragraphs: [
      WHY_NOT[facts.why](facts.intoTitle),
      facts.by
        ? `The deadline of "${facts.title}" has passed. Choose what becomes of it by ${sayDay(facts.by, facts.today)}; if you choose nothing, it ends as not reached and everybody is freed:\n${linkTo(`/projects/${facts.project}/choice`)}`
        : `"${facts.title}" goes on as it was:\n${linkTo(`/projects/${facts.project}`)}`,
    ],
  }),
  'merging withdrawn': (facts) => ({
    subject: `${facts.title} no longer asks to join ${facts.intoTitle}`,
    paragraphs: [
      `"${facts.title}" will not be merged into "${facts.intoTitle}": its owner has taken the question back, or it has ended. You need do nothing. Yours is here:\n${linkTo(`/projects/${facts.into}`)}`,
    ],
  }),
  'project merged': (facts) => ({
    subject: `${facts.title}: you are free, and it goes on in ${facts.intoTitle}`,
    paragraphs: [
      `"${facts.title}" has been merged into "${facts.intoTitle}". Thank you for your pledge. You are free of it from now on.`,
      ...(facts.reason ? [`Why:\n${facts.reason}`] : []),
      `If you would like to go on, pledge there:\n${linkTo(`/projects/${facts.into}`)}`,
    ],
  }),
}
