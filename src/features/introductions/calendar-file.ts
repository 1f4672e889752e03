/** Meetings as a calendar file (RFC 5545), which every calendar program opens. Pure. */

export type Meeting = {
  uid: string
  writtenAt: Date
  from: Date
  until: Date
  title: string
  about: string
  where?: string
  url: string
  isCalledOff?: boolean
}

export const calendarFile = (meeting: Meeting): string => calendarOf([meeting])

/** Lines end with CR LF, and none is longer than 75 octets: what is longer goes on after a space. */
export const calendarOf = (meetings: readonly Meeting[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Appstarter//Introductions//EN',
    'CALSCALE:GREGORIAN',
    ...(meetings.length > 0 && meetings.every(({ isCalledOff }) => isCalledOff) ? ['METHOD:CANCEL'] : []),
    ...meetings.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')

const linesOf = ({ uid, writtenAt, from, until, title, about, where, url, isCalledOff }: Meeting): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${inUtc(writtenAt)}`,
  `DTSTART:${inUtc(from)}`,
  `DTEND:${inUtc(until)}`,
  `SUMMARY:${escaped(title)}`,
  ...(where === undefined ? [] : [`LOCATION:${escaped(where)}`]),
  `DESCRIPTION:${escaped(about)}`,
  `URL:${url}`,
  // Later than the entry that it takes away.
  ...(isCalledOff ? ['STATUS:CANCELLED', 'SEQUENCE:1'] : []),
  'END:VEVENT',
]

/** 20261203T100000Z */
const inUtc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    // Nothing else that steers may stand in a line.
    .replace(/\p{Cc}/gu, ' ')

const MOST_OCTETS = 75

/** Between two letters, never inside one. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let [done, octets] = ['', 0]
  for (const letter of line) {
    const length = encoder.encode(letter).length
    if (octets + length > MOST_OCTETS) {
      done += '\r\n '
      octets = 1
    }
    done += letter
    octets += length
  }
  return done
}
