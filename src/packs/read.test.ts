/** The packs that we ship are sound, and a pack that is not says where. */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { addDays, type Day, weekdayOf } from '../basics/day.ts'
import { isWorkingDay, WEEKEND, workingDayFrom } from '../basics/working-day.ts'
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
  it('knows the bank holidays of England as they are worked out', () => {
    assert.deepEqual(
      pack.holidays.map(({ day }) => day),
      [2026, 2027, 2028, 2029, 2030].flatMap(bankHolidays),
    )
  })
  it('knows the domains that serve two councils', () => assert.equal(pack.sharedDomains.get('adur-worthing.gov.uk')?.length, 2))
})

/** By the rules of the Banking and Financial Dealings Act 1971: who falls on a weekend moves to the next weekday that is still free. */
function bankHolidays(year: number): Day[] {
  const monday = (from: Day, step: 1 | -1): Day => (weekdayOf(from) === 'Monday' ? from : monday(addDays(from, step), step))
  const free = new Set([addDays(easter(year), -2), addDays(easter(year), 1), monday(`${year}-05-01`, 1)])
  for (const last of [`${year}-05-31`, `${year}-08-31`]) free.add(monday(last, -1))
  const fixed = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]
  for (const day of fixed) if (isWorkingDay(day, { weekend: WEEKEND, holidays: free })) free.add(day)
  for (const day of fixed) if (!free.has(day)) free.add(workingDayFrom(day, { weekend: WEEKEND, holidays: free }))
  return [...free].sort()
}

/** Meeus, Astronomical Algorithms, chapter 8. */
function easter(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return addDays(`${year}-03-22`, h + l - 7 * m)
}

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
  says(
    'what is no day',
    'holidays.csv',
    (text) => text.replace('2026-12-25,Christmas Day', '2026-12-35,'),
    'holidays.csv, line 8: "2026-12-35" is not a day like 2026-12-25.',
    'holidays.csv, line 8: The name is missing.',
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
