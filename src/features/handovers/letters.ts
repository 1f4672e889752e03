/** What projects write when they get another owner. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'

type About = { project: string; title: string }
type Asked = About & { handover: string; who: Somebody; by: Day; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'owner wanted': Asked
    'owner still wanted': Asked
    'handover refused': About & { why: 'declined' | 'unanswered' }
    'handover withdrawn': About
    'project handed on': About & { who: Somebody }
    'project is yours': About
    'new owner': About & { who: Somebody }
  }
}

const page = ({ project }: About): string => linkTo(`/projects/${project}`)
const answer = ({ handover }: Asked): string => linkTo(`/handovers/${handover}`)

export const handoverLetters: LettersOf<
  'owner wanted' | 'owner still wanted' | 'handover refused' | 'handover withdrawn' | 'project handed on' | 'project is yours' | 'new owner'
> = {
  'owner wanted': (facts) => ({
    subject: `${facts.title}: would you look after it?`,
    paragraphs: [
      `${sayInFull(facts.who)} asks whether you would be the owner of "${facts.title}" from now on. What it is, and who is in it:\n${page(facts)}`,
      `Say yes or no by ${sayDay(facts.by, facts.today)}:\n${answer(facts)}`,
      'If you say yes, the project belongs to your organisation, and what you pledged to it yourself is withdrawn with thanks. If you say nothing, nothing changes.',
    ],
  }),
  'owner still wanted': (facts) => ({
    subject: `${facts.title}: will you look after it?`,
    paragraphs: [
      `A week ago you were asked whether you would look after "${facts.title}". Say yes or no by ${sayDay(facts.by, facts.today)}:\n${answer(facts)}`,
    ],
  }),
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
