/** What merging asks of the other owner. */
import { sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { acceptMerge, declineMerge, expireMerge, reopenMerge } from './actions.ts'
import { MERGE_ANSWER_REFUSALS, MERGE_REOPEN_REFUSALS } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'merging offered': { offer: string; project: string; title: string; into: string; intoTitle: string; who: Somebody; reason: string }
  }
}

export const mergingAsks: AsksOf<'merging offered'> = {
  'merging offered': {
    choices: yesOr('Yes, merge it into mine', 'No, keep them apart', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `${facts.title} would like to join ${facts.intoTitle}`,
      heading: `${facts.title} would like to join ${facts.intoTitle}`,
      says: [
        `${sayInFull(facts.who)} would like to merge "${facts.title}" into your project "${facts.intoTitle}". They write:\n${facts.reason}`,
        `If you say yes, theirs ends at once, and everybody who pledged to it is freed and shown the way to yours. All about it:\n${linkTo(`/merge-offers/${facts.offer}`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, both stay as they are.`,
    }),
    async act(tx, { about }, { answer }, by, at) {
      return inWords(answer === 'yes' ? await acceptMerge(tx, about, by, at) : await declineMerge(tx, about, by, at), MERGE_ANSWER_REFUSALS)
    },
    async silence(tx, asks, at) {
      for (const { about } of asks) await expireMerge(tx, about, at)
    },
    undo: async (tx, { about }, by, at) => inWords(await reopenMerge(tx, about, by, at), MERGE_REOPEN_REFUSALS),
  },
}
