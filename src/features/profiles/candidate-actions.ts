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
    const all = toCandidate(row, knowledge, at)
    const said = textsOf(row)
    const sees = (field: ProfileField) => row.members_see.includes(field)
    const shows = shownTexts(said, sees)
    return { all, said, shown: shownOf(all, row, shows, knowledge, sees), shows, takesNone: row.introductions === 0 }
  })
}

const rowsOf = (db: Db, ids: readonly string[], { today, zone }: Moment): Promise<CandidateRow[]> =>
  listCandidateRows(db, ids, today, {
    month: startOfDay(zone, monthOf(today)),
    lately: startOfDay(zone, addDays(today, -MISSED_LATELY_DAYS)),
  })

const textsOf = ({ haves, needs, learning }: CandidateRow): Texts => ({ haves: haves ?? [], needs: needs ?? [], learning: learning ?? [] })

/** What members see of somebody's words. */
function shownTexts({ haves, needs, learning }: Texts, sees: (field: ProfileField) => boolean): Texts {
  return { haves: sees('haves') ? haves : [], needs: sees('needs') ? needs : [], learning: sees('learning') ? learning : [] }
}

/** What members see of somebody. Nobody is told why by somebody's times. What is shown whole is not worked out again. */
function shownOf(all: Candidate, row: CandidateRow, shows: Texts, knowledge: Knowledge, sees: (field: ProfileField) => boolean): Candidate {
  const { position, radius, hours, ...rest } = all
  const { areas, interests } = row
  return {
    ...rest,
    haves: sees('haves') ? all.haves : [],
    needs: sees('needs') && sees('learning') ? all.needs : skillsIn([...shows.needs, ...shows.learning], knowledge),
    interests:
      sees('areas') && sees('interests') ? all.interests : topicsOf((sees('areas') && areas) || [], (sees('interests') && interests) || []),
    profession: sees('profession') ? all.profession : '',
    ways: sees('meeting') ? all.ways : [],
    times: [],
    languages: sees('languages') ? all.languages : [],
    wishes: sees('wishes') ? all.wishes : [],
    ...(position && sees('place') ? { position } : {}),
    ...(radius !== undefined && sees('meeting') ? { radius } : {}),
    ...(hours !== undefined && sees('hours') ? { hours } : {}),
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
