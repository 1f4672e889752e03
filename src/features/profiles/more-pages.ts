/** What somebody tells of themselves beyond the first visit, on their page: as much of it as whoever looks may see. */
import { list } from '../../basics/text.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Profile, ProfileField, Relation } from '../people/profile.ts'
import { PROFESSION_WORDS, sayIntroductions, WISH_WORDS } from './detail-words.ts'
import { DAYS, type Details } from './details.ts'

export type More = { relation: Relation; profile: Profile; details: Details; areas: readonly string[] }

const KEYS = {
  profession: 'Profession',
  areas: 'Policy areas',
  interests: 'Interests',
  learning: 'Would like to learn',
  problem: 'A tricky problem',
  meeting: 'Meets people',
  times: 'Can meet',
  languages: 'Talks',
  introductions: 'Introductions',
  wishes: 'Would like to meet',
} as const satisfies Partial<Record<ProfileField, string>>

const isKey = (field: string): field is keyof typeof KEYS => field in KEYS

/** Whoever keeps it to themselves looks like whoever has said nothing. */
export function morePart(more: More, shows: (field: ProfileField) => boolean): Markup | '' {
  const said = saidIn(more)
  const rows = Object.keys(KEYS)
    .filter(isKey)
    .filter((field) => said[field] !== '' && shows(field))
    .map((field) => ({ key: KEYS[field], value: html`${said[field]}${forWhom(more, field)}` }))
  return rows.length > 0 ? html`<section aria-labelledby="more"><h2 id="more">More</h2>${summaryList({ rows })}</section>` : ''
}

function forWhom({ relation, profile }: More, field: ProfileField): Markup | '' {
  const audience = profile.seenBy[field]
  if (relation !== 'self' || audience === 'members') return ''
  return html`<span class="sub">${audience === 'matches' ? 'Only people you are introduced to see this.' : 'Only you see this.'}</span>`
}

function saidIn({ details, areas }: More): Record<keyof typeof KEYS, string> {
  const { profession, interests, learning, problem, ways, radius, languages, introductions, wishes } = details
  const far = radius === undefined ? '' : ` within ${radius} km`
  return {
    profession: profession === '' ? '' : PROFESSION_WORDS[profession],
    areas: list(areas),
    interests: list(interests),
    learning: list(learning),
    problem,
    meeting: list(ways.map((way) => (way === 'in person' ? `in person${far}` : way === 'phone' ? 'by phone' : way))),
    times: sayTimes(details),
    languages: list(languages),
    introductions: introductions === 1 ? '' : sayIntroductions(introductions),
    wishes: list(wishes.map((wish) => WISH_WORDS[wish].toLowerCase())),
  }
}

/** "Monday, Tuesday morning and Friday afternoon". */
const sayTimes = ({ halfDays }: Details): string =>
  list(
    DAYS.flatMap((day) => {
      const halves = halfDays.filter((each) => each.startsWith(day))
      return halves.length > 1 ? [day] : halves
    }),
  )
