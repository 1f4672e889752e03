/** Facts for every kind of letter about events and pitches. */
import type { LetterFacts } from '../src/features/letters/letter.ts'
import { asked, ID, TODAY } from './sample-facts.ts'

const about = { event: ID, title: 'Public servants unconference', today: TODAY }
const place = { venue: 'Harrowmere Town Hall', address: '1 Market Square', firstDay: '2027-01-15', lastDay: '2027-01-15' }
const session = { session: ID, what: 'Falls at home', event: 'Public servants unconference' }

const placing = { ...about, venue: place.venue, session: ID, name: 'Letters that people understand', isEncore: false }
const placed = { ...placing, day: '2027-01-15', starts: 600, ends: 640, room: 'Council chamber' }

type Kind = Extract<
  keyof LetterFacts,
  `event ${string}` | `pitch ${string}` | `session ${string}` | `agenda ${string}` | 'next step' | 'notes missing'
>
const swapped = { session: ID, day: '2027-01-15', starts: 600, ends: 640 }
const SWAP = {
  one: { ...swapped, title: 'Falls at home', room: 'Attic' },
  other: { ...swapped, title: 'Letters that people understand', room: 'Main hall' },
}

export const EVENT_SAMPLES: { [K in Kind]: readonly LetterFacts[K][] } = {
  'event step over': [{ ...asked, ...about, step: 'planned', to: 'pitching', since: '2026-11-20', until: '2026-12-14' }],
  'event place free': [{ ...about, venue: place.venue, firstDay: place.firstDay }],
  'event called off': [{ ...about, ...place, reason: 'The town hall is closed for repairs.' }],
  'event taken out': [{ ...about, firstDay: place.firstDay, lastDay: place.lastDay }],
  'event changed': [
    { ...about, ...place },
    { ...about, ...place, address: '', lastDay: '2027-01-16' },
  ],
  'event moved on': (['planned', 'pitching', 'scoring', 'starring', 'scheduled'] as const).map((step) => ({
    ...about,
    step,
    until: '2026-12-14',
  })),
  'session placed': [placed, { ...placed, isEncore: true }],
  'session moved': [
    {
      ...placed,
      starts: 700,
      ends: 740,
      room: 'Main hall',
      wasDay: '2027-01-15',
      wasStarts: 600,
      wasEnds: 640,
      wasRoom: 'Council chamber',
    },
  ],
  'session called off': [placed],
  'agenda wanted': [
    { ...asked, ...about, firstDay: place.firstDay },
    ...(
      [
        { why: 'no sessions' },
        { why: 'no such room', title: 'Letters that people understand' },
        { why: 'too much for a host', title: 'Letters that people understand', sessions: 6, times: 5 },
        { why: 'same host', title: 'Letters that people understand', other: 'Which forms could go?' },
      ] as const
    ).map((fault) => ({ ...asked, ...about, fault, firstDay: place.firstDay })),
  ],
  'session note': [{ ...asked, ...session, on: '2026-11-20' }],
  'next step': [{ ...asked, ...session, step: 'Ask the college for its referral form' }],
  'session later': [{ ...asked, ...session }],
  'notes missing': [
    { event: ID, title: about.title, sessions: ['Falls at home'], until: '2026-12-14', today: TODAY },
    {
      ...{ event: ID, title: about.title, until: '2026-12-14', today: TODAY },
      sessions: Array.from({ length: 12 }, (_, at) => `Session ${at + 1}`),
    },
  ],
  'event summed up': [
    { event: ID, title: about.title, all: 14, done: 9, goingOn: 3, nothing: 1 },
    { event: ID, title: about.title, all: 2, done: 1, goingOn: 1, nothing: 0 },
  ],
  'session swap': [{ ...asked, ...about, ...SWAP }],
  'session swap decided': [{ ...asked, ...about, ...SWAP }],
  'pitch merging': [{ ...asked, ...about, pitch: 'Which letters do people understand?', into: 'Letters that people understand' }],
}
