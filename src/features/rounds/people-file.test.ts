/** A spreadsheet as an organiser sends it: what each row says, and what is wrong with it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Knowledge } from '../../matching/knowledge.ts'
import { readPeople } from './people-file.ts'

const SKILLS = [
  { id: 'sql', name: 'SQL', kind: 'tool', broader: [], synonyms: [] },
  { id: 'law', name: 'Law', kind: 'knowledge', broader: [], synonyms: ['lawyer'] },
] as const
const KNOWN = new Knowledge({ skills: SKILLS, publicServices: [], policyAreas: [], places: new Map([['LS1', { lat: 53.8, lon: -1.5 }]]) })
const rowsOf = (...lines: string[]) => lines.map((line, at) => ({ line: at + 1, cells: line.split(',') }))
const read = (...lines: string[]) => readPeople(rowsOf(...lines), KNOWN)

describe('a spreadsheet of people', () => {
  it('is read by the names of its columns, in any order and writing', () => {
    const { file, faults } = read('Needs,NAME,Has,Where,within km,how', 'lawyer; tea,Ann  Example,SQL (expert),ls1 4ab,20 km,Online;phone')
    assert.deepEqual(faults, [])
    const [ann] = file.people
    assert.deepEqual([ann?.id, ann?.name, ann?.radius, ann?.ways], ['ann example', 'Ann  Example', 20, ['online', 'phone']])
    assert.deepEqual([ann?.haves, ann?.needs], [[{ term: 'sql', level: 3 }], [{ term: 'law' }, { term: 'said tea' }]])
    assert.deepEqual([ann?.position, file.words.get('said tea')], [{ lat: 53.8, lon: -1.5 }, 'tea'])
  })
  it('says who is not put together, in both directions', () => {
    const { file } = read('name,not with,met', 'Ann,,', 'Ben,ann,', 'Cho,,Ann; Ben')
    assert.deepEqual(
      [file.between.blocked('ann', 'ben'), file.between.blocked('ben', 'ann'), file.between.blocked('ann', 'cho')],
      [true, true, false],
    )
    assert.deepEqual([file.between.metLately('ann', 'cho'), file.between.metLately('cho', 'ben')], [true, true])
  })
  it('names every fault with its line', () => {
    const { faults } = read('name,where,within,how,met', 'Ann,Atlantis,far,by owl,Zoe', ',,,,', 'ann,,,,')
    assert.deepEqual(
      faults.map(({ line, why }) => `${line} ${why}`),
      [
        '2 "Atlantis" is no postcode district that we know, such as LS1.',
        '2 "far" in the column "within" is not a number.',
        '2 "by owl" in the column "how" is none of in person, online and phone.',
        '2 "Zoe" in the column "met" is nobody in this file.',
        '3 The name is missing.',
        '4 ann stands in line 2 already. Give each a name of their own.',
      ],
    )
  })
  it('asks for a column of names', () => {
    assert.match(read('who knows,x', 'Ann,1').faults[0]?.why ?? '', /one of them must be "name"/)
    assert.equal(read().faults.length, 1)
  })
})
