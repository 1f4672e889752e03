/** Tells the score what it wants to know of people: what they said, shown or not, as terms and numbers. */
import type { Moment } from '../../basics/day.ts'
import type { Candidate, Skill } from '../../matching/candidate.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Db } from '../../storage/db.ts'
import { levelIn, SKILL_LEVELS } from '../listings/listing.ts'
import { type CandidateRow, listCandidateRows } from './candidate-store.ts'
import { hoursOfWeek } from './details.ts'

const WEEKS_A_MONTH = 52 / 12

/**
 * Those of some people who are members, in the order of their ids, by one query however many there are. How often somebody was left out and
 * how many they meet already is for whoever introduces them to add; who takes no introductions at all is full.
 */
export async function listCandidates(db: Db, knowledge: Knowledge, ids: readonly string[], at: Moment): Promise<Candidate[]> {
  return (await listCandidateRows(db, ids, at.today)).map((row) => toCandidate(row, knowledge, at))
}

function toCandidate(row: CandidateRow, knowledge: Knowledge, at: Moment): Candidate {
  const { lat, lon, radius } = row
  return {
    id: row.id,
    organisation: row.organisation,
    // Nobody has told us of teams.
    team: '',
    sector: row.sector,
    // Two who do something else do not do the same.
    profession: row.profession === 'other' ? '' : (row.profession ?? ''),
    region: row.region,
    haves: skillsIn(row.haves ?? [], knowledge),
    needs: skillsIn([...(row.needs ?? []), ...(row.learning ?? [])], knowledge),
    interests: [...(row.areas ?? []), ...(row.interests ?? []).map((each) => `interest-${each.toLowerCase()}`)],
    ways: row.ways ?? [],
    ...(lat !== null && lon !== null ? { position: { lat, lon } } : {}),
    ...(radius !== null ? { radius } : {}),
    times: hoursOfWeek(row.half_days ?? [], row.zone ?? at.zone, at.today),
    languages: (row.languages ?? []).map((each) => each.toLowerCase()),
    ...(row.hours_a_week !== null ? { hours: Math.round(row.hours_a_week * WEEKS_A_MONTH) } : {}),
    wishes: row.wishes ?? [],
    missedOut: 0,
    isPaused: row.is_paused,
    isFull: row.introductions === 0,
  }
}

/** Each term once, with the highest level that was said of it. */
function skillsIn(whats: readonly string[], knowledge: Knowledge): Skill[] {
  const found = new Map<TermId, Skill>()
  for (const what of whats) {
    const level = levelIn(what)
    for (const term of knowledge.termsIn(what)) {
      const best = Math.max(found.get(term)?.level ?? 0, level ? SKILL_LEVELS.indexOf(level) + 1 : 0)
      found.set(term, best > 0 ? { term, level: best } : { term })
    }
  }
  return [...found.values()]
}
