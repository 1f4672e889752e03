/** Whoever types at the same time as others loses nothing. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { mergeLines } from './merged-lines.ts'

const merged = (base: string, theirs: string, mine: string): string => mergeLines(base, theirs, mine).text

describe('lines that two people write', () => {
  it('are all there, each where its writer put it', () => {
    assert.equal(merged('a\nb\nc', 'a\nA\nb\nc', 'a\nb\nc\nC'), 'a\nA\nb\nc\nC')
    assert.equal(merged('', 'theirs', 'mine'), 'theirs\nmine')
    assert.equal(merged('a\nb\nc', 'a\nc', 'a\nb\nc\nmine'), 'a\nc\nmine')
  })
  it('are there once where both added the same, as after a second try on a bad line', () => {
    assert.equal(merged('a', 'a\nb', 'a\nb\nc'), 'a\nb\nc')
  })
  it('stand one below the other, to be looked over, where both changed the same line', () => {
    assert.deepEqual(mergeLines('a\nold\nz', 'a\ntheirs\nz', 'a\nmine\nz'), { text: 'a\ntheirs\nmine\nz', isToLookOver: true })
    assert.equal(mergeLines('a', 'a\nb', 'a\nc').isToLookOver, false)
  })

  const text = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'dd', 'e f'), { maxLength: 9 }).map((lines) => lines.join('\n'))
  const counted = (all: string): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const line of all === '' ? [] : all.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1)
    return counts
  }
  it('never lose what either added, nor what neither took out', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        const [was, their, my, is] = [base, theirs, mine, merged(base, theirs, mine)].map(counted)
        const of = (counts: Map<string, number> | undefined, line: string) => counts?.get(line) ?? 0
        for (const line of [...(their?.keys() ?? []), ...(my?.keys() ?? [])].filter((each) => each !== '')) {
          const added = Math.max(of(their, line), of(my, line)) - of(was, line)
          assert.ok(of(is, line) >= added, `"${line}" was added and is gone`)
          assert.ok(of(is, line) >= Math.min(of(their, line), of(my, line)), `"${line}" was with both and is gone`)
        }
      }),
      { numRuns: 3000 },
    )
  })
  it('are the other text where one changed nothing, and the same text whoever comes first, but for the order of what both added', () => {
    fc.assert(
      fc.property(text, text, text, (base, theirs, mine) => {
        assert.equal(merged(base, theirs, base), theirs)
        assert.equal(merged(base, base, mine), mine)
        const [one, other] = [merged(base, theirs, mine), merged(base, mine, theirs)].map((all) => all.split('\n').sort())
        assert.deepEqual(one?.length, other?.length)
      }),
    )
  })
  it('are merged in time, however long they are', () => {
    const long = (from: number) => Array.from({ length: 9000 }, (_, at) => `${from + at}`).join('\n')
    const all = merged(long(0), long(20_000), long(40_000))
    assert.ok(all.includes('20000') && all.includes('40000'))
  })
})
