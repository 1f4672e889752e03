/** Facts for every kind of letter about rounds. */
import type { LetterFacts } from '../src/features/letters/letter.ts'
import { asked, ID, TODAY, who } from './sample-facts.ts'

const round = { round: ID, title: 'A coffee with another sector' } as const
const other = { id: ID, name: 'Bo Example', job: 'programme lead', organisationName: 'Harrowmere City Council' }
const joining = { ...asked, ...round, who: other, across: ['sector'], meetDays: 21, everyWeeks: 4 } as const
const counts = { people: 21, meetings: 10, leftOut: 0, across: 9, repeats: 0, value: 96, bound: 100 }
const sectors = { is: 'sectors', mine: '', theirs: '' } as const
const met = { ...asked, ...round, meeting: ID, isChanged: false, who, both: [ID, 'b'], zone: 'Europe/London' } as const

type Kind =
  | 'will you join'
  | 'round comes again'
  | 'look at round'
  | 'your meeting'
  | 'did your meeting happen'
  | 'left out of round'
  | 'round ended'
  | 'nobody joined'

export const ROUND_SAMPLES: { [K in Kind]: readonly LetterFacts[K][] } = {
  'will you join': [
    { ...joining, line: 'Half an hour a month. No agenda.', size: 2, turns: 6 },
    { ...joining, line: '', size: 3, turns: 1, across: [] },
  ],
  'round comes again': [{ ...asked, ...round, meetDays: 21 }],
  'look at round': [
    { ...asked, ...round, ...counts },
    { ...asked, ...round, ...counts, leftOut: 1, repeats: 2, bound: 0 },
    { ...asked, ...round, ...counts, people: 1, meetings: 0 },
  ],
  'your meeting': [
    {
      ...{ ...met, addresses: ['ann@tarnbeck.example'], slots: ['2026-11-26T10:00:00.000Z', '2026-11-27T14:00:00.000Z'] },
      whys: [{ has: { mine: 'web design', theirs: 'UX design' }, both: ['open data'], across: ['sector'] }],
      asked: { is: 'has', mine: 'web design', theirs: 'UX design' },
    },
    {
      ...{ ...met, who2: other, addresses: ['ann@tarnbeck.example', 'bo@harrowmere.example'], slots: [], isChanged: true, asked: sectors },
      whys: [
        { both: [], across: ['sector', 'profession'] },
        { needs: { mine: 'data', theirs: 'data' }, both: [], across: [] },
      ],
    },
  ],
  'did your meeting happen': [
    { ...asked, ...round, meeting: ID, who, times: 1 },
    { ...asked, ...round, meeting: ID, who, who2: other, times: 2 },
  ],
  'left out of round': [
    { ...round, why: 'nobody is left', today: TODAY, closesOn: '2026-12-21' },
    { ...round, why: 'no way to meet', today: TODAY },
  ],
  'round ended': [{ ...round, who: other }],
  'nobody joined': [
    { ...round, today: TODAY, closesOn: '2026-12-21' },
    { ...round, today: TODAY },
  ],
}
