/** An organiser with a spreadsheet gets meetings back, or hears what is wrong with which row. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { runCommand } from './serving.ts'

const PEOPLE = `Name,Organisation,Sector,Haves,Needs,Not with
Ann,Harrowmere,local,SQL; tea,procurement,Dee
Ben,Saltmarrow,health,procurement; law,SQL,
Cho,Harrowmere,local,law,tea,
Dee,Quillsey,charity,facilitation,law,
Eve,Quillsey,charity,,,
`

async function aFile(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'people-')), 'people.csv')
  await writeFile(file, text)
  return file
}

it('says who meets whom and why, with a third where the number is odd', async () => {
  const { code, out, said } = await runCommand(['match', 'people', await aFile(PEOPLE)])
  assert.deepEqual([code, said], [0, '5 people: 2 meetings, 0 left out.\n'])
  const lines = out.replace('\ufeff', '').split('\r\n')
  assert.match(lines[0] ?? '', /^meeting,name,organisation,meets,/)
  assert.ok(lines[1]?.startsWith('1,Ann,Harrowmere,Ben,Saltmarrow,'), out)
  assert.ok(lines[1]?.includes('Ann needs Procurement, which Ben has. Ben needs SQL, which Ann has. They work in different sectors'), out)
  assert.ok(lines[2]?.startsWith('2,Cho,Harrowmere,Dee,Quillsey,'), out)
  assert.ok(
    [lines[1], lines[2]].some((line) => line?.includes(',Eve,Quillsey,')),
    out,
  )
})

it('lists a few for each, who choose themselves', async () => {
  const { out, said } = await runCommand(['match', 'people', '--lists', await aFile(PEOPLE)])
  assert.equal(said, '5 people: 14 suggestions, fewer than 3 for 1.\n')
  assert.match(out, /\r\nBen,Saltmarrow,Ann,Harrowmere,"Ben needs SQL, which Ann has\. Ann needs Procurement, which Ben has\./)
})

it('names every row that is wrong, and matches nobody then', async () => {
  const { code, out, said } = await runCommand(['match', 'people', await aFile('name,within,met\nAnn,far,Zoe\nann,,\n')])
  assert.deepEqual([code, out], [1, ''])
  assert.equal(
    said,
    'Line 2: "far" in the column "within" is not a number.\nLine 2: "Zoe" in the column "met" is nobody in this file.\nLine 3: ann stands in line 2 already. Give each a name of their own.\n',
  )
})
