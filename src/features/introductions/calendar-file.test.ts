/** A calendar file is read back as every calendar program would: lines unfolded, signs put back. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { assert as hold, property, string } from 'fast-check'
import { calendarFile, type Meeting } from './calendar-file.ts'

const MEETING: Meeting = {
  uid: '01kaa8mvr00001abcdefghjkmn-2@appstarter.example',
  writtenAt: new Date('2026-11-23T10:00:00.123Z'),
  from: new Date('2026-11-25T10:00:00Z'),
  until: new Date('2026-11-25T10:30:00Z'),
  title: 'Talk with Ann; nurse, Tarnbeck',
  about: `First line\nSecond line with a backslash \\ and ${'ü'.repeat(80)}`,
  url: 'https://appstarter.example/introductions/01kaa8mvr00001abcdefghjkmn',
}

/** By RFC 5545, sections 3.1 and 3.3.11. */
function parse(file: string): Map<string, string> {
  assert.ok(file.endsWith('\r\n'))
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/)
  for (const line of file.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line)
  const lines = file.replace(/\r\n /g, '').trimEnd().split('\r\n')
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at), line.slice(at + 1).replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))]
    }),
  )
}

it('says everything that a calendar needs', () => {
  const read = parse(calendarFile(MEETING))
  assert.deepEqual(
    ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'URL', 'VERSION'].map((name) => read.get(name)),
    [MEETING.uid, '20261123T100000Z', '20261125T100000Z', '20261125T103000Z', MEETING.title, MEETING.about, MEETING.url, '2.0'],
  )
})

it('keeps whatever people are called, and nothing of it becomes a line of its own', () =>
  hold(
    property(string({ unit: 'binary' }), (title) => {
      const file = calendarFile({ ...MEETING, title, about: title })
      const read = parse(file)
      const kept = title.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
      assert.deepEqual([read.get('SUMMARY'), read.get('DESCRIPTION')], [kept, kept])
      assert.equal(file.match(/^BEGIN:VEVENT/gm)?.length, 1)
    }),
    { numRuns: 30 },
  ))
