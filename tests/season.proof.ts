/** Half a year of two hundred people on PostgreSQL: forty projects, two absences, one over a Monday, and clocks that change twice. */
import { SKIP_SERVER } from './databases.ts'
import { describeSeason } from './season/season.ts'

describeSeason(
  {
    ...{ seed: Number(process.env['SEASON_SEED'] ?? 2026), people: 200, organisations: 12, projects: 40, weeks: 26 },
    begins: new Date('2026-10-04T23:00:00Z'),
    outages: [
      { from: new Date('2026-11-13T15:00:00Z'), until: new Date('2026-11-17T11:20:00Z') },
      { from: new Date('2027-02-09T22:00:00Z'), until: new Date('2027-02-13T08:45:00Z') },
    ],
  },
  'server',
  SKIP_SERVER,
)
