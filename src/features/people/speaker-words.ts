/** Every sentence people read about who speaks for an organisation. */
import type { SpeakerRefusal } from './speaker.ts'

export const SPEAKER_REFUSALS: Record<SpeakerRefusal, string> = {
  'may not': 'Only a speaker of this organisation or a broker can decide who speaks for it.',
  'not a member': 'Only somebody who belongs to this organisation can speak for it.',
  'not a speaker': 'This person does not speak for the organisation any more.',
}

export const NO_SPEAKER = 'Nobody speaks for this organisation yet. The next who joins it does, or a broker names somebody.'

/** What the page says after something was done: the address carries the key. */
export const SPEAKER_DONE: Readonly<Record<string, { title: string; text: string }>> = {
  named: { title: 'Done', text: 'They speak for the organisation from now on, and get a letter about it.' },
  removed: { title: 'Done', text: 'They no longer speak for the organisation.' },
}
