/** Gathers what every feature asks and writes. */
import { accountLetters } from './features/accounts/letters.ts'
import { addressLetters } from './features/addresses/letters.ts'
import { agendaAsks } from './features/agendas/asks.ts'
import { agendaLetters } from './features/agendas/letters.ts'
import type { AllAsks } from './features/asks/actions.ts'
import { askLetters } from './features/asks/letters.ts'
import { boundaryAsks } from './features/boundaries/asks.ts'
import { boundaryLetters } from './features/boundaries/letters.ts'
import { briefLetters } from './features/briefs/letters.ts'
import { brokerLetters } from './features/broker/letters.ts'
import { checkInAsks } from './features/check-ins/asks.ts'
import { dayAsks } from './features/days/asks.ts'
import { digestLetters } from './features/digests/letters.ts'
import { eventAsks } from './features/events/asks.ts'
import { eventLetters } from './features/events/letters.ts'
import { handoverAsks } from './features/handovers/asks.ts'
import { handoverLetters } from './features/handovers/letters.ts'
import { introductionAsks } from './features/introductions/asks.ts'
import { introductionLetters } from './features/introductions/letters.ts'
import type { AllLetters } from './features/letters/letter.ts'
import { choiceLetters } from './features/letters/letters.ts'
import { listingAsks } from './features/listings/asks.ts'
import { memberAsks } from './features/members/asks.ts'
import { memberLetters } from './features/members/letters.ts'
import { mergingAsks } from './features/merging/asks.ts'
import { mergingLetters } from './features/merging/letters.ts'
import { noteAsks } from './features/notes/asks.ts'
import { noteLetters } from './features/notes/letters.ts'
import { partnershipAsks } from './features/partnerships/asks.ts'
import { partnershipLetters } from './features/partnerships/letters.ts'
import { phaseAsks } from './features/phases/asks.ts'
import { phaseLetters } from './features/phases/letters.ts'
import { pitchAsks } from './features/pitches/asks.ts'
import { pledgeAsks } from './features/pledges/asks.ts'
import { giftLetters } from './features/pledges/gift-letters.ts'
import { pledgeLetters } from './features/pledges/letters.ts'
import { programmeAsks } from './features/programmes/asks.ts'
import { programmeLetters } from './features/programmes/letters.ts'
import { projectAsks } from './features/projects/asks.ts'
import { projectLetters } from './features/projects/letters.ts'
import { mendingLetters } from './features/projects/mending-letters.ts'
import { newsLetters } from './features/projects/news-letters.ts'
import { replyLetters } from './features/replies/letters.ts'
import { roundAsks } from './features/rounds/asks.ts'
import { roundLetters } from './features/rounds/letters.ts'
import { suggestionLetters } from './features/suggestions/letters.ts'
import { threadLetters } from './features/threads/letters.ts'
import { updateLetters } from './features/updates/letters.ts'

/** Every kind of ask, and what comes of its answers. */
export const ASKS: AllAsks = {
  ...memberAsks,
  ...projectAsks,
  ...phaseAsks,
  ...mergingAsks,
  ...handoverAsks,
  ...pledgeAsks,
  ...checkInAsks,
  ...boundaryAsks,
  ...listingAsks,
  ...introductionAsks,
  ...partnershipAsks,
  ...roundAsks,
  ...programmeAsks,
  ...eventAsks,
  ...pitchAsks,
  ...agendaAsks,
  ...dayAsks,
  ...noteAsks,
}

/** `takesReplies`: an answer to a letter reaches us. */
export const lettersOf = (takesReplies: boolean): AllLetters => ({
  ...askLetters(ASKS, takesReplies),
  ...replyLetters,
  ...choiceLetters,
  ...accountLetters,
  ...memberLetters,
  ...addressLetters,
  ...threadLetters,
  ...projectLetters,
  ...briefLetters,
  ...updateLetters,
  ...newsLetters,
  ...mendingLetters,
  ...phaseLetters,
  ...mergingLetters,
  ...handoverLetters,
  ...pledgeLetters,
  ...giftLetters,
  ...boundaryLetters,
  ...brokerLetters,
  ...suggestionLetters,
  ...introductionLetters,
  ...partnershipLetters,
  ...roundLetters,
  ...programmeLetters,
  ...eventLetters,
  ...agendaLetters,
  ...noteLetters,
  ...digestLetters(ASKS, takesReplies),
})
export const LETTERS = lettersOf(true)
