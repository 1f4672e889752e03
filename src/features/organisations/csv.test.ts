/** A list of organisations is read whole, or refused with the line and its fault. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { no, yes } from '../../basics/answer.ts'
import { SECTORS } from '../../basics/sector.ts'
import { readOrganisations } from './csv.ts'
import { domainOf } from './organisation.ts'

const HARROWMERE = { name: 'Harrowmere City Council', sector: 'local' as const, domains: ['harrowmere.example'] }

describe('a list of organisations', () => {
  it('is read line by line, with or without a line of headings', () => {
    assert.deepEqual(readOrganisations('Harrowmere City Council,local,harrowmere.example'), yes([HARROWMERE]))
    assert.deepEqual(
      readOrganisations('Name,Sector,Domains\r\n\r\nHarrowmere City Council,local,harrowmere.example\r\n'),
      yes([HARROWMERE]),
    )
  })
  it('is read as Excel saves it, with a mark at its beginning', () =>
    assert.deepEqual(
      readOrganisations('\ufeffname,sector,domains\r\nHarrowmere City Council,local,harrowmere.example\r\n'),
      yes([HARROWMERE]),
    ))
  it('may have commas in a name, many domains or none, and capitals in a domain', () =>
    assert.deepEqual(
      readOrganisations('"Bins, Parks and Trees",other public,"A.Example  b.example"\nFriends , charity ,'),
      yes([
        { name: 'Bins, Parks and Trees', sector: 'other public', domains: ['a.example', 'b.example'] },
        { name: 'Friends', sector: 'charity', domains: [] },
      ]),
    ))
  it('may have every sector', () =>
    assert.equal(readOrganisations(SECTORS.map((sector) => `The ${sector},${sector},`).join('\n')).yes, true))
  it('may be empty', () => assert.deepEqual(readOrganisations(''), yes([])))

  const FAULTS: [string, string][] = [
    ['Harrowmere', 'Line 1 must read: name,sector,domains.'],
    ['name,sector,domains\n,local,a.example', 'Line 2 must read: name,sector,domains.'],
    ['a,local,a.example\n\n"b,local,b.example', 'Line 3 must read: name,sector,domains.'],
    ['a,council,a.example', 'Line 1: "council" is not a sector we know.'],
    ['a,local,@a.example', 'Line 1: "@a.example" is not a domain.'],
    ['a,local,example', 'Line 1: "example" is not a domain.'],
    ['a,local,a.example,b.example', 'Line 1: "a.example,b.example" is not a domain.'],
    ['a,local,a.example\na,local,b.example', 'Line 2: a is listed twice.'],
    ['a,local,a.example\nb,local,A.example', 'Line 2: the domain a.example is listed twice.'],
    ['a,local,a.example a.example', 'Line 1: the domain a.example is listed twice.'],
  ]
  for (const [text, said] of FAULTS) it(`is refused: ${said}`, () => assert.deepEqual(readOrganisations(text), no(said)))
})

describe('the domain of an address', () => {
  it('is all behind the last @', () => {
    assert.equal(domainOf('ann@harrowmere.example'), 'harrowmere.example')
    assert.equal(domainOf('"ann@evil"@harrowmere.example'), 'harrowmere.example')
  })
})
