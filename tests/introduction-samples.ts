/** Facts for every kind of letter about introductions. */
import type { LetterFacts } from '../src/features/letters/letter.ts'
import { asked, fittingBrief, ID, reason, TODAY, who } from './sample-facts.ts'

const fits = { is: 'has', mine: 'web design', theirs: 'UX design' } as const
const sectors = { is: 'sectors', mine: 'health', theirs: 'local' } as const
const broker = { id: ID, name: 'Bo Example', job: 'programme lead', organisationName: 'Harrowmere City Council' }
const meets = {
  introduction: ID,
  who,
  address: 'ann@tarnbeck.example',
  both: [ID, 'b'],
  problem: '',
  zone: 'Europe/London',
  today: TODAY,
} as const

type Kind = 'will you meet' | 'introduction made' | 'introduction not now' | 'did you meet'

export const INTRODUCTION_SAMPLES: { [K in Kind]: readonly LetterFacts[K][] } = {
  'will you meet': [
    { ...asked, introduction: ID, who, why: fits, line: 'I would like to see how you buy.', hasSaidYes: true },
    { ...asked, introduction: ID, who: { ...who, name: '' }, why: sectors, line: '', hasSaidYes: true },
    { ...asked, introduction: ID, who, why: { ...fits, is: 'needs' }, line: 'You both rebuild a form.', hasSaidYes: false, broker },
    { ...asked, introduction: ID, who, why: { ...sectors, is: 'organisations' }, line: '', hasSaidYes: true, broker, reminder: 1 },
  ],
  'introduction made': [
    { ...meets, why: fits, slots: ['2026-11-26T10:00:00.000Z', '2026-11-27T14:00:00.000Z', '2026-11-30T11:30:00.000Z'] },
    { ...meets, why: sectors, slots: [], problem: 'Nobody reads what we send.' },
  ],
  'introduction not now': [
    { introduction: ID, who, next: { ...reason, is: 'has', id: ID, person: who }, today: TODAY },
    { introduction: ID, who, next: fittingBrief, today: TODAY },
    { introduction: ID, who, today: TODAY },
    { introduction: ID, who, with: broker, today: TODAY },
  ],
  'did you meet': [
    { ...asked, introduction: ID, who, times: 1 },
    { ...asked, introduction: ID, who, times: 2 },
  ],
}
