/** What the letter of somebody whom we know sets going: an answer, a pause, a stop, or a broker's look. */
import { dayIn, type Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { type AllAsks, answerAsk } from '../asks/actions.ts'
import { type Given, wordFor } from '../asks/ask.ts'
import { pauseUntil, stopLetters } from '../letters/choice-actions.ts'
import type { Person } from '../people/person.ts'
import type { Asked } from './asked-actions.ts'
import type { Letterbox } from './letterbox-actions.ts'
import { aboutOf, type Received, type ReceivedUnclear } from './received.ts'
import { readReply } from './reply.ts'
import type { Became } from './store.ts'

export type Reading = {
  letter: Received
  writer: Person
  asked: readonly Asked[]
  /** That it comes from them: it went to an address that only they were given, or the mail server says so. */
  isKnown: boolean
  box: Letterbox
  asks: AllAsks
  at: Moment
}

export async function actFor(tx: Tx, reading: Reading): Promise<Became> {
  const { letter, writer, asked, isKnown, box, at } = reading
  const person = writer.id
  const open = asked.filter(({ ask }) => ask.state === 'open')
  const left = open.length > 0 ? open : asked
  if (!isKnown) return unclear(reading, [], 'not proven')
  if (letter.fault) return unclear(reading, left, letter.fault)
  const reply = readReply(letter.text ?? '', { asks: left, today: at.today, names: namesOf(letter, writer) })
  if (reply.is === 'stop') {
    await stopLetters(tx, person, at)
    return { state: 'stopped', person }
  }
  if (reply.is === 'pause') {
    const paused = await pauseUntil(tx, person, reply.until, at)
    if (!paused.yes) return unclear(reading, left, paused.why === 'too far' ? 'day too far' : 'day passed')
    await box.write('letters paused', { until: paused.value, today: at.today })
    return { state: 'paused', person }
  }
  if (reply.is === 'unclear') return unclear(reading, open, asked.length === 0 ? 'nothing asked' : reply.why)
  const answers = reply.is === 'answers' ? reply.answers : [reply]
  const chosen = answers.flatMap(({ number, given }) => left.flatMap((each) => (each.number === number ? [{ each, given }] : [])))
  const [first, ...more] = chosen
  if (!first || chosen.length < answers.length) return unclear(reading, open, 'no such number')
  const became = await answer(tx, reading, first.each, first.given)
  // Each of them acts by itself: whoever wrote it hears of one that could not.
  const others: Became[] = []
  for (const { each, given } of more) others.push(await answer(tx, reading, each, given))
  return [became, ...others].find(({ state }) => state === 'answered') ?? became
}

async function answer(
  tx: Tx,
  { letter, writer, asked, box, asks, at }: Reading,
  { ask, number, choices }: Asked,
  given: Given,
): Promise<Became> {
  const about = aboutOf(letter.subject)
  const labelOf = (answer: string): string => choices.find((choice) => choice.answer === answer)?.label ?? answer
  const done = await answerAsk(tx, asks, { id: ask.id, person: writer.id, given, via: 'letter' }, at)
  if (done.yes) {
    if (letter.attachments > 0)
      await box.write('reply with attachments', { about, answer: labelOf(given.answer), attachments: letter.attachments })
    return { state: 'answered', person: writer.id, ask: ask.id }
  }
  await box.write('reply too late', {
    about,
    ...(asked.length > 1 ? { number } : {}),
    why: done.why,
    ...('says' in done ? { says: done.says } : {}),
    ...(ask.given ? { answer: labelOf(ask.given.answer) } : {}),
    ...(ask.answeredAt ? { on: dayIn(at.zone, ask.answeredAt) } : {}),
    today: at.today,
  })
  return { state: 'too late', person: writer.id, ask: ask.id }
}

/** Kept for the broker; and whoever wrote it hears what can be said. */
async function unclear({ letter, writer, box }: Reading, asked: readonly Asked[], why: ReceivedUnclear): Promise<Became> {
  const [first] = asked
  const isOne = asked.length === 1 && first !== undefined
  await box.write(
    'reply not understood',
    {
      about: aboutOf(letter.subject),
      why,
      choices: asked.map(({ number, choices }) => ({
        number,
        choices: choices.map((choice) => ({
          answer: wordFor(choice),
          label: choice.label,
          ...(choice.takes ? { takes: choice.takes } : {}),
        })),
      })),
      attachments: letter.attachments,
      ...(isOne ? { ask: first.ask.id, code: first.ask.code } : {}),
      ...(asked.length > 1 ? { asks: inOrder(asked) } : {}),
    },
    isOne ? first.ask.id : undefined,
  )
  return { state: 'unclear', why, person: writer.id, ask: first?.ask.id }
}

/** By their numbers, so that an answer to our answer means the same; what is no longer open leaves a gap. */
function inOrder(asked: readonly Asked[]): string[] {
  const most = Math.max(...asked.map(({ number }) => number))
  return Array.from({ length: most }, (_, index) => asked.find(({ number }) => number === index + 1)?.ask.id ?? '')
}

/** As they may stand under an answer. */
const namesOf = ({ fromName }: Received, { name }: Person): string[] =>
  [fromName, name].flatMap((each) => [each, ...each.split(/\s+/)]).filter((each) => each !== '')
