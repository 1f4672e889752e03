/** Facts for every kind of letter about programmes. */
import type { LetterFacts } from '../src/features/letters/letter.ts'
import { asked, ID, TODAY, who } from './sample-facts.ts'

const about = { programme: ID, title: 'Council and hospital, side by side', today: TODAY }
const organiser = { id: ID, name: 'Bo Example', job: 'programme lead', organisationName: 'Harrowmere City Council' }
const days = { firstDay: '2027-01-04', lastDay: '2027-06-30' }
const why = { is: 'has', mine: 'web design', theirs: 'UX design' } as const
const made = {
  ...about,
  ...days,
  pair: ID,
  who,
  address: 'ann@tarnbeck.example',
  both: [ID, 'b'],
  meetings: 6,
  asked: '2027-01-18',
} as const
const joining = {
  ...asked,
  ...about,
  ...days,
  organiser,
  what: 'Two sides show each other their week.',
  meetings: 6,
  closesOn: '2026-12-14',
}

type Kind = Extract<keyof LetterFacts, `programme ${string}` | `pair ${string}`> | 'join programme'

export const PROGRAMME_SAMPLES: { [K in Kind]: readonly LetterFacts[K][] } = {
  'join programme': [{ ...joining, side: 'right', name: 'Hospital', other: 'City council' }],
  'programme preview': [
    { ...asked, ...about, pairs: 12, out: 1, firstDay: days.firstDay },
    { ...asked, ...about, pairs: 1, out: 0, firstDay: days.firstDay },
  ],
  'programme pair made': [{ ...made, why }, made],
  'programme left out': [
    { ...about, why: 'nobody there', organiser },
    { ...about, why: 'nobody fits', organiser },
    { ...about, why: 'all taken', organiser },
    { ...about, why: 'other left', organiser },
  ],
  'programme partner left': [{ ...about, who, organiser }],
  'programme stopped': [{ ...about, line: 'Too few could join.', organiser }],
  'programme over': [{ ...about, pairs: 12, meetings: 40, by: '2026-12-07' }],
  'programme survey': [{ ...asked, ...about }],
  'pair nudge': [{ ...asked, pair: ID, title: about.title, who, turn: 2, met: 1, meetings: 6, again: '2026-12-07' }],
  'pair renewal': [
    { ...asked, ...about, pair: ID, who, met: 4, until: '2027-12-24' },
    { ...asked, ...about, pair: ID, who, met: 0, until: '2027-12-24' },
  ],
  'pair renewed': [{ pair: ID, title: about.title, who, until: '2027-12-24', asked: '2026-12-07', today: TODAY }],
  'pair over': [
    { ...about, pair: ID, who, met: 9 },
    { ...about, pair: ID, who, met: 0 },
  ],
}
