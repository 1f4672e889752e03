/** Why two should meet: facts that are true of both, seen from one side. Pure. */
import { tieOf } from '../../matching/tie.ts'
import type { Why } from '../suggestions/why.ts'

export type { Why }

const OTHER_SIDE: Record<Why['is'], Why['is']> = {
  ...{ has: 'needs', needs: 'has', teaches: 'learns', learns: 'teaches' },
  ...{ shares: 'shares', near: 'near', sectors: 'sectors', organisations: 'organisations' },
}

/** The same reason, as the other one reads it. */
export const turned = ({ is, mine, theirs }: Why): Why => ({ is: OTHER_SIDE[is], mine: theirs, theirs: mine })

/** What the two talk of first: one of a few, the same for both, by chance that everybody can repeat. */
export const chosenOf = <T>(all: readonly T[], one: string, other: string): T | undefined => all[tieOf(1, one, other) % all.length]
