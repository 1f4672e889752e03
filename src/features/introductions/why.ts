/** Why two should meet: facts that are true of both, seen from one side. Pure. */
import { tieOf } from '../../matching/tie.ts'

/** `mine` is what the reader has or needs, `theirs` what the other has or needs; of sectors and organisations, which. */
export type Why = { is: 'has' | 'needs' | 'sectors' | 'organisations'; mine: string; theirs: string }

const OTHER_SIDE: Record<Why['is'], Why['is']> = { has: 'needs', needs: 'has', sectors: 'sectors', organisations: 'organisations' }

/** The same reason, as the other one reads it. */
export const turned = ({ is, mine, theirs }: Why): Why => ({ is: OTHER_SIDE[is], mine: theirs, theirs: mine })

/** What the two talk of first: one of a few, the same for both, by chance that everybody can repeat. */
export const chosenOf = <T>(all: readonly T[], one: string, other: string): T | undefined => all[tieOf(1, one, other) % all.length]
