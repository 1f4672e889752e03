/** What people of a nation give to projects beside time. */
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import { anybody, type Citizen } from './people.ts'
import { dayFrom, momentFrom, type Plan } from './plan.ts'
import type { Project } from './projects.ts'
import type { Texts } from './texts.ts'

const ANSWER_DAYS = 14

/** One offer for every second need. */
export function* giftRows(
  { chance, now }: Plan,
  projects: readonly Project[],
  needs: readonly (RowOf<'other_needs'> & { id: string })[],
  people: readonly Citizen[],
  texts: Texts,
): Iterable<RowOf<'gifts'>> {
  const ids = new Ids(chance)
  const byId = new Map(projects.map((project) => [project.id, project]))
  for (const { id: need, project: of } of needs) {
    const project = byId.get(String(of))
    if (!project || chance.is(0.5)) continue
    const by = anybody(chance, people, new Set([project.owner.id]))
    const offered_at = momentFrom(project.published, 1)
    const state = project.state === 'ended' ? 'given' : chance.is(0.5) ? 'accepted' : 'offered'
    yield {
      id: ids.at(offered_at),
      need,
      project: project.id,
      person: by.id,
      organisation: by.organisation,
      for_organisation: false,
      line: texts.line(project.topic),
      state,
      offered_at,
      answer_by: dayFrom(now, ANSWER_DAYS),
      answered_at: state === 'offered' ? null : momentFrom(offered_at, 1),
      ended_at: state === 'given' ? (project.ended ?? null) : null,
    }
  }
}
