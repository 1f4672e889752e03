/** Handing a project to another owner: somebody is asked, and says yes or no. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Person, Somebody } from '../people/person.ts'
import { hasAllItNeeds, isFilled, type Pledger, type Project } from '../projects/project.ts'

/** Over: the project ended before there was an answer. */
export type HandoverState = 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'over'
export type Handover = {
  id: string
  project: string
  title: string
  owner: Somebody
  /** Nobody, when the address that was typed belongs to no member. */
  person?: string
  /** Of somebody chosen among those who take part; who has an address stays unsaid. */
  name?: Somebody
  askedBy: string
  state: HandoverState
  answerBy: Day
}

/** Those among whom an owner can choose: who takes part, each once. */
export function candidates(project: Project): Pledger[] {
  const found = new Map(project.roles.flatMap((role) => role.pledgers.map((pledger) => [pledger.id, pledger] as const)))
  found.delete(project.owner.id)
  return [...found.values()]
}

export type AskRefusal = 'not the owner' | 'ended' | 'waiting already' | 'nobody named' | 'owner already'

/** An owner for their own project; a broker when its owner belongs to no organisation any more. */
export function mayAskOwner(project: Project, by: Viewer): Answer<true, 'not the owner' | 'ended' | 'waiting already'> {
  if (by.person !== project.owner.id && !(by.broker && project.isOwnerGone)) return no('not the owner')
  if (project.state === 'ended') return no('ended')
  return project.handover ? no('waiting already') : yes(true)
}

/** Only a member can be asked; to whoever asks by an address, it looks the same when there is none. */
export function askOwner(
  project: Project,
  by: Viewer,
  whom: { chosen: string } | { member: Person | undefined },
): Answer<{ person: string | undefined; byAddress: boolean }, AskRefusal> {
  const may = mayAskOwner(project, by)
  if (!may.yes) return may
  if ('chosen' in whom) {
    const chosen = candidates(project).find((each) => each.id === whom.chosen)
    return chosen ? yes({ person: chosen.id, byAddress: false }) : no('nobody named')
  }
  if (whom.member?.id === project.owner.id) return no('owner already')
  return yes({ person: whom.member?.organisation ? whom.member.id : undefined, byAddress: true })
}

export type TakeOverRefusal = 'not asked' | 'answered before' | 'ended meanwhile' | 'no organisation' | 'nobody from outside'

/** The project as it is with another owner: an owner's own promises never count. */
const withOwner = (project: Project, person: string, organisation: string): Project => ({
  ...project,
  organisation,
  roles: project.roles.map((role) => {
    const pledgers = role.pledgers.filter((pledger) => pledger.id !== person)
    return { ...role, pledgers, filled: pledgers.length }
  }),
})

/** Nobody takes over what would then wait for another organisation with no place free for one. */
export function takeOver(project: Project, handover: Handover, by: Viewer): Answer<{ organisation: string }, TakeOverRefusal> {
  const may = mayAnswerHandover(handover, by.person)
  if (!may.yes) return may
  if (project.state === 'ended') return no('ended meanwhile')
  if (by.organisation === undefined) return no('no organisation')
  const after = withOwner(project, by.person, by.organisation)
  const isStuck = project.state !== 'running' && !hasAllItNeeds(after) && after.roles.every(isFilled)
  return isStuck ? no('nobody from outside') : yes({ organisation: by.organisation })
}

export function mayAnswerHandover(handover: Handover, by: string): Answer<true, 'not asked' | 'answered before'> {
  if (handover.person !== by) return no('not asked')
  return handover.state === 'waiting' ? yes(true) : no('answered before')
}

export type HandoverReopenRefusal = 'not asked' | 'changed meanwhile'

/** Whoever said no takes it back, while the project lives and nobody else has been asked. */
export function reopenHandoverOf(project: Project, handover: Handover, by: string): Answer<true, HandoverReopenRefusal> {
  if (handover.person !== by) return no('not asked')
  const isFree = project.state !== 'ended' && project.handover === undefined
  return handover.state === 'declined' && isFree ? yes(true) : no('changed meanwhile')
}

/** Whoever asked may take it back, and so may the owner. */
export function withdrawHandover(handover: Handover, by: string): Answer<true, 'not asked' | 'answered before'> {
  if (by !== handover.askedBy && by !== handover.owner.id) return no('not asked')
  return handover.state === 'waiting' ? yes(true) : no('answered before')
}

export const hasTakenOver = (handover: Handover, by: string): boolean => handover.person === by && handover.state === 'accepted'

/** Who was asked, who asked, and who looks after both. */
export const concerns = ({ person, askedBy, owner }: Handover, viewer: Viewer): boolean =>
  [person, askedBy, owner.id].includes(viewer.person) || viewer.broker
