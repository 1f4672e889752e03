/** Every example of docs/matching.md is run as somebody's own program would be, and prints what stands below it. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../src/root.ts'

const text = readFileSync(inRoot('docs/matching.md'), 'utf8')
const examples = [...text.matchAll(/```js\n([^`]+)```\n\n```text\n([^`]+)```/g)].map(([, program = '', printed = '']) => ({
  program,
  printed,
}))

describe('the engine as a package', () => {
  let folder = ''
  // Inside the package, which then finds itself by its name.
  before(() => {
    folder = mkdtempSync(fileURLToPath(inRoot('build/matching-')))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('has an example of each kind', () => assert.equal(examples.length, 11))
  for (const [at, { program, printed }] of examples.entries())
    it(`does what example ${at + 1} says`, () => {
      const file = join(folder, `example-${at}.mjs`)
      writeFileSync(file, program)
      assert.equal(execFileSync(process.execPath, [file], { encoding: 'utf8' }), printed)
    })
})
