/** What projects write when they get another owner. */
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'

type About = { project: string; title: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'handover refused': About & { why: 'declined' | 'unanswered' }
    'handover withdrawn': About
    'project handed on': About & { who: Somebody }
    'project is yours': About
    'new owner': About & { who: Somebody }
  }
}

const page = ({ project }: About): string => linkTo(`/projects/${project}`)

export const handoverLetters: LettersOf<
  'handover refused' | 'handover withdrawn' | 'project handed on' | 'project is yours' | 'new owner'
> = {
  'handover refused': (facts) => ({
    subject: `${facts.title}: no new owner yet`,
    paragraphs: [
      facts.why === 'declined'
        ? `The person whom you asked to look after "${facts.title}" cannot do it. That needs no reason.`
        : `Nobody has answered in two weeks whether they would look after "${facts.title}".`,
      `Nothing has changed. Ask somebody else:\n${page(facts)}`,
    ],
  }),
  'handover withdrawn': (facts) => ({
    subject: `${facts.title}: you are no longer asked to look after it`,
    paragraphs: [
      `You were asked whether you would look after "${facts.title}". That is no longer wanted. Thank you for thinking about it.\n${page(facts)}`,
    ],
  }),
  'project handed on': (facts) => ({
    subject: `${facts.title}: handed on, and thank you`,
    paragraphs: [
      `${sayInFull(facts.who)} looks after "${facts.title}" from now on. Thank you for bringing it this far. Its page stays open to you:\n${page(facts)}`,
    ],
  }),
  'project is yours': (facts) => ({
    subject: `${facts.title}: you are its owner`,
    paragraphs: [
      `"${facts.title}" is yours from now on. Pledges to it wait for your answer, and so does everything else about it. What happens next stands on its page:\n${page(facts)}`,
    ],
  }),
  'new owner': (facts) => ({
    subject: `${facts.title} has a new owner`,
    paragraphs: [`${sayInFull(facts.who)} looks after "${facts.title}" from now on. Your pledge stays as it is.\n${page(facts)}`],
  }),
}
