/** The packs that we ship are sound, and a pack that is not says where. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { Vocabulary } from '../matching/vocabulary.ts'
import { inRoot } from '../root.ts'
import { sayPackFault } from './pack.ts'
import { readPack } from './read.ts'

const UK = fileURLToPath(inRoot('packs/uk'))
const { pack, faults } = await readPack(UK)

describe('the UK pack', () => {
  it('has no fault', () => assert.deepEqual(faults.map(sayPackFault), []))
  it('holds a country', () => {
    const { organisations, places, publicServices, policyAreas, skills } = pack
    assert.ok(
      organisations.length > 800 && places.size > 2800 && publicServices.length > 100 && policyAreas.length > 200 && skills.length >= 400,
    )
  })
  it('knows the domains that serve two councils', () => assert.equal(pack.sharedDomains.get('adur-worthing.gov.uk')?.length, 2))
})

describe('the skills of the UK pack', () => {
  const vocabulary = new Vocabulary(pack.skills)
  const rows = parse(readFileSync(inRoot('tests/skill-phrases.csv'), 'utf8'), { columns: true }) as {
    phrase: string
    means: string
    never: string
  }[]
  const ids = (cell: string) => cell.split(' ').filter(Boolean)
  const phrases = rows.map(({ phrase, means, never }) => ({
    phrase,
    means: ids(means),
    never: ids(never),
    read: vocabulary.recognise(phrase),
  }))

  it('are recognised in 95 of 100 phrases as people write them', () => {
    const meant = phrases.filter(({ means }) => means.length > 0)
    // Flask says Python too: what stands above a skill that was read has been understood.
    const missed = meant.filter(({ means, read }) => means.some((id) => !read.flatMap((each) => vocabulary.lineOf(each)).includes(id)))
    assert.ok(meant.length >= 150 && missed.length <= meant.length * 0.05, `Missed: ${missed.map(({ phrase }) => phrase).join(' | ')}`)
  })
  it('are hardly ever read where they are not meant', () => {
    const wrong = phrases.filter(({ never, read }) => never.some((id) => read.includes(id)))
    assert.deepEqual(
      wrong.map(({ phrase }) => phrase),
      ['three power points in the hall', 'my email ends in .net'],
    )
  })
})

describe('a pack with faults', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  after(() => rmSync(folder, { recursive: true }))
  const broken = async (file: string, change: (text: string) => string): Promise<string[]> => {
    cpSync(UK, folder, { recursive: true })
    writeFileSync(join(folder, file), change(readFileSync(join(UK, file), 'utf8')))
    return (await readPack(folder)).faults.map(sayPackFault)
  }
  const says = (what: string, file: string, change: (text: string) => string, ...said: string[]) =>
    it(`says ${what}`, async () => assert.deepEqual(await broken(file, change), said))

  says(
    'which column is missing',
    'skills.csv',
    (text) => text.replace('id,name', 'name'),
    'skills.csv, line 1: The columns must be id,name,kind,broader,synonyms.',
  )
  says(
    'which line has too few cells',
    'places.csv',
    (text) => text.replace('AB11,57.14,-2.09', 'AB11,57.14'),
    'places.csv, line 3: There are 2 cells, not 3.',
  )
  says(
    'which quotation mark is open',
    'places.csv',
    (text) => text.replace('AB11,', '"AB11,'),
    'places.csv, line 2857: The quotation marks do not match.',
  )
  says(
    'what is not a position',
    'places.csv',
    (text) => text.replace('AB11,57.14', 'AB11,157.14'),
    'places.csv, line 3: "157.14, -2.09" is not a position.',
  )
  says('what stands twice', 'places.csv', (text) => text.replace('AB11,', 'AB10,'), 'places.csv, line 3: "AB10" stands in line 2 already.')
  says(
    'what is above itself',
    'skills.csv',
    (text) =>
      text.replace('accessibility,Accessibility,skill,user-centred-design,', 'accessibility,Accessibility,skill,accessibility-auditing,'),
    'skills.csv, line 3: "accessibility" stands above itself.',
    'skills.csv, line 4: "accessibility-auditing" stands above itself.',
  )
  says(
    'which synonym is taken',
    'skills.csv',
    (text) => `${text}zzz,Zzz,skill,,Accessibility\n`,
    'skills.csv, line 827: "Accessibility" means "accessibility" already.',
  )
  says(
    'what is no sector',
    'email-suffixes.csv',
    (text) => text.replace('cjsm.net,justice', 'cjsm.net,court'),
    'email-suffixes.csv, line 3: "court" is not a sector.',
  )
  says('what is missing', 'pack.json', (text) => text.replace('"United Kingdom"', '""'), 'pack.json, line 1: "name" is missing.')
})
