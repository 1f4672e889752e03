/** Tells the score what it wants to know of people: what they said, shown or not, as terms and numbers. */
import { addDays, type Moment, monthOf, startOfDay } from '../../basics/day.ts'
import type { Candidate, Skill } from '../../matching/candidate.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Db } from '../../storage/db.ts'
import { levelIn, SKILL_LEVELS } from '../listings/listing.ts'
import type { ProfileField } from '../people/profile.ts'
import { type CandidateRow, listCandidateRows } from './candidate-store.ts'
import { hoursOfWeek, topicsOf } from './details.ts'
import type { Texts, Told } from './told.ts'

const WEEKS_A_MONTH = 52 / 12
/** Whoever missed out longer ago comes no sooner for it. */
const MISSED_LATELY_DAYS = 26 * 7

/**
 * Those of some people who are members, in the order of their ids, by one query however many there are. Full is who has had as many
 * introductions this month as they chose; whoever has chosen to meet, such as by joining a round, is asked for nothing of the kind.
 */
export async function listCandidates(db: Db, knowledge: Knowledge, ids: readonly string[], at: Moment): Promise<Candidate[]> {
  return (await rowsOf(db, ids, at)).map((row) => toCandidate(row, knowledge, at))
}

/** The same, with what members see of each. */
export async function listTold(db: Db, knowledge: Knowledge, ids: readonly string[], at: Moment): Promise<Told[]> {
  if (ids.length === 0) return []
  return (await rowsOf(db, ids, at)).map((row) => {
    const seen = seenOf(row)
    return {
      ...{ all: toCandidate(row, knowledge, at), said: textsOf(row) },
      ...{ shown: toCandidate(seen, knowledge, at), shows: textsOf(seen), takesNone: row.introductions === 0 },
    }
  })
}

const rowsOf = (db: Db, ids: readonly string[], { today, zone }: Moment): Promise<CandidateRow[]> =>
  listCandidateRows(db, ids, today, {
    month: startOfDay(zone, monthOf(today)),
    lately: startOfDay(zone, addDays(today, -MISSED_LATELY_DAYS)),
  })

const textsOf = ({ haves, needs, learning }: CandidateRow): Texts => ({ haves: haves ?? [], needs: needs ?? [], learning: learning ?? [] })

/** Nobody is told why by somebody's times. */
function seenOf(row: CandidateRow): CandidateRow {
  const seen = <T>(field: ProfileField, value: T): T | null => (row.members_see.includes(field) ? value : null)
  return {
    ...row,
    ...{ haves: seen('haves', row.haves), needs: seen('needs', row.needs), learning: seen('learning', row.learning) },
    ...{ areas: seen('areas', row.areas), interests: seen('interests', row.interests), profession: seen('profession', row.profession) },
    ...{ lat: seen('place', row.lat), lon: seen('place', row.lon), hours_a_week: seen('hours', row.hours_a_week) },
    ...{ ways: seen('meeting', row.ways), radius: seen('meeting', row.radius), half_days: null },
    ...{ languages: seen('languages', row.languages), wishes: seen('wishes', row.wishes) },
  }
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
    interests: topicsOf(row.areas ?? [], row.interests ?? []),
    ways: row.ways ?? [],
    ...(lat !== null && lon !== null ? { position: { lat, lon } } : {}),
    ...(radius !== null ? { radius } : {}),
    times: hoursOfWeek(row.half_days ?? [], row.zone ?? at.zone, at.today),
    languages: (row.languages ?? []).map((each) => each.toLowerCase()),
    ...(row.hours_a_week !== null ? { hours: Math.round(row.hours_a_week * WEEKS_A_MONTH) } : {}),
    wishes: row.wishes ?? [],
    missedOut: row.missed_out,
    isPaused: row.is_paused,
    isFull: row.introductions !== null && row.introduced >= row.introductions,
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
