/** Pledges of a nation in all states, as the rules would have left them: what is ready has its must-haves filled, what has ended holds nobody. */
import type { PledgeState } from '../../src/features/pledges/pledge.ts'
import type { Chance } from '../chance.ts'
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import { anybody, type Citizen } from './people.ts'
import { dayFrom, momentFrom, type Plan } from './plan.ts'
import type { Project } from './projects.ts'
import type { Role } from './roles.ts'
import type { Texts } from './texts.ts'

const ANSWER_DAYS = 14
/** The member who has much to do has pledged to so many projects of others. */
const BUSY_PLEDGES = 25
const OVER: readonly PledgeState[] = ['declined', 'withdrawn', 'released']

type Draft = { project: Project; role: Role; by: Citizen; state: PledgeState }

export function* pledgeRows(
  plan: Plan,
  projects: readonly Project[],
  people: readonly Citizen[],
  texts: Texts,
): Iterable<RowOf<'pledges'>> {
  const { chance, size } = plan
  const ids = new Ids(chance)
  const [busy] = people as [Citizen]
  let made = 0
  const perhapsBusy = projects.filter(({ owner, state }) => owner !== busy && state !== 'ended')
  const busyAt = new Set(chance.pickSome(perhapsBusy, BUSY_PLEDGES))
  for (const project of projects)
    for (const draft of draftsOf(project, people, chance, busyAt.has(project) ? busy : undefined)) {
      made++
      yield rowOf(draft, draft.project.ended, plan, ids, texts)
    }
  // The rest came to nothing: most of them on a few projects that many looked at.
  for (; made < size.pledges; made++) {
    const project = chance.pickSkewed(projects, 2)
    const by = anybody(chance, people, new Set([project.owner.id]))
    yield rowOf({ project, role: chance.pick(project.roles), by, state: chance.pick(OVER) }, undefined, plan, ids, texts)
  }
}

/** One pledge a person and project, so nobody pledges twice to one role. */
function* draftsOf(project: Project, people: readonly Citizen[], chance: Chance, first: Citizen | undefined): Iterable<Draft> {
  const taken = new Set([project.owner.id])
  const somebody = (): Citizen => {
    const found = first && !taken.has(first.id) ? first : anybody(chance, people, taken)
    taken.add(found.id)
    return found
  }
  for (const role of project.roles) {
    const filled = placesFilled(project, role, chance)
    for (let place = 0; place < filled; place++) yield { project, role, by: somebody(), state: filledAs(project) }
    const isFree = filled < role.places
    if (project.state === 'open')
      for (let offer = project.isPopular ? 4 : chance.whole(0, 3) - 2; offer > 0; offer--)
        yield { project, role, by: somebody(), state: isFree ? 'offered' : 'waiting' }
  }
}

function placesFilled({ state, started, isPopular }: Project, { places, isMust }: Role, chance: Chance): number {
  if (isPopular) return places - 1
  if (state === 'open') return isMust || chance.is(0.8) ? 0 : places
  if (state === 'ready' || started) return isMust || chance.is(0.2) ? places : 0
  return 0
}

function filledAs({ state, how }: Project): PledgeState {
  if (state === 'running') return 'active'
  if (state === 'ended') return how === 'delivered' || how === 'handed over' ? 'done' : 'released'
  return 'accepted'
}

function rowOf(
  { project, role, by, state }: Draft,
  ended: Date | undefined,
  { chance, now }: Plan,
  ids: Ids,
  texts: Texts,
): RowOf<'pledges'> {
  const offered = momentFrom(project.published, chance.whole(0, 200) / 100)
  const isOver = OVER.includes(state) || state === 'done'
  // One that was released with its project had been accepted; one that was released before had not been answered.
  const isAnswered = ['accepted', 'active', 'done'].includes(state) || (state === 'released' && ended !== undefined)
  return {
    id: ids.at(offered),
    role: role.id,
    project: project.id,
    person: by.id,
    organisation: by.organisation,
    hours_a_week: role.hours,
    from_day: role.from,
    until_day: role.until,
    line: texts.line(project.topic),
    state,
    offered_at: offered,
    // The clock would free an offer whose owner is late, so those that wait are still in time.
    answer_by: isOver || isAnswered ? dayFrom(offered, ANSWER_DAYS) : dayFrom(now, chance.whole(1, ANSWER_DAYS)),
    answered_at: isAnswered ? momentFrom(offered, 1) : null,
    ended_at: isOver ? (ended ?? momentFrom(offered, 2)) : null,
    manager_by: null,
    for_organisation: false,
  }
}
