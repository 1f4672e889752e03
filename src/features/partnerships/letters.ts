/** What is written about partnerships, besides what is asked. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { WHAT_IT_DOES } from './words.ts'

/** `one` is the reader's own organisation, and `other` its partner. */
type About = { partnership: string; one: string; other: string; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'partnership agreed': About & { from: Day; until: Day; asked: Day; isHost: boolean; host: Somebody }
    'partnership not agreed': About & { why: 'declined' | 'unanswered' }
    'partnership withdrawn': About
    'partnership host': About & { until: Day }
    'partnership renewed': About & { until: Day; asked: Day }
    'partnership ended': About & { came: string }
  }
}

type Kind =
  | 'partnership agreed'
  | 'partnership not agreed'
  | 'partnership withdrawn'
  | 'partnership host'
  | 'partnership renewed'
  | 'partnership ended'

const page = ({ partnership }: About): string => linkTo(`/partnerships/${partnership}`)

export const partnershipLetters: LettersOf<Kind> = {
  'partnership agreed': (facts) => ({
    subject: `${facts.one} and ${facts.other} are partners`,
    paragraphs: [
      `${facts.one} and ${facts.other} have agreed on a partnership, from ${sayDay(facts.from, facts.today)} until ${sayDay(facts.until, facts.today)}. ${WHAT_IT_DOES}`,
      `${facts.isHost ? `You are the host of ${facts.one}: whoever has a question about it comes to you. ` : ''}The host of ${facts.other} is ${sayInFull(facts.host)}.\n${page(facts)}`,
      `On ${sayDay(facts.asked, facts.today)} we ask both hosts whether it goes on.`,
    ],
  }),
  'partnership not agreed': (facts) => ({
    subject: `${facts.other}: no partnership now`,
    paragraphs: [
      facts.why === 'declined'
        ? `${facts.other} does not take up the partnership that you proposed for ${facts.one}. Often it is only the wrong time.`
        : `Nobody of ${facts.other} has answered about the partnership that you proposed for ${facts.one}, so it does not come about. Nobody is blamed.`,
      `Nothing waits for you. You can propose it again whenever you like, or another one:\n${linkTo('/organisations')}`,
    ],
  }),
  'partnership withdrawn': (facts) => ({
    subject: `${facts.other}: the partnership is not proposed any more`,
    paragraphs: [`${facts.other} has taken back the partnership that it proposed to ${facts.one}. You need not answer.`],
  }),
  'partnership host': (facts) => ({
    subject: `You are the host of ${facts.one} for ${facts.other}`,
    paragraphs: [
      `${facts.one} has a partnership with ${facts.other} until ${sayDay(facts.until, facts.today)}, and somebody who speaks for ${facts.one} has named you as its host. Whoever has a question about it comes to you, and before it ends we ask you whether it goes on.`,
      `What it is for, and who the other host is:\n${page(facts)}`,
    ],
  }),
  'partnership renewed': (facts) => ({
    subject: `${facts.one} and ${facts.other} go on`,
    paragraphs: [
      `Both hosts have said yes, so the partnership of ${facts.one} and ${facts.other} goes on until ${sayDay(facts.until, facts.today)}.`,
      `On ${sayDay(facts.asked, facts.today)} we ask again.\n${page(facts)}`,
    ],
  }),
  'partnership ended': (facts) => ({
    subject: `The partnership of ${facts.one} and ${facts.other} has ended`,
    paragraphs: [
      `The partnership of ${facts.one} and ${facts.other} has ended before its last day. What came of it: "${facts.came}"`,
      `Everybody who met through it stays in touch as they like; nothing else is asked of you.\n${page(facts)}`,
    ],
  }),
}
