/** What is written about a round that waits for no answer. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import type { WhyLeftOut } from './meeting.ts'
import { LEFT_OUT_YOU } from './round-words.ts'

type About = { round: string; title: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    /** `closesOn`: when the next turn does. */
    'left out of round': About & { why: WhyLeftOut; today: Day; closesOn?: Day }
    'round ended': About & { who: Somebody }
    'nobody joined': About & { today: Day; closesOn?: Day }
  }
}

export const roundLetters: LettersOf<'left out of round' | 'round ended' | 'nobody joined'> = {
  'left out of round': ({ round, title, why, today, closesOn }) => ({
    subject: `${title}: you come first the next time`,
    paragraphs: [
      `You joined "${title}", and this time we found nobody for you to meet. ${LEFT_OUT_YOU[why]}`,
      closesOn
        ? `It comes again: on ${sayDay(closesOn, today)} it closes, and you are in it. Then you come before those who have met somebody now.\n${linkTo(`/rounds/${round}`)}`
        : `Join the next round that suits you: there you come before those who have met somebody now.\n${linkTo('/rounds')}`,
    ],
  }),
  'round ended': ({ round, title, who }) => ({
    subject: `${title} has ended`,
    paragraphs: [
      `You joined "${title}". It has ended, and nobody is put together in it any more. ${sayInFull(who)}, opened it.`,
      `You need do nothing. What else is open stands here:\n${linkTo('/rounds')}`,
      `The page of this round stays:\n${linkTo(`/rounds/${round}`)}`,
    ],
  }),
  'nobody joined': ({ round, title, today, closesOn }) => ({
    subject: `Nobody joined ${title}`,
    paragraphs: [
      `"${title}" has closed, and nobody had joined.`,
      closesOn
        ? `It comes again, and closes on ${sayDay(closesOn, today)}. Tell people of its page, or end it there:\n${linkTo(`/rounds/${round}`)}`
        : `It is over. You can open another one, perhaps for more people or with more time:\n${linkTo('/rounds/new')}`,
    ],
  }),
}
