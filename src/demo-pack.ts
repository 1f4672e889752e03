/** The demo's story as packs/demo tells it: a chapter, its organisations with their people, and their projects. Days are counted from today. */

import { readdir, readFile } from 'node:fs/promises'
import type { Sector } from './basics/sector.ts'
import type { Boundaries } from './features/boundaries/boundary.ts'
import type { ItemKind, Outcome } from './features/broker/item.ts'
import type { Said } from './features/members/claim.ts'
import type { LineKind } from './features/notes/note.ts'
import type { NewOrganisation } from './features/organisations/organisation.ts'
import type { Details } from './features/profiles/details.ts'
import type { Lesson } from './features/projects/lesson.ts'
import type { EndHow, Level, OtherKind, Phase, Purpose } from './features/projects/project.ts'
import type { Across } from './features/rounds/round.ts'
import { inRoot } from './root.ts'

/** -16 is sixteen days ago. */
export type Offset = number
export type DemoPerson = {
  key: string
  name: string
  job: string
  email: string
  haves: string
  needs: string
  /** A postcode district of the country's pack, and hours a week. */
  where: string
  hours: number
  broker?: boolean
  moderator?: boolean
  /** The organisation that they say is theirs, when their address does not tell it. */
  says?: Said & { on: Offset }
}
/** Of those who told more than the first visit asks, by their key. */
export type DemoProfile = {
  tells: Partial<Details>
  finds?: Partial<Pick<Boundaries, 'hides' | 'isAnonymous'>>
  /** A break until so many days from today. */
  paused?: Offset
  blocks?: readonly string[]
  reports?: readonly { who: string; on: Offset; why: string }[]
}
export type DemoOrganisation = NewOrganisation & { people: readonly DemoPerson[] }
export type DemoRole = {
  skill: string
  level?: Level
  places?: number
  hours: number
  from: Offset
  until: Offset
  must: boolean
  purpose?: Purpose
}
export type DemoPledge = {
  by: string
  role: string
  on: Offset
  hours: number
  line?: string
  accepted?: Offset
  declined?: { on: Offset; line: string }
  withdrawn?: Offset
  /** Whom they named, where so much of their week needs a yes, and when it came. */
  manager?: { email: string; agreed?: Offset }
}
/** Something else than time, for the need of that kind. */
export type DemoGift = { by: string; kind: OtherKind; on: Offset; line?: string; forOrganisation?: true; accepted?: Offset }
/** Taken by a broker, unless it was put off until a day, or closed. */
export type DemoBrokered = { by: string; on: Offset; kind: ItemKind; snoozed?: Offset; closed?: { outcome: Outcome; line: string } }
export type DemoProject = {
  owner: string
  /** Without it, it is a draft of today. */
  published?: Offset
  days: number
  title: string
  tags?: readonly string[]
  problem: string
  forWhom: string
  suppliers?: true
  noneFits?: string
  haves: readonly { what: string; about: string }[]
  roles: readonly DemoRole[]
  others?: readonly { kind: OtherKind; what: string }[]
  pledges?: readonly DemoPledge[]
  gifts?: readonly DemoGift[]
  extended?: Offset
  started?: { on: Offset; first: Offset }
  updates?: readonly { on: Offset; text: string }[]
  thread?: readonly { by: string; on: Offset; text: string; reported?: { by: string; on: Offset; why: string } }[]
  watchers?: readonly string[]
  /** When it goes live, named when discovery has ended. */
  goLive?: Offset
  /** How each phase ended, and into which it led. */
  phases?: readonly { on: Offset; phase: Phase; reason: string }[]
  /** A project that it would like to be merged into; its owner has not answered. */
  joining?: { on: Offset; into: string; reason: string }
  /** Who was asked to be its owner, and has not answered. */
  handover?: { on: Offset; to: string }
  /** Broken promises about it that brokers have dealt with. */
  brokered?: readonly DemoBrokered[]
  /** To whom it was handed over; the title of what it was merged into. */
  ended?: { on: Offset; how: EndHow | 'merged'; to?: string; into?: string; lesson: Lesson }
}
/** By a broker, it is proposed to the two, and `first` is when the first said yes. Without an answer it waits, or ended so. */
export type DemoIntroduction = {
  by: string
  to: string
  broker?: string
  on: Offset
  line?: string
  first?: Offset
  said?: { on: Offset; answer: 'yes' | 'no' }
  met?: readonly { by: string; on: Offset; answer: string }[]
}
/** Proposed by somebody who speaks for an organisation to somebody who speaks for another. Without an answer it waits. */
export type DemoPartnership = {
  by: string
  to: string
  on: Offset
  what: string
  until: Offset
  said?: { on: Offset; answer: 'yes' | 'no' }
}
/** `sent`: when its organiser sent it, instead of its last day. `said`: what people answered to which kind of question. */
export type DemoRound = {
  by: string
  on: Offset
  closes: Offset
  title: string
  line: string
  sectors?: readonly Sector[]
  across: readonly Across[]
  days: number
  turns?: number
  weeks?: number
  invites?: boolean
  joined: readonly string[]
  sent?: Offset
  apart?: readonly string[]
  said?: readonly { by: string; to: string; answer: string; on: Offset }[]
}
/** `who`: "everybody", "sector health", "own", "partner" or "both" (with the partner). */
export type DemoSide = { name: string; who?: string; capacity?: number }
/** Opened by an organiser. What the clock asks is answered in `said`, by the kind of the ask. */
export type DemoProgramme = {
  by: string
  on: Offset
  title: string
  what: string
  left: DemoSide
  right: DemoSide
  /** Opens first, by `head` days. */
  scarce?: 'left' | 'right'
  head?: number
  closes: Offset
  first: Offset
  last: Offset
  meetings: number
  joined: readonly { who: string; side: 'left' | 'right'; on: Offset; partners?: number }[]
  waits?: readonly { who: string; side: 'left' | 'right'; on: Offset }[]
  said?: readonly { by: string; on: Offset; to: string; answer: string; line?: string }[]
}
/** Offsets count from today. `pitching`: when its organiser opens it for pitches. `mergings` name pitches by their turn. */
export type DemoEvent = {
  by: string
  on: Offset
  title: string
  what: string
  venue: string
  address: string
  first: Offset
  places: number
  sponsors: readonly string[]
  rooms: readonly { name: string; seats: number; features: readonly string[]; stepFree: boolean }[]
  joined: readonly { who: string; on: Offset }[]
  /** `out`: the organiser takes them out again. */
  guests: readonly { name: string; team: string; on: Offset; out?: Offset }[]
  pitching: Offset
  /** `for`: for somebody else to host; `paper`: whose name stands on the card. */
  pitches: readonly { by: string; on: Offset; title: string; for?: boolean; paper?: string; comes: readonly string[] }[]
  mergings: readonly { pitch: number; into: number; on: Offset }[]
  day?: DemoDay
  scoring?: DemoScoring
  agenda?: DemoAgenda
  notes?: DemoNotes
}
export type DemoScoring = {
  on: Offset
  scores: readonly { who: string; on: Offset; cards: number }[]
  /** The name of somebody who scores for people without a phone, and when one of these has sat down. */
  helper?: string
  terminal?: Offset
  closed?: Offset
}
/** `counted`: when people are counted in two rooms. `swap`: who asks for another place, and when. */
export type DemoDay = { announced: readonly { text: string; on: Offset }[]; counted?: Offset; swap?: { by: string; on: Offset } }
/** `moved`: when a session goes elsewhere, once everybody has the agenda. */
export type DemoAgenda = { stars: readonly { who: string; on: Offset }[]; made: Offset; published?: Offset; moved?: Offset }
export type DemoNotes = {
  on: Offset
  sessions: readonly DemoNote[]
  answers: readonly { who: string; on: Offset; kind: 'next step' | 'session later'; answer: string; line: string }[]
  published: Offset
}
/** By the title of the session; `none` is whoever said that there is nothing to keep. */
export type DemoNote = {
  title: string
  none?: string
  heard?: readonly { by: string; text: string }[]
  here?: readonly string[]
  lines?: readonly { by: string; kind: LineKind; what: string; on?: Offset; taken?: string; listed?: string }[]
}
export type DemoPack = {
  name: string
  zone: string
  organisations: readonly DemoOrganisation[]
  projects: readonly DemoProject[]
  introductions: readonly DemoIntroduction[]
  partnerships: readonly DemoPartnership[]
  rounds: readonly DemoRound[]
  programmes: readonly DemoProgramme[]
  events: readonly DemoEvent[]
  profiles: Readonly<Record<string, DemoProfile>>
}

export async function readDemoPack(): Promise<DemoPack> {
  const { name, zone } = await readJson<Pick<DemoPack, 'name' | 'zone'>>(inRoot('packs/demo/chapter.json'))
  return {
    name,
    zone,
    organisations: await readFolder('packs/demo/organisations'),
    projects: await readFolder('packs/demo/projects'),
    introductions: await readJson(inRoot('packs/demo/introductions.json')),
    partnerships: await readJson(inRoot('packs/demo/partnerships.json')),
    rounds: await readJson(inRoot('packs/demo/rounds.json')),
    programmes: await readJson(inRoot('packs/demo/programmes.json')),
    events: await readJson(inRoot('packs/demo/events.json')),
    profiles: await readJson(inRoot('packs/demo/profiles.json')),
  }
}

const readJson = async <T>(file: URL): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T

/** In the order of the files' names, so that every demo is the same. */
async function readFolder<T>(folder: string): Promise<T[]> {
  const files = (await readdir(inRoot(folder))).sort()
  return Promise.all(files.map((file) => readJson<T>(inRoot(`${folder}/${file}`))))
}
