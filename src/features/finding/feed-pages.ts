/** The feed of open briefs, in Atom (RFC 4287). */
import { sayDay } from '../../basics/day.ts'
import { list } from '../../basics/text.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { html, type Markup, raw } from '../../web/markup.ts'
import type { FeedBrief } from './feed.ts'

export type Feed = { chapter: string; origin: string; briefs: readonly FeedBrief[]; emptySince: Date }

/** No character may stand in XML that is none (section 2.2 of XML 1.0). */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

export function atomFeed({ chapter, origin, briefs, emptySince }: Feed, knowledge: Knowledge): string {
  const changed = briefs.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), briefs[0]?.changedAt ?? emptySince)
  const feed = html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<title>${chapter}: open briefs</title>
<subtitle>Projects for public service that look for people who join</subtitle>
<id>${origin}/feed.atom</id>
<link rel="self" type="application/atom+xml" href="${origin}/feed.atom"/>
<link rel="alternate" type="text/html" href="${origin}/projects"/>
<updated>${changed.toISOString()}</updated>
<author><name>${chapter}</name></author>
${briefs.map((brief) => entry(brief, origin, knowledge))}</feed>
`
  return String(feed).replace(NO_CHARACTER, '')
}

const entry = (brief: FeedBrief, origin: string, knowledge: Knowledge): Markup => html`<entry>
<title>${brief.title}</title>
<id>${origin}/projects/${brief.id}</id>
<link rel="alternate" type="text/html" href="${origin}/projects/${brief.id}"/>
<published>${brief.publishedAt.toISOString()}</published>
<updated>${brief.changedAt.toISOString()}</updated>
<author><name>${brief.organisationName}</name></author>
${knowledge.tagsCalled(brief.tags).map(({ id, name }) => html`<category term="${id}" label="${name}"/>`)}
<summary>${brief.problem}

${brief.needs.length > 0 ? `Needs ${list(brief.needs)}. ` : ''}Open for pledges until ${sayDay(brief.openUntil)}.</summary>
</entry>
`
