/** By what the peer's list can be narrowed down: the same groups as on our page, the commonest values first. */

import type { Facet } from '../../src/features/finding/search.ts'
import { SECTOR_NAMES } from '../../src/features/members/words.ts'
import type { Named } from './list.ts'

const MOST_LINKS = 8
const SHOWN = [
  { key: 'open', text: 'Open for pledges', states: ['open'] },
  { key: 'running', text: 'Ready or running', states: ['ready', 'running'] },
  { key: 'ended', text: 'Ended, with lessons', states: ['ended'] },
  { key: 'all', text: 'All', states: ['open', 'ready', 'running', 'ended'] },
]

type Link = { href: string; text: string; count?: string }

export function filtersOf(facets: readonly Facet[]) {
  return SHOWN.map(({ key, text, states }) => ({
    href: `/projects?show=${key}`,
    isCurrent: key === 'open',
    text,
    count: countIn(facets, states),
  }))
}

const countIn = (facets: readonly Facet[], states: readonly string[]): string =>
  facets
    .reduce((sum, { kind, value, count }) => sum + (kind === 'state' && states.includes(value) ? Number(count) : 0), 0)
    .toLocaleString('en-GB')

export function groupsOf(facets: readonly Facet[], names: Readonly<Record<string, Named>>): { title: string; links: Link[] }[] {
  const group = (title: string, found: readonly Facet[], key: string, isCounted: boolean, say: (value: string) => string) => ({
    title,
    links: [...found]
      .sort((a, b) => Number(b.count) - Number(a.count) || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_LINKS)
      .map(({ value, count }) => ({
        href: `/projects?${new URLSearchParams([[key, value]])}`,
        text: say(value),
        ...(isCounted ? { count: Number(count).toLocaleString('en-GB') } : {}),
      })),
  })
  const named = (kind: Facet['kind'], key: Named['group']) =>
    facets.filter((facet) => facet.kind === kind && names[facet.value]?.group === key)
  const of = (kind: Facet['kind']) => facets.filter((facet) => facet.kind === kind)
  const nameOf = (value: string): string => names[value]?.name ?? value
  return [
    group('Skill', named('skill', 'skill'), 'skill', false, nameOf),
    group('Public service', named('tag', 'service'), 'service', false, nameOf),
    group('Policy area', named('tag', 'area'), 'area', false, nameOf),
    group('Sector', of('sector'), 'sector', true, (value) => SECTOR_NAMES[value as keyof typeof SECTOR_NAMES]),
    group('Region', of('region'), 'region', true, (value) => value),
  ]
}
