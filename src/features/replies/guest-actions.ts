/** What the letter of somebody sets going who was asked by their address and takes no part: an answer, or that they are asked no more. */
import { dayIn, type Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { type AllAsks, answerAsk } from '../asks/actions.ts'
import { doorOf, isGuests, stopAsking } from '../asks/guest-actions.ts'
import type { Asked } from './asked-actions.ts'
import { openLetterbox } from './letterbox-actions.ts'
import { aboutOf, type Received } from './received.ts'
import { readReply } from './reply.ts'
import type { Became } from './store.ts'

export type GuestReading = { letter: Received; asked: readonly Asked[]; asks: AllAsks; at: Moment }

export async function actForGuest(tx: Tx, { letter, asked, asks, at }: GuestReading): Promise<Became> {
  const [{ ask, choices } = { ask: undefined, choices: [] }] = asked
  if (!ask || !isGuests(ask)) return { state: 'stranger' }
  const box = openLetterbox(tx, letter, undefined, at, true)
  const [about, door] = [aboutOf(letter.subject), await doorOf(tx, ask.id)]
  const reply = letter.fault ? undefined : readReply(letter.text ?? '', { choices, today: at.today, names: namesOf(letter) })
  if (reply?.is === 'stop') {
    await stopAsking(tx, asks, ask, at)
    return { state: 'stopped', ask: ask.id }
  }
  if (reply?.is !== 'answer') {
    // Nobody else reads what they write: they are told what we take instead.
    const said = ask.state === 'open' ? choices.map(({ answer, label }) => ({ answer, label })) : []
    await box.write('guest not understood', { about, choices: said, door, ask: ask.id, code: ask.code }, ask.id)
    return { state: 'returned', ask: ask.id, ...(reply?.is === 'unclear' ? { why: reply.why } : {}) }
  }
  const done = await answerAsk(tx, asks, { id: ask.id, address: ask.address, given: reply.given, via: 'letter' }, at)
  if (done.yes) return { state: 'answered', ask: ask.id }
  const before = choices.find(({ answer }) => answer === ask.given?.answer)?.label
  await box.write(
    'guest too late',
    {
      ...{ about, why: done.why, door, ask: ask.id, today: at.today },
      ...('says' in done ? { says: done.says } : {}),
      ...(before ? { answer: before } : {}),
      ...(ask.answeredAt ? { on: dayIn(at.zone, ask.answeredAt) } : {}),
    },
    ask.id,
  )
  return { state: 'too late', ask: ask.id }
}

/** As they may stand under an answer. */
const namesOf = ({ fromName }: Received): string[] => [fromName, ...fromName.split(/\s+/)].filter((each) => each !== '')
