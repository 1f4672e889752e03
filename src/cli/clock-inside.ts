/** Shows what is due, and moves the clock where people move it by hand. */
import { planRoutine } from '../app.ts'
import type { Backstage } from '../backstage.ts'
import { dayIn, momentAt, sayMoment, sayTime, weekdayOf } from '../basics/day.ts'
import type { MoveRefusal, Step } from '../clock/clock.ts'
import { readSpan, readWhen } from '../clock/when.ts'
import type { Said, Words } from '../control.ts'
import { type Count, countDue, listDue, listStuck, type Waiting } from '../storage/due-list.ts'
import { Refused, WrongUse } from './command.ts'

const NEXT = 20

export async function clockInside(backstage: Backstage, words: Words, say: (said: Said) => void): Promise<void> {
  const to = readTarget(backstage, words)
  await (to ? move(backstage, to, say) : show(backstage, say))
}

function readTarget({ chapter, now }: Backstage, { set, advance }: Words): Date | undefined {
  if (typeof set === 'string') {
    const to = readWhen(set, chapter.zone)
    if (!to) throw new WrongUse(`--set needs a time like 2026-12-01T09:00, not "${set}".`)
    return to
  }
  if (typeof advance !== 'string') return undefined
  const to = readSpan(advance, chapter.zone, now())
  if (!to) throw new WrongUse(`--advance needs a span like 14d, 36h, 90m or 2w, not "${advance}".`)
  return to
}

async function move({ storage, chapter, hand, carrier, clock, now, runs }: Backstage, to: Date, say: (said: Said) => void): Promise<void> {
  const sum = { ran: 0, failed: 0 }
  // What comes back every day has begun where a server runs.
  if (hand && !runs) await planRoutine(storage.db, now(), carrier)
  const answer = await clock.move(to, (step) => {
    sum.ran += step.done
    sum.failed += step.failed
    say({ text: sayStep(chapter.zone, step), facts: { ran: step } })
  })
  if (!answer.yes) throw new Refused(REFUSALS[answer.why](said(chapter.zone, now())))
  const failed = sum.failed === 0 ? '' : ` ${sum.failed} failed, and will be tried again.`
  say({ text: `${sum.ran} ran.${failed} It is ${said(chapter.zone, to)}.`, facts: { now: to, ...sum } })
}

const REFUSALS: Record<MoveRefusal, (now: string) => string> = {
  'runs by itself': () =>
    "The clock here is the machine's. To move it by hand, for a demo, a training or a test, set APPSTARTER_CLOCK=manual.",
  'is later already': (now) => `It is ${now} here already, and a clock never goes back.`,
  'is moved by another': (now) => `Somebody else is moving this clock; it is ${now}. Ask again when they are done.`,
  'is stopped': (now) => `The server stopped on the way. It is ${now}.`,
}

async function show({ storage, chapter, hand, now, kinds }: Backstage, say: (said: Said) => void): Promise<void> {
  await hand?.look()
  const at = now()
  const { zone } = chapter
  const [next, counts, stuck] = [await listDue(storage.db, NEXT), await countDue(storage.db, at), await listStuck(storage.db)]
  const text = [
    `It is ${said(zone, at)} (${zone}), by ${hand ? 'a clock that is moved by hand' : "the machine's clock"}.`,
    ...(next.length === 0 ? ['', 'Nothing is due.'] : ['', 'Next', ...next.map((work) => sayWaiting(zone, work))]),
    ...(counts.length === 0 ? [] : ['', 'All', ...counts.map((count) => sayCount(count, kinds))]),
    ...(stuck.length === 0
      ? []
      : [
          '',
          'Stuck',
          ...stuck.map((each) => `  ${shown(zone, each.since)}  ${each.kind}  ${each.about}  ${each.tries} tries, ${each.fault}`),
        ]),
  ].join('\n')
  say({ text, facts: { now: at, clock: hand ? 'manual' : 'machine', zone, next, kinds: counts, stuck } })
}

const said = (zone: string, at: Date): string => `${weekdayOf(dayIn(zone, at))} ${sayMoment(momentAt(zone, at))}`
/** As --set takes it, so that lines stand below each other. */
const shown = (zone: string, at: Date): string => `${dayIn(zone, at)} ${sayTime(zone, at)}`

const sayStep = (zone: string, { at, kind, done, failed }: Step): string =>
  `${shown(zone, at)}  ${String(done).padStart(5)}  ${kind}${failed === 0 ? '' : ` (${failed} failed)`}`

const sayWaiting = (zone: string, { at, kind, about, tries, fault }: Waiting): string =>
  `  ${shown(zone, at)}  ${kind}  ${about}${fault === undefined ? '' : `  failed ${tries === 1 ? 'once' : `${tries} times`}, ${fault}`}`

const sayCount = ({ kind, all, overdue, failing }: Count, kinds: ReadonlySet<string>): string =>
  [
    `  ${String(all).padStart(7)}  ${kind}`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(failing > 0 ? [`${failing} failing`] : []),
    ...(kinds.has(kind) ? [] : ['nobody here knows this kind']),
  ].join(', ')
