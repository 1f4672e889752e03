/** Every sentence people read about programmes and their pairs. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { TextFault } from '../../basics/text.ts'
import type { Why } from '../introductions/why.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import type { RenewRefusal, SayRefusal } from './pair.ts'
import type { JoinRefusal, OpenRefusal, OutWhy, Programme, ProgrammeState, RunRefusal, Who } from './programme.ts'
import type { ProgrammeLine } from './programme-line.ts'
import type { SurveyRefusal, Worth } from './survey.ts'

export const OPEN_REFUSALS: Record<OpenRefusal, string> = {
  'may not open': 'Brokers open programmes, and those who speak for an organisation.',
  supplier: 'Suppliers join where they are welcome. They do not open programmes.',
}

export const JOIN_REFUSALS: Record<JoinRefusal, string> = {
  'not a member': 'We do not know your organisation yet. Once we do, you can join.',
  closed: 'Nobody can join this programme any more.',
  'not open yet': 'This side is not open yet.',
  'not for you': 'This side is for others. See who may join it.',
  'other side': 'You have joined the other side. Leave it first.',
  'on a break': 'You take a break from meeting people. End it first, and then join.',
  'how many': 'Choose with how many people you would meet.',
}

export const RUN_REFUSALS: Record<RunRefusal, string> = {
  'not the organiser': 'Only the organiser of this programme or a broker can do this.',
  over: 'This has been done already, or its time is over.',
  'nothing said': 'Say in a line why it stops. Everybody who has joined reads it.',
}

export const RENEW_REFUSALS: Record<RenewRefusal, string> = {
  'not yours': 'This was not asked of you.',
  over: 'The two of you have gone on once already. You can meet as you like without us.',
}

export const SAY_REFUSALS: Record<SayRefusal, string> = {
  'not yours': 'This was not asked of you.',
  'no such answer': 'Choose one of the answers.',
}

export const SURVEY_REFUSALS: Record<SurveyRefusal, string> = {
  'not over yet': 'We ask this when the programme is over.',
  'no partner': 'You had no partner in this programme, so there is nothing to ask.',
}

export const LINE_FAULTS: Record<TextFault, string> = {
  empty: RUN_REFUSALS['nothing said'],
  'too long': 'Shorten your line.',
  'unseen characters': 'Take out characters that cannot be seen. Type the line again instead of pasting it.',
}

export const STATES: Record<ProgrammeState, (programme: Pick<Programme, 'closesOn' | 'firstDay' | 'lastDay'>, today: Day) => string> = {
  open: ({ closesOn }, today) => `Open to join until ${sayDay(closesOn, today)}`,
  preview: ({ firstDay }, today) => `Being matched, begins on ${sayDay(firstDay, today)}`,
  running: ({ lastDay }, today) => `Runs until ${sayDay(lastDay, today)}`,
  ended: ({ lastDay }, today) => `Ended on ${sayDay(lastDay, today)}`,
  stopped: () => 'Stopped',
}

export const sayWhoMayJoin = (who: Who): string => {
  switch (who.is) {
    case 'everybody':
      return 'Everybody may join, but suppliers'
    case 'sector':
      return `Only for: ${SECTOR_NAMES[who.of].toLowerCase()}`
    case 'organisation':
    case 'partnership':
      return `For people of ${who.name}`
  }
}

export const saySides = ({ leftName, rightName }: Pick<ProgrammeLine, 'leftName' | 'rightName'>): string => `${leftName} and ${rightName}`

/** To whoever was left out. */
export const OUT_WORDS: Record<OutWhy, string> = {
  'nobody there': 'Nobody has joined the other side.',
  'nobody fits':
    'Those who have joined the other side could not be put together with you: you know each other already, cannot meet in any common way, or are kept apart.',
  'all taken': 'Everybody who fits you has as many partners as they can take.',
  'other left': 'Whoever you were to meet has left since.',
}

export const FIRST_NEXT_TIME = 'In the next programme that you join you come before others.'
export const CROSSES =
  'Whoever joins is put together with somebody of the other side. Each then gets the other’s name, organisation and address.'
export const JOINED_BY_BOTH = 'You both chose to take part.'

const THEY: Record<Why['is'], (mine: string, theirs: string) => string> = {
  has: (mine, theirs) => `The first needs ${mine}, and the other has ${theirs}.`,
  needs: (mine, theirs) => `The first has ${mine}, and the other needs ${theirs}.`,
  teaches: (mine, theirs) => `The first would like to learn ${mine}, and the other has ${theirs}.`,
  learns: (mine, theirs) => `The first has ${mine}, and the other would like to learn ${theirs}.`,
  shares: (_mine, theirs) => `Both care about ${theirs}.`,
  near: () => 'They are near each other.',
  sectors: () => 'They work in different sectors.',
  organisations: () => 'They work for different organisations.',
}

/** To the organiser. */
export const sayWhyTheyMeet = (why: Why | undefined): string =>
  why ? THEY[why.is](why.mine, why.theirs) : 'They work for the same organisation.'

/** Ideas for a conversation, in turn. */
export const IDEAS: readonly string[] = [
  'Each of you draws the way of one case through your work, from the first call to the last. Where does it wait the longest?',
  'What did you believe about the other’s work before you met, and what turned out to be wrong?',
  'Bring one letter or form that people complain about. What would the other one cut first?',
  'Which decision at your work takes a month that should take a day? Who would have to say yes?',
  'Tell of something that failed, and of what you kept from it.',
  'Who comes to both of you with the same trouble? What do they have to say twice?',
  'What did somebody teach you that you use every week? Could you teach it on in ten minutes?',
  'Swap a number that your managers watch. What does it hide?',
  'If you could sit beside the other one for a day, which day should it be? Try to fix one.',
  'Which rule do people at your work follow that nobody has written down?',
  'Name one person whom the other one should know, and write the first line together.',
  'Look back: what has changed in how you work since you first met? What will you ask next?',
]
export const ideaOf = (turn: number): string => IDEAS[(turn - 1) % IDEAS.length] ?? ''

export const WORTH_WORDS: Record<Worth, string> = { 'worth it': 'Worth it', partly: 'Partly', 'not worth it': 'Not worth it' }
export const QUESTIONS = {
  worth: 'Was it worth your time?',
  again: 'Would you take part again?',
  inTouch: 'Are you still in touch?',
} as const
export const NOBODY_READS =
  'What you say is counted with what others say. The organiser sees no group of fewer than five, and no line with a name.'

/** What the page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  opened: {
    title: 'Your programme is open',
    text: 'People can join it from now on. Tell those whom you know: invite them below, or send them the address of this page.',
  },
  joined: { title: 'You have joined', text: 'We write to you when it is matched.' },
  waiting: { title: 'Done', text: 'You get a letter on the day on which this side opens, and join by answering it.' },
  left: { title: 'You have left', text: 'Nothing is asked of you any more. Whoever was your partner has been told.' },
  invited: {
    title: 'Done',
    text: 'If this is the address of a member who may join this side, they get a letter. We do not say whether we know it.',
  },
  sent: { title: 'Sent', text: 'Each has a letter with the name and the address of their partner. Whoever was left out has heard why.' },
  parted: { title: 'Matched anew', text: 'These two are not put together in this programme.' },
  stopped: { title: 'Stopped', text: 'Everybody who had joined is told, with your line.' },
  answered: { title: 'Thank you', text: 'What you said is counted.' },
}
