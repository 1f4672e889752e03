/** How long the index of skills takes among 100,000 people with ten skills each, of the UK pack, popular ones far more often than rare ones. */
import { fileURLToPath } from 'node:url'
import { Neighbourhood } from '../src/matching/closeness.ts'
import { TermIndex } from '../src/matching/term-index.ts'
import { Vocabulary } from '../src/matching/vocabulary.ts'
import { readPack } from '../src/packs/read.ts'
import { inRoot } from '../src/root.ts'
import { Chance } from './chance.ts'

const [PEOPLE, SKILLS, QUESTIONS, NEEDS, BEST] = [100_000, 10, 500, 5, 10]
/** 1 would be every skill as often as any other; at 3 the commonest tenth is half of all. */
const SKEW = 3

const chance = new Chance(20261121)
const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))
const common = chance.shuffled(pack.skills.map(({ id }) => id))
const some = (many: number): string[] => Array.from({ length: many }, () => chance.pickSkewed(common, SKEW))

const index = new TermIndex(new Neighbourhood(new Vocabulary(pack.skills)))
const began = performance.now()
for (let person = 0; person < PEOPLE; person++) index.put(`person-${String(person).padStart(6, '0')}`, some(SKILLS))
console.log(`built in ${Math.round(performance.now() - began)} ms`)

const times = Array.from({ length: QUESTIONS }, () => {
  const needs = some(NEEDS)
  const asked = performance.now()
  index.best(needs, BEST)
  return performance.now() - asked
}).sort((a, b) => a - b)
const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
console.log(`${QUESTIONS} questions with ${NEEDS} needs: p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(0.999)}`)
