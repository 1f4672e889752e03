/** By what projects are found: the words of their roles, and the skills of the vocabulary that these mean; as the product's clock would have read them. */
import { Knowledge } from '../../src/matching/knowledge.ts'
import type { Pack } from '../../src/packs/pack.ts'
import { type Db, sql } from '../../src/storage/db.ts'
import type { RowOf } from './bulk.ts'
import type { Project } from './projects.ts'

export function findingRows(pack: Pack, projects: readonly Project[]): { terms: RowOf<'role_terms'>[]; read: RowOf<'roles_read'>[] } {
  const knowledge = new Knowledge(pack)
  const known = new Map<string, readonly string[]>()
  const termsIn = (skill: string): readonly string[] => {
    const terms = known.get(skill) ?? knowledge.termsIn(skill)
    known.set(skill, terms)
    return terms
  }
  const roles = projects.flatMap((project) => project.roles.map((role) => ({ ...role, project: project.id })))
  return {
    terms: roles.flatMap(({ id, project, skill }) => termsIn(skill).map((term) => ({ role: id, project, term }))),
    read: roles.map(({ id }) => ({ role: id, vocabulary: knowledge.edition })),
  }
}

/** The skills of its roles, which a project is found by beside its own words. */
export async function nameSkills(db: Db): Promise<void> {
  await sql`update projects p set skills = coalesce((select string_agg(r.skill, '. ' order by r.id) from roles r where r.project = p.id), '')`.execute(
    db,
  )
}
