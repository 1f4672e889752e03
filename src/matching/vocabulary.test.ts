/** What people type, and the skills that are read in it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CLOSENESS, Neighbourhood } from './closeness.ts'
import { type Term, Vocabulary } from './vocabulary.ts'

const aTerm = (id: string, name: string, more: Partial<Term> = {}): Term => ({
  id,
  name,
  kind: 'skill',
  broader: [],
  synonyms: [],
  ...more,
})

const VOCABULARY = new Vocabulary([
  aTerm('design', 'Design'),
  aTerm('service-design', 'Service design', { broader: ['design'] }),
  aTerm('databases', 'Databases', { synonyms: ['database development'] }),
  aTerm('postgresql', 'PostgreSQL', { broader: ['databases'], synonyms: ['Postgres'] }),
  aTerm('mysql', 'MySQL', { broader: ['databases'] }),
  aTerm('java', 'Java'),
  aTerm('javascript', 'JavaScript', { synonyms: ['JS'] }),
  aTerm('c', 'C', { synonyms: ['=C'] }),
  aTerm('c-sharp', 'C#'),
  aTerm('r', 'R', { synonyms: ['=R', 'R programming'] }),
  aTerm('go', 'Go', { synonyms: ['=Go', 'golang'] }),
  aTerm('dot-net', '.NET', { synonyms: ['dotnet'] }),
  aTerm('access', 'Microsoft Access', { synonyms: ['=Access'] }),
  aTerm('leadership', 'Leadership'),
  aTerm('french', 'French', { synonyms: ['!French polishing'] }),
  aTerm('safeguarding', 'Safeguarding'),
  aTerm('data-analysis', 'Data analysis'),
])
const reads = (text: string, ...terms: string[]) =>
  it(`reads "${text}" as ${terms.join(', ') || 'nothing'}`, () => assert.deepEqual(VOCABULARY.recognise(text), terms))

describe('a vocabulary', () => {
  reads('Java developer', 'java')
  reads('JavaScript developer', 'javascript')
  reads('C# and .NET', 'c-sharp', 'dot-net')
  reads('C, C# and R', 'c', 'c-sharp', 'r')
  reads('R programming', 'r')
  reads('vitamin C')
  reads('R & D')
  reads('let us go live')
  reads('Go to the library')
  reads('Go', 'go')
  reads('golang', 'go')
  reads('Access to Work')
  reads('an old Access database', 'access', 'databases')
  reads('lead time')
  reads('leadership', 'leadership')
  reads('senior service designer', 'service-design')
  reads('by design', 'design')
  reads('designing services', 'design')
  reads('design of services', 'service-design')
  reads('analysis of data', 'data-analysis')
  reads('POSTGRES DEVELOPERS', 'postgresql')
  reads('safegaurding', 'safeguarding')
  reads('javscript', 'javascript')
  reads('French polishing')
  reads('speaks French', 'french')
  reads('')
})

describe('how close two skills are', () => {
  const near = new Neighbourhood(VOCABULARY)
  const closeness = (need: string, have: string) => near.of(need).find(({ term }) => term === have)?.closeness ?? 0
  it('is greatest for the same', () => assert.equal(closeness('postgresql', 'postgresql'), CLOSENESS.same))
  it('is great for a special kind of what is needed', () => assert.equal(closeness('databases', 'postgresql'), CLOSENESS.narrower))
  it('is less for the general kind of it', () => assert.equal(closeness('postgresql', 'databases'), CLOSENESS.broader))
  it('is least for another kind of the same', () => assert.equal(closeness('postgresql', 'mysql'), CLOSENESS.sibling))
  it('is nothing for strangers', () => assert.equal(closeness('java', 'javascript'), 0))
})
