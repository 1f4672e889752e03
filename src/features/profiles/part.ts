/** What somebody takes part in: projects that they started, and pledges that fill a place or were kept to the end. */
import { fillsPlace, type Pledge } from '../pledges/pledge.ts'
import type { ProjectLine } from '../projects/project-line.ts'

export type Part = { is: 'started'; project: ProjectLine } | { is: 'pledged'; pledge: Pledge }

/** What goes on, and what is over; the newest first. Offers, and what was declined or given back, are between two people. */
export function partsOf(projects: readonly ProjectLine[], pledges: readonly Pledge[]): { now: Part[]; before: Part[] } {
  const parts: Part[] = [
    ...projects.map((project): Part => ({ is: 'started', project })),
    ...pledges.filter((pledge) => fillsPlace(pledge) || pledge.state === 'done').map((pledge): Part => ({ is: 'pledged', pledge })),
  ].sort((a, b) => idOf(b).localeCompare(idOf(a)))
  return { now: parts.filter((part) => !isOver(part)), before: parts.filter(isOver) }
}

const idOf = (part: Part): string => (part.is === 'started' ? part.project.id : part.pledge.id)
const isOver = (part: Part): boolean => (part.is === 'started' ? part.project.state === 'ended' : part.pledge.state === 'done')
