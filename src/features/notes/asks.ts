/** What is asked about sessions and next steps: what came of them, on the evening of the day, on their date, and a month later. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, type Given, inWords } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { answerNone, sayWhatCame } from './later-actions.ts'
import { type CameOfIt, isOutcome } from './note.ts'
import { answerStep } from './step-actions.ts'
import { NONE_REFUSALS, SAY_REFUSALS } from './words.ts'

type About = { session: string; what: string; event: string }

declare module '../asks/ask.ts' {
  interface AskFacts {
    'session note': About & { on: Day }
    'next step': About & { step: string }
    'session later': About
  }
}

const NONE: Choice = {
  answer: 'none',
  label: 'There is nothing to keep',
  words: ['nothing', 'nothing to keep', 'no'],
  isFinal: true,
}
const WHAT_BECAME: readonly Choice[] = [
  { answer: 'done', label: 'It is done', words: ['yes', 'finished', 'it is done'], takes: 'a line', isFinal: true },
  { answer: 'going on', label: 'It is still going', words: ['still going', 'not yet', 'in progress'], takes: 'a line', isFinal: true },
  { answer: 'nothing', label: 'Nothing came of it', words: ['nothing came of it', 'no', 'dropped'], takes: 'a line', isFinal: true },
]

const page = ({ session }: Pick<About, 'session'>): string => linkTo(`/sessions/${session}/note`)
const cameOf = ({ answer, line }: Given): CameOfIt => ({ outcomeLine: line, ...(isOutcome(answer) ? { outcome: answer } : {}) })

export const noteAsks: AsksOf<'session note' | 'next step' | 'session later'> = {
  'session note': {
    choices: [NONE],
    words: (facts, by, today) => ({
      subject: `What came of "${facts.what}"?`,
      heading: `What came of "${facts.what}"?`,
      says: [
        `You hosted "${facts.what}" at "${facts.event}" on ${sayDay(facts.on, today)}. What did you hear, what do people have and need, and who does what next? A few lines are enough, and all who were there can write with you:\n${page(facts)}`,
        'If there is nothing to keep, say so in a word. That is a good answer too.',
      ],
      silence: `If nobody writes anything by ${sayDay(by, today)}, the organiser hears that it is missing, and after a week a broker.`,
    }),
    act: async (tx, { about }, _given, by, at) => inWords(await answerNone(tx, about, by, at), NONE_REFUSALS),
  },
  'next step': {
    choices: WHAT_BECAME,
    words: (facts, by, today) => ({
      subject: `Is it done: ${facts.step}`,
      heading: `Is it done: ${facts.step}`,
      says: [
        `At "${facts.event}", in the session "${facts.what}", you took this on: ${facts.step}. What became of it? One word is enough, and a sentence behind it helps those who were there.`,
        `It stands in the note:\n${page(facts)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, it stays open in the note, and a month after the event the organiser sees that nobody has said what became of it.`,
    }),
    act: async (tx, { about }, given, by, at) => inWords(await answerStep(tx, about, by, cameOf(given), at), SAY_REFUSALS),
  },
  'session later': {
    choices: WHAT_BECAME,
    words: (facts, by, today) => ({
      subject: `A month later: what became of "${facts.what}"?`,
      heading: `What became of "${facts.what}"?`,
      says: [
        `You hosted "${facts.what}" at "${facts.event}" a month ago. What became of it? One word is enough; a sentence behind it stands on the page that tells what came of the event.`,
        `What was written then:\n${page(facts)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, nothing is said about it, and we do not ask again.`,
    }),
    act: async (tx, { about }, given, by, at) => inWords(await sayWhatCame(tx, about, by, cameOf(given), at), SAY_REFUSALS),
  },
}
