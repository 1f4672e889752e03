/** A small season: twenty people, five projects, eight weeks, an absence over a Monday, and clocks that change. */
import { describeSeason } from './season/season.ts'

describeSeason(
  {
    ...{ seed: 1, people: 20, organisations: 5, projects: 5, weeks: 8 },
    begins: new Date('2026-10-04T23:00:00Z'),
    outages: [{ from: new Date('2026-11-07T12:00:00Z'), until: new Date('2026-11-11T10:30:00Z') }],
  },
  'embedded',
)
