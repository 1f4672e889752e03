/** What came of an event as open data: work alone, without any name. Pure. */
import { sayClock } from '../events/timetable.ts'
import { isWritten, type Line, type LineKind } from './note.ts'
import type { WriteUp } from './write-up.ts'

export const LICENCE = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const

/** `address` is where our pages stand. */
export function dataOf({ event, parts }: WriteUp, address: string): object {
  const { id, title, whatFor, organisation, venue, firstDay, lastDay } = event
  return {
    licence: LICENCE.name,
    licenceAddress: LICENCE.address,
    source: `${address}/events/${id}/written-up`,
    event: { id, title, whatFor, organisation: organisation.name, venue, firstDay, lastDay },
    sessions: parts.map(({ session, note }) => ({
      ...{
        id: session.id,
        title: session.title,
        day: session.slot.day,
        from: sayClock(session.slot.starts),
        until: sayClock(session.slot.ends),
      },
      ...{ room: session.room.name, isEncore: session.isEncore, peopleWhoSaidTheyWereHere: note?.here.length ?? 0 },
      note: note?.isNone ? 'none' : note && isWritten(note) ? 'written' : 'missing',
      heard: note?.heard ?? '',
      ...{
        haves: of(note?.lines, 'have'),
        needs: of(note?.lines, 'need'),
        nextSteps: of(note?.lines, 'next step'),
        meetings: of(note?.lines, 'meeting'),
      },
      aMonthLater: note?.outcome ? { outcome: note.outcome, inWords: note.outcomeLine } : null,
    })),
  }
}

const becameOf = (became: Line['became']): string[] => became.flatMap(({ as, is }) => (is === 'over' ? [] : [is === 'project' ? is : as]))

const of = (lines: readonly Line[] | undefined, kind: LineKind): object[] =>
  (lines ?? [])
    .filter((line) => line.kind === kind)
    .map(({ what, on, takenBy, outcome, outcomeLine, became }) => ({
      what,
      ...(on ? { on } : {}),
      ...(kind === 'next step' ? { isTaken: takenBy !== undefined, outcome: outcome ?? null, inWords: outcomeLine } : {}),
      became: becameOf(became),
    }))

const HEAD = ['event', 'session', 'day', 'from', 'room', 'kind', 'text', 'date', 'outcome', 'outcome in words', 'became']

/** A row for each thing that was written, with its licence in the last. */
export function tableOf({ event, parts }: WriteUp): (string | number)[][] {
  const rows = parts.flatMap(({ session, note }) => {
    const row = (kind: string, text: string, more: readonly string[] = ['', '', '', '']) => [
      ...[event.title, session.title, session.slot.day, sayClock(session.slot.starts), session.room.name],
      ...[kind, text, ...more],
    ]
    if (note === undefined || (!note.isNone && !isWritten(note))) return [row('missing', '')]
    return [
      ...(note.isNone ? [row('none', '')] : []),
      ...(note.heard === '' ? [] : [row('heard', note.heard)]),
      ...note.lines.map(({ kind, what, on = '', outcome = '', outcomeLine, became }) =>
        row(kind, what, [on, outcome, outcomeLine, becameOf(became).join(' ')]),
      ),
      ...(note.outcome ? [row('a month later', '', ['', note.outcome, note.outcomeLine, ''])] : []),
    ]
  })
  return [HEAD, ...rows, ['licence', LICENCE.name, LICENCE.address]]
}
