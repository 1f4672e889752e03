/** The policy areas of the chapter's pack, as one ticks them: each with the areas within it. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Tag } from '../../matching/tag.ts'

export type AreaGroup = { area: Tag; within: readonly Tag[] }

/** In the order of the pack. */
export function listAreaGroups(knowledge: Knowledge): AreaGroup[] {
  const areas = [...knowledge.tags.values()].filter(({ is }) => is === 'policy area')
  const groups = areas.map((area) => ({ area, within: knowledge.tagsCalled(knowledge.tagsWithin(area.id).slice(1)) }))
  const lower = new Set(groups.flatMap(({ within }) => within.map(({ id }) => id)))
  return groups.filter(({ area }) => !lower.has(area.id))
}
