/** What became of all projects, in the numbers that matter. */
import { type How, isDone, type State } from '../projects/project.ts'

/** `met`: introductions after which the two have met. */
export type Outcomes = { delivered: number; lessons: number; living: number; met: number }

/** A project that has not been reached or was merged left nothing to learn from. */
export function outcomesOf(counted: readonly { state: State; how: How | null; count: number }[], met = 0): Outcomes {
  const sum = (keep: (each: { state: State; how: How | null }) => boolean) =>
    counted.reduce((all, each) => (keep(each) ? all + each.count : all), 0)
  return {
    met,
    delivered: sum(({ how }) => how !== null && isDone(how)),
    lessons: sum(({ how }) => how === 'stopped'),
    living: sum(({ state }) => state === 'ready' || state === 'running'),
  }
}

const MOST_DISCS = 24

/** One disc a project; in a large chapter a disc is several, and the least of each kind is one. */
export function discsOf({ delivered, lessons }: Pick<Outcomes, 'delivered' | 'lessons'>): { filled: number; half: number; each: number } {
  const each = Math.max(1, Math.ceil((delivered + lessons) / MOST_DISCS))
  return { filled: Math.ceil(delivered / each), half: Math.ceil(lessons / each), each }
}
