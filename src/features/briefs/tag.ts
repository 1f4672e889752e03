/** Tags of a brief: suggested from its words, confirmed by its writer. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Tag, TagId } from '../../matching/tag.ts'
import type { TypedBrief } from './brief.ts'

/** Those that are ticked stay, whatever is suggested next. */
export type TagChoice = { ticked: readonly Tag[]; suggested: readonly Tag[] }

const MOST_SUGGESTED = 5

/** Undefined where the chapter's pack knows of nothing that a brief could be about. */
export const choiceFor = (knowledge: Knowledge, { title, problem, tags }: TypedBrief): TagChoice | undefined =>
  knowledge.tags.size === 0
    ? undefined
    : { ticked: knowledge.tagsCalled(tags), suggested: knowledge.suggestTags(title, problem, MOST_SUGGESTED) }

/** Those that the pack does not know are dropped. */
export const knownTags = (knowledge: Knowledge, ids: readonly TagId[]): TagId[] => knowledge.tagsCalled(ids).map(({ id }) => id)
