/** What pledges ask of a project's owner. */
import { sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { sayHours } from '../projects/hours.ts'
import { acceptPledge, declinePledge, reopenPledge } from './actions.ts'
import { acceptGift, declineGift, releaseUnansweredGifts, reopenGift } from './gift-actions.ts'
import { GIFT_ANSWER_REFUSALS } from './gift-words.ts'
import { managerAsks } from './manager-asks.ts'
import { releaseUnanswered } from './release-actions.ts'
import { ANSWER_REFUSALS, REOPEN_REFUSALS } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'pledge offered': { pledge: string; project: string; title: string; skill: string; who: Somebody; hours: number; line: string }
    'gift offered': { gift: string; project: string; title: string; what: string; who: Somebody; line: string }
  }
}

export const pledgeAsks: AsksOf<'pledge offered' | 'gift offered' | 'manager agrees'> = {
  ...managerAsks,
  'pledge offered': {
    choices: yesOr('Accept', 'Decline kindly', { takes: 'a line' }),
    words: (facts, by, today) => ({
      subject: `${facts.title}: a pledge for ${facts.skill}`,
      heading: `A pledge for ${facts.skill}`,
      says: [
        `${sayInFull(facts.who)} offers ${sayHours(facts.hours)} for ${facts.skill} in "${facts.title}".`,
        ...(facts.line ? [`They write:\n${facts.line}`] : []),
        `All about it:\n${linkTo(`/pledges/${facts.pledge}`)}`,
      ],
      silence: `If you do not answer by ${sayDay(by, today)}, they are freed to help somebody else.`,
    }),
    async act(tx, { about }, { answer, line }, by, at) {
      const done = answer === 'yes' ? await acceptPledge(tx, about, by, at) : await declinePledge(tx, about, by, line, at)
      return inWords(done, ANSWER_REFUSALS)
    },
    silence: (tx, asks, at) =>
      releaseUnanswered(
        tx,
        asks.map(({ about }) => about),
        at,
      ),
    undo: async (tx, { about }, by, at) => inWords(await reopenPledge(tx, about, by, at), REOPEN_REFUSALS),
  },
  'gift offered': {
    choices: yesOr('Accept', 'Decline kindly', { takes: 'a line' }),
    words: (facts, by, today) => ({
      subject: `${facts.title}: somebody offers ${facts.what}`,
      heading: `An offer: ${facts.what}`,
      says: [
        `${sayInFull(facts.who)} offers "${facts.what}" to "${facts.title}".`,
        `They write:\n${facts.line}`,
        `All about it:\n${linkTo(`/gifts/${facts.gift}`)}`,
      ],
      silence: `If you do not answer by ${sayDay(by, today)}, they are freed and told so.`,
    }),
    async act(tx, { about }, { answer, line }, by, at) {
      const done = answer === 'yes' ? await acceptGift(tx, about, by, at) : await declineGift(tx, about, by, line, at)
      return inWords(done, GIFT_ANSWER_REFUSALS)
    },
    silence: (tx, asks, at) =>
      releaseUnansweredGifts(
        tx,
        asks.map(({ about }) => about),
        at,
      ),
    undo: async (tx, { about }, by, at) => inWords(await reopenGift(tx, about, by.person, at), REOPEN_REFUSALS),
  },
}
