/** What is written to people who wait to be let in, and to those who can do it. */
import type { Day } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { Standing } from './claim.ts'
import { sayBroker, sayWhoAnswers, WHILE_HELD } from './words.ts'

type About = { claim: string; organisation: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'claim asked': About & Omit<Standing, 'claim'> & { today: Day }
    'claim granted': About & { by: { name: string; is: 'colleague' | 'broker' } }
    'claim declined': About & { broker: string; line: string }
    'speaker named': { organisation: string; name: string; by: string }
    'speaker removed': { organisation: string; name: string; by: string }
  }
}

const page = ({ claim }: About): string => linkTo(`/claims/${claim}`)

export const memberLetters: LettersOf<'claim asked' | 'claim granted' | 'claim declined' | 'speaker named' | 'speaker removed'> = {
  'claim asked': (facts) => ({
    subject: `${facts.organisation}: what happens next`,
    paragraphs: [
      `You told us that you work for ${facts.organisation}. Your address does not tell us so, and somebody has to say yes first.`,
      sayWhoAnswers(facts),
      `${WHILE_HELD} We write to you when there is an answer.\n${page(facts)}`,
    ],
  }),
  'claim granted': (facts) => ({
    subject: `${facts.organisation}: you are in`,
    paragraphs: [
      facts.by.is === 'colleague'
        ? `${facts.by.name || 'A colleague'} says that you work with them. You belong to ${facts.organisation} from now on.`
        : `${sentence(sayBroker(facts.by.name))} has let you in. You belong to ${facts.organisation} from now on.`,
      `You can pledge and publish in its name. See what is needed:\n${linkTo('/projects')}`,
    ],
  }),
  'claim declined': (facts) => ({
    subject: `${facts.organisation}: not yet`,
    paragraphs: [
      `${sentence(sayBroker(facts.broker))} could not let you in for ${facts.organisation}.`,
      ...(facts.line ? [`They write:\n${facts.line}`] : []),
      `You can still read everything and write drafts. Say it again in other words whenever you like:\n${linkTo('/claims/new')}`,
    ],
  }),
  'speaker named': ({ organisation, name, by }) => ({
    subject: `You speak for ${name}`,
    paragraphs: [
      `${by || 'Somebody'} has named you a speaker of ${name}. You can act for it here, and name others.`,
      `If you would rather not, remove yourself on the page of those who speak for it:\n${linkTo(`/organisations/${organisation}/speakers`)}`,
    ],
  }),
  'speaker removed': ({ organisation, name, by }) => ({
    subject: `You no longer speak for ${name}`,
    paragraphs: [
      `${by || 'Somebody'} has decided that you no longer speak for ${name}. You still belong to it, and what you promised stays.`,
      `Who speaks for it now:\n${linkTo(`/organisations/${organisation}/speakers`)}`,
    ],
  }),
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
