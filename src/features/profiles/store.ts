/** Remembers what people tell of themselves beyond the first visit. The only file that writes the table profiles. */
import type { Db, Tx } from '../../storage/db.ts'
import { DETAILS_AT_FIRST, type Details, type HalfDay, type Profession } from './details.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    profiles: {
      person: string
      profession: Profession | ''
      areas: string[]
      interests: string[]
      learning: string[]
      problem: string
      ways: Details['ways'][number][]
      radius: number | null
      half_days: HalfDay[]
      languages: string[]
      introductions: number
      wishes: Details['wishes'][number][]
    }
  }
}

/** Whoever has told no more stands as everybody does at first. */
export async function findDetails(db: Db, person: string): Promise<Details> {
  const row = await db.selectFrom('profiles').selectAll().where('person', '=', person).executeTakeFirst()
  if (!row) return DETAILS_AT_FIRST
  const { person: _, half_days, radius, ...others } = row
  return { ...others, halfDays: half_days, ...(radius === null ? {} : { radius }) }
}

export async function saveDetails(tx: Tx, person: string, { halfDays, radius, ...details }: Details): Promise<void> {
  const row = {
    ...{ profession: details.profession, problem: details.problem, introductions: details.introductions },
    ...{ areas: [...details.areas], interests: [...details.interests], learning: [...details.learning] },
    ...{ ways: [...details.ways], languages: [...details.languages], wishes: [...details.wishes] },
    half_days: [...halfDays],
    radius: radius ?? null,
  }
  await tx
    .insertInto('profiles')
    .values({ person, ...row })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
    .execute()
}
