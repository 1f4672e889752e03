/** Reads projects, each with all that belongs to it. */
import { type Day, dayIn } from '../../basics/day.ts'
import { type Db, listed, sql, type Tables, type Tx } from '../../storage/db.ts'
import { FILLS_A_PLACE } from '../../storage/pieces.ts'
import { somebodyOf } from '../people/person.ts'
import type { Ending, How, Level, OtherKind, Phase, Project, Purpose, Role, State } from './project.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    projects: {
      id: string
      title: string
      problem: string
      for_whom: string
      /** What its roles ask for, to be found by. */
      skills: string
      owner: string
      organisation: string
      state: State
      open_until: Day
      extended_at: Date | null
      choose_by: Day | null
      published_at: Date
      ready_at: Date | null
      first_date: Day | null
      started_at: Date | null
      ended_at: Date | null
      suppliers_welcome: boolean
      none_fits: string
      phase: Phase | null
      go_live: Day | null
      review_by: Day | null
      half_told_on: Day | null
      merged_into: string | null
    }
    project_tags: { project: string; tag: string }
    other_needs: { id: string; project: string; kind: OtherKind; what: string }
    project_haves: { id: string; project: string; what: string; about: string }
    roles: {
      id: string
      project: string
      skill: string
      level: Level
      places: number
      hours_a_week: number
      from_day: Day
      until_day: Day
      must_have: boolean
      purpose: Purpose
    }
    endings: {
      project: string
      how: How
      handed_to: string
      reason: string
      tried: string
      learnt: string
      again: string
      person: string | null
      ended_at: Date
    }
  }
}

/** Hours a week from the first day until the last, or until the day it was over. */
const PLEDGED = sql<number>`coalesce((select round(sum(pl.hours_a_week * greatest(0, least(pl.until_day, pl.ended_at::date) - pl.from_day + 1) / 7.0))
  from pledges pl where pl.project = p.id and pl.answered_at is not null and pl.state <> 'declined'), 0)::int`
/** What pledgers said in their check-ins. */
const DELIVERED = sql<number>`coalesce((select sum(a.hours) from pledges pl join asks a on a.about = pl.id
  where pl.project = p.id and a.state = 'answered'), 0)::float8`

/** `withHours`: with what was promised and delivered, which only its page says. */
export async function findProject(db: Db, id: string, zone: string, { withHours = false } = {}): Promise<Project | undefined> {
  const row = await db
    .selectFrom('projects as p')
    .innerJoin('people as o', 'o.id', 'p.owner')
    .innerJoin('organisations as g', 'g.id', 'p.organisation')
    .leftJoin('endings as e', 'e.project', 'p.id')
    .leftJoin('projects as into', 'into.id', 'p.merged_into')
    .leftJoin('merge_offers as m', (join) => join.onRef('m.project', '=', 'p.id').on('m.state', '=', 'waiting'))
    .leftJoin('projects as other', 'other.id', 'm.into_project')
    .leftJoin('handovers as w', (join) => join.onRef('w.project', '=', 'p.id').on('w.state', '=', 'waiting'))
    .select([
      'p.id',
      'p.title',
      'p.problem',
      'p.for_whom',
      'p.owner',
      'p.organisation',
      'p.state',
      'p.open_until',
      'p.extended_at',
      'p.choose_by',
      'p.ready_at',
      'p.first_date',
      'p.suppliers_welcome',
      'p.none_fits',
      'p.phase',
      'p.go_live',
      'p.review_by',
    ])
    .select((of) => [
      listed(
        of.selectFrom('project_haves as h').select(['h.id', 'h.what', 'h.about']).whereRef('h.project', '=', 'p.id').orderBy('h.id'),
      ).as('haves'),
      listed(of.selectFrom('project_tags as t').select('t.tag').whereRef('t.project', '=', 'p.id').orderBy('t.tag')).as('tags'),
      listed(of.selectFrom('other_needs as n').select(['n.id', 'n.kind', 'n.what']).whereRef('n.project', '=', 'p.id').orderBy('n.id')).as(
        'others',
      ),
      listed(
        of
          .selectFrom('phase_ends as x')
          .select(['x.id', 'x.phase', 'x.how', 'x.leads_to', 'x.reason', 'x.ended_at'])
          .whereRef('x.project', '=', 'p.id')
          .orderBy('x.id', 'desc'),
      ).as('phase_ends'),
      listed(
        of
          .selectFrom('merge_offers as j')
          .innerJoin('projects as jp', 'jp.id', 'j.project')
          .select(['j.id as offer', 'jp.title', 'j.answer_by as by'])
          .whereRef('j.into_project', '=', 'p.id')
          .where('j.state', '=', 'waiting')
          .orderBy('j.id'),
      ).as('joiners'),
    ])
    .select(['into.id as into_id', 'into.title as into_title', 'm.id as merge_offer', 'm.into_project', 'm.answer_by as merge_by'])
    .select(['other.title as other_title', 'w.id as handover', 'w.answer_by as handover_by', 'o.organisation as belongs_to'])
    .select([
      'o.name',
      'o.job',
      'g.name as organisation_name',
      'g.sector',
      'e.how',
      'e.handed_to',
      'e.reason',
      'e.tried',
      'e.learnt',
      'e.again',
      'e.ended_at',
    ])
    .$if(withHours, (query) => query.select([PLEDGED.as('pledged'), DELIVERED.as('delivered')]))
    .where('p.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    title: row.title,
    problem: row.problem,
    forWhom: row.for_whom,
    owner: somebodyOf({ ...row, id: row.owner }),
    organisation: row.organisation,
    state: row.state,
    openUntil: row.open_until,
    isExtended: row.extended_at !== null,
    ...(row.choose_by ? { chooseBy: row.choose_by } : {}),
    ...(row.ready_at ? { readyOn: dayIn(zone, row.ready_at) } : {}),
    ...(row.first_date ? { firstDate: row.first_date } : {}),
    ...(row.phase ? { phase: row.phase } : {}),
    ...(row.go_live ? { goLive: row.go_live } : {}),
    ...(row.review_by ? { reviewBy: row.review_by } : {}),
    phaseEnds: row.phase_ends.map(({ leads_to, ended_at, ...rest }) => ({
      ...rest,
      ...(leads_to ? { leadsTo: leads_to } : {}),
      on: dayIn(zone, new Date(ended_at)),
    })),
    joiners: row.joiners,
    tags: row.tags.map(({ tag }) => tag),
    haves: row.haves,
    roles: await listRoles(db, id),
    others: row.others,
    suppliersWelcome: row.suppliers_welcome,
    noneFits: row.none_fits,
    ...(row.into_id && row.into_title ? { mergedInto: { id: row.into_id, title: row.into_title } } : {}),
    ...(row.merge_offer && row.into_project && row.other_title && row.merge_by
      ? { merging: { offer: row.merge_offer, into: row.into_project, title: row.other_title, by: row.merge_by } }
      : {}),
    ...(row.handover && row.handover_by ? { handover: { id: row.handover, by: row.handover_by } } : {}),
    ...(row.belongs_to === null ? { isOwnerGone: true } : {}),
    ...endingOf(row, zone),
    ...(row.pledged ? { hours: { pledged: row.pledged, delivered: row.delivered ?? 0 } } : {}),
  }
}

type EndingRow = Omit<Nullable<Tables['endings']>, 'project' | 'person'>
type Nullable<T> = { [K in keyof T]: T[K] | null }

function endingOf({ how, handed_to, reason, tried, learnt, again, ended_at }: EndingRow, zone: string): { ending?: Ending } {
  if (how === null || ended_at === null) return {}
  const note = { reason: reason ?? '', tried: tried ?? '', learnt: learnt ?? '', again: again ?? '' }
  return { ending: { how, ...(handed_to ? { handedTo: handed_to } : {}), ...note, on: dayIn(zone, ended_at) } }
}

/** Locks the project's row until the transaction ends, so that two people racing for a place come one after the other. */
export async function findProjectForUpdate(tx: Tx, id: string, zone: string): Promise<Project | undefined> {
  const locked = await tx.selectFrom('projects').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && findProject(tx, id, zone)
}

/** Each with who fills its places now; of an ended project, who did until its end. */
async function listRoles(db: Db, project: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('roles as r')
    .innerJoin('projects as p', 'p.id', 'r.project')
    .select(['r.id', 'r.skill', 'r.level', 'r.places', 'r.hours_a_week', 'r.from_day', 'r.until_day', 'r.must_have', 'r.purpose'])
    .select((of) =>
      listed(
        of
          .selectFrom('pledges as pl')
          .innerJoin('people as w', 'w.id', 'pl.person')
          .innerJoin('organisations as g', 'g.id', 'pl.organisation')
          .select(['pl.id as pledge', 'pl.person as id', 'pl.organisation', 'pl.hours_a_week', 'pl.for_organisation', 'w.name', 'w.job'])
          .select(['g.name as organisation_name', 'g.sector'])
          .whereRef('pl.role', '=', 'r.id')
          .where(FILLS_A_PLACE)
          .orderBy('pl.id'),
      ).as('pledgers'),
    )
    .where('r.project', '=', project)
    .orderBy('r.id')
    .execute()
  return rows.map(({ hours_a_week, from_day, until_day, must_have, pledgers, ...row }) => ({
    ...row,
    filled: pledgers.length,
    hoursAWeek: hours_a_week,
    from: from_day,
    until: until_day,
    mustHave: must_have,
    pledgers: pledgers.map((pledger) => ({
      ...somebodyOf(pledger),
      pledge: pledger.pledge,
      organisation: pledger.organisation,
      hoursAWeek: pledger.hours_a_week,
      isForOrganisation: pledger.for_organisation,
    })),
  }))
}

/** Roles that somebody has ever pledged to. */
export async function listRolesPledgedTo(db: Db, project: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('pledges').select('role').distinct().where('project', '=', project).execute()
  return new Set(rows.map(({ role }) => role))
}
