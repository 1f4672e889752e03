/** The project that a brief will be, for its writer to look at. */
import type { Person } from '../people/person.ts'
import type { Brief, Project } from '../projects/project.ts'

export const previewProject = (id: string, brief: Brief, writer: Person): Project => ({
  id,
  title: brief.title,
  problem: brief.problem,
  forWhom: brief.forWhom,
  owner: { id: writer.id, name: writer.name, job: writer.job, organisationName: writer.organisation?.name ?? 'your organisation' },
  organisation: writer.organisation?.id ?? '',
  state: 'open',
  openUntil: brief.openUntil,
  isExtended: false,
  haves: brief.haves.map((have, index) => ({ id: String(index), ...have })),
  tags: brief.tags,
  others: brief.others.map((other, index) => ({ id: String(index), ...other })),
  suppliersWelcome: brief.suppliersWelcome,
  noneFits: brief.noneFits,
  roles: brief.roles.map((role, index) => ({ id: String(index), filled: 0, pledgers: [], ...role })),
})
