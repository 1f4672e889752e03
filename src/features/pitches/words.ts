/** Every sentence people read about pitches. */
import { count, list, type TextFault } from '../../basics/text.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { ATTEND_REFUSALS, RUN_REFUSALS } from '../events/words.ts'
import type { ConsentRefusal, ProposeRefusal } from './merging.ts'
import { type JoinRefusal, MOST_BY_ONE, MOST_TITLE, type Pitch, type PitchRefusal } from './pitch.ts'

export const TITLE_FAULTS: Record<TextFault, string> = {
  empty: 'Say in a line what you would talk about.',
  'too long': `Shorten it to ${MOST_TITLE} characters or fewer.`,
  'unseen characters': 'Take out characters that cannot be seen. Type it again instead of pasting it.',
}

const NOT_PITCHING = 'Pitches are said and changed only while the event is open for them.'
const NOT_IN = 'Only those who have a place at the event can do this. Sign up first.'
export const JOIN_REFUSALS: Record<JoinRefusal, string> = { 'not in': NOT_IN, 'not pitching': NOT_PITCHING }
export const PITCH_REFUSALS: Record<PitchRefusal, string> = {
  ...JOIN_REFUSALS,
  'too many': `You have said ${MOST_BY_ONE} already. Let others say something too.`,
}
export const TAKE_BACK_REFUSALS: Record<'not yours' | 'not pitching', string> = {
  'not yours': 'Only whoever said it, its hosts and the organiser can take it back.',
  'not pitching': NOT_PITCHING,
}
export const REWORD_REFUSALS: Record<'not yours' | 'not pitching', string> = {
  'not yours': 'Only whoever said it, its hosts and the organiser can change its words.',
  'not pitching': NOT_PITCHING,
}
export const PROPOSE_REFUSALS: Record<ProposeRefusal, string> = {
  ...RUN_REFUSALS,
  'not pitching': NOT_PITCHING,
  'the same': 'Choose two different pitches.',
  'not there': 'One of the two is not there any more.',
  'asked before': 'The hosts of one of the two are being asked already. Wait for their answer.',
}
export const CONSENT_REFUSALS: Record<ConsentRefusal, string> = {
  'not asked': 'This was not asked of you.',
  over: 'This has been decided already.',
}
export { ATTEND_REFUSALS }

export const EXAMPLE = {
  title: 'Why does nobody answer our letters, and what happened when we asked five of them?',
  says: 'A question is as good as a talk. Say what you would find out, show or argue about, so that a stranger knows whether to come.',
}
export const WAITS_FOR_PLACE =
  'You wait for a place. Once you have one you can say what you would talk about; until then tell somebody who comes.'

/** "Ann Example, Harrowmere City Council"; names are for those who come. */
export function sayHosts({ hosts }: Pick<Pitch, 'hosts'>, me: Attendee | undefined, isOrganiser: boolean): string {
  if (hosts.length === 0) return 'Nobody hosts it yet'
  if (!isOrganiser && !isIn(me)) return count(hosts.length, 'host')
  return `Hosted by ${list(hosts.map(({ name, team }) => [name || 'somebody', team].filter(Boolean).join(', ')))}`
}

export const saySupporters = (supporters: number): string =>
  supporters === 0 ? 'nobody has said yet that they would come' : `${count(supporters, 'other')} would come`

/** What a page says after something was done: the address carries the key. */
export const DONE: Readonly<Record<string, { title: string; text: string }>> = {
  said: { title: 'It is said', text: 'Everybody who comes can support it until the pitches are scored. You can say another.' },
  supported: { title: 'You would come', text: 'It is counted. Nobody sees who said so.' },
  'not-supported': { title: 'Taken back', text: 'It is not counted any more.' },
  hosting: { title: 'You host it', text: 'Thank you. If it becomes a session, it never lies at the same time as another of yours.' },
  'not-hosting': { title: 'You do not host it any more', text: 'It stays here, and somebody else may host it.' },
  reworded: {
    title: 'Saved',
    text: 'The new words stand here at once. If its hosts were asked to make it one with another, that is over.',
  },
  'taken-back': { title: 'Taken back', text: 'The pitch is gone from the list.' },
  merged: { title: 'The two are one', text: 'Whoever supported either of them supports this one, counted once.' },
  asked: { title: 'Their hosts are asked', text: 'When all of them agree, the two become one. Nothing changes before that.' },
  answered: { title: 'Thank you', text: 'Your answer is kept. When all hosts agree, the two become one.' },
}
