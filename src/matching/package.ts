/** The engine for whoever has a program of their own: what `import { matchPairs } from 'appstarter/matching'` brings. docs/matching.md tells of each. */

export { type GroupTask, NEVER, WrongGroups } from './groups/group-task.ts'
export { boundOfGroups, type Grouping, groupsFor, makeGroups } from './groups/groups.ts'
export { checkCertificate } from './pairs/check-certificate.ts'
export { Cancelled, matchPairs, type PairOptions, type PairResult, type PairStep } from './pairs/match-pairs.ts'
export type { PairCertificate } from './pairs/pair-certificate.ts'
export { type PairGraph, WrongGraph } from './pairs/pair-graph.ts'
export { blockingPairs, type Placements, type PlaceTask, place, WrongPlaces } from './place.ts'
export { matchSides, type SideOptions, type SideResult } from './sides/match-sides.ts'
export type { SideCertificate } from './sides/side-certificate.ts'
export type { SideGraph } from './sides/side-graph.ts'
export type { Watch } from './watch.ts'
