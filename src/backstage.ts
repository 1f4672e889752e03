/** What works behind the pages: the chapter's time, its memory and its clock. The same for the server and for a command alone. */
import { join } from 'node:path'
import { gatherJobs } from './app.ts'
import { type Clock, openClock, startClock } from './clock/clock.ts'
import { type Hand, openHand } from './clock/hand.ts'
import { findHand } from './clock/store.ts'
import { readKnowledge } from './features/chapters/actions.ts'
import type { Chapter } from './features/chapters/chapter.ts'
import type { Recall } from './features/suggestions/memory-actions.ts'
import { openMemory } from './features/suggestions/memory-actions.ts'
import type { Carrier } from './mail/carriers.ts'
import { intoFolder } from './mail/folder.ts'
import { byNotify } from './mail/notify.ts'
import { onPage } from './mail/page.ts'
import { bySmtp } from './mail/smtp.ts'
import type { Knowledge } from './matching/knowledge.ts'
import { type Answers, answersAt, readAnswers } from './receiving.ts'
import { type Settings, WrongSetting } from './settings.ts'
import type { Storage } from './storage/db.ts'
import { faultLine, type Log } from './web/log.ts'

export type Outside = { now: () => Date; log: Log; say: (sentence: string) => void }

export type Backstage = {
  storage: Storage
  chapter: Chapter
  now: () => Date
  /** Where people move the clock by hand. */
  hand: Hand | undefined
  knowledge: Knowledge
  recall: Recall
  carrier: Carrier
  /** Where answers to letters go. */
  answers: Answers
  clock: Clock
  /** What is due runs by itself. */
  runs: boolean
  /** Kinds of work that this version knows. */
  kinds: ReadonlySet<string>
}

/** With `runs`, what is due is run by itself; without, only when it is asked for. */
export async function openBackstage(
  storage: Storage,
  chapter: Chapter,
  settings: Settings,
  { now: machine, log, say }: Outside,
  { url, runs }: { url: string; runs: boolean },
): Promise<Backstage> {
  const hand = await openTime(storage, settings, machine)
  const now = hand?.now ?? machine
  const knowledge = await readKnowledge(storage.db)
  const recall = openMemory(storage.db, knowledge)
  const carrier = carrierOf(settings, chapter.kind === 'demo', url, say)
  const answers = chapter.kind === 'demo' ? answersAt(url) : await readAnswers(settings, storage.db, url)
  const jobs = gatherJobs(storage, chapter, carrier, url, recall, knowledge, answers)
  const report = (kind: string, fault: unknown) => log('error', 'work failed', { kind, ...faultLine(fault) })
  const clock = (runs ? startClock : openClock)(storage.db, jobs, now, report, hand)
  return { storage, chapter, now, hand, knowledge, recall, carrier, answers, clock, runs, kinds: new Set(jobs.keys()) }
}

/** The hand of a clock that people move; undefined where the machine's clock counts. */
export async function openTime(storage: Storage, settings: Pick<Settings, 'clock'>, machine: () => Date): Promise<Hand | undefined> {
  if (settings.clock === 'manual') return openHand(storage, machine)
  const moved = (await findHand(storage.db))?.now
  // Else everybody's sessions, letters and promises would be from the future.
  if (moved && moved > machine())
    throw new WrongSetting(
      `The clock of this chapter has been moved by hand, to ${moved.toISOString().slice(0, 16).replace('T', ' ')} UTC, and that is still to come. Set APPSTARTER_CLOCK=manual, or take another data folder.`,
    )
  return undefined
}

function carrierOf(settings: Settings, isDemo: boolean, url: string, say: Outside['say']): Carrier {
  if (isDemo) return onPage
  const from = settings.mailFrom ?? `appstarter@${new URL(url).hostname}`
  if (settings.mail?.by === 'smtp') return bySmtp(settings.mail.url, from)
  if (settings.mail?.by === 'notify') return byNotify(settings.mail)
  const folder = settings.mail?.folder ?? join(settings.data, 'letters')
  if (!settings.mail) say(`No mail is set up, so letters are written as files to ${folder}. Set APPSTARTER_MAIL to send them.`)
  return intoFolder(folder, from)
}
