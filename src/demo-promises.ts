/** What people promise to the demo's projects, and how their owners answer. */

import { laterOf, type Moment } from './basics/day.ts'
import type { DemoGift, DemoPledge, Offset } from './demo-pack.ts'
import { fail, must, type ProjectStage, type Scene, sayRefused } from './demo-scene.ts'
import { answerAsk, listOpenOf } from './features/asks/actions.ts'
import { CHECK_IN, checkIn } from './features/check-ins/actions.ts'
import { acceptPledge, declinePledge, makePledge, withdrawPledge } from './features/pledges/actions.ts'
import { acceptGift, makeGift } from './features/pledges/gift-actions.ts'
import { ASKS } from './letters-and-asks.ts'
import { together } from './storage/db.ts'

/** The days on which those who keep a pledge say what they did. */
const CHECKED_IN: readonly Offset[] = [-17, -10]
const MOST_ASKED = 50

export function scenesOfPledge(pledge: DemoPledge, { db, who, owner, published }: ProjectStage): Scene[] {
  const { accepted, declined, withdrawn } = pledge
  const by = who(pledge.by)
  let made = ''
  const offer = async (at: Moment): Promise<void> => {
    const { roles, title } = published()
    const role = roles.find((each) => each.skill === pledge.role) ?? fail(`${title} has no role ${pledge.role}`)
    const terms = {
      hoursAWeek: pledge.hours,
      from: laterOf(role.from, at.today),
      until: role.until,
      line: pledge.line ?? '',
      manager: pledge.manager?.email ?? '',
    }
    made = must(await makePledge(db, role.id, by, terms, at))
  }
  // Before everybody has met, and after the end, nothing is asked.
  const sayHours = async (at: Moment): Promise<void> => {
    await together(db, (tx) => checkIn(tx, [made], at))
    const asked = (await listOpenOf(db, by.person, MOST_ASKED)).find(({ about, kind }) => about === made && kind === CHECK_IN)
    const given = { answer: 'done', line: '', hours: pledge.hours }
    if (asked) must(sayRefused(await answerAsk(db, ASKS, { id: asked.id, person: by.person, given, via: 'letter' }, at)))
  }
  const agree = async (at: Moment): Promise<void> => {
    const asked = (await listOpenOf(db, by.person, MOST_ASKED)).find(({ about }) => about === made) ?? fail('no manager was asked')
    const given = { answer: 'yes', line: '' }
    must(sayRefused(await answerAsk(db, ASKS, { id: asked.id, address: asked.address ?? '', given, via: 'letter' }, at)))
  }
  const scenes: Scene[] = [{ on: pledge.on, play: offer }]
  if (pledge.manager?.agreed !== undefined) scenes.push({ on: pledge.manager.agreed, play: agree })
  if (accepted !== undefined) {
    scenes.push({ on: accepted, play: async (at) => void must(await acceptPledge(db, made, owner, at)) })
    scenes.push(...CHECKED_IN.filter((on) => accepted < on && !(withdrawn && withdrawn <= on)).map((on) => ({ on, play: sayHours })))
  }
  if (declined) scenes.push({ on: declined.on, play: async (at) => void must(await declinePledge(db, made, owner, declined.line, at)) })
  if (withdrawn !== undefined) scenes.push({ on: withdrawn, play: async (at) => void must(await withdrawPledge(db, made, by, at)) })
  return scenes
}

export function scenesOfGift(gift: DemoGift, { db, who, owner, published }: ProjectStage): Scene[] {
  const { by, kind, on, line = '', forOrganisation = false, accepted } = gift
  let made = ''
  const give = async (at: Moment): Promise<void> => {
    const { others, title } = published()
    const need = others.find((each) => each.kind === kind) ?? fail(`${title} does not need ${kind}`)
    made = must(await makeGift(db, need.id, who(by), { line, isForOrganisation: forOrganisation }, at))
  }
  const accept = accepted !== undefined && { on: accepted, play: async (at: Moment) => void must(await acceptGift(db, made, owner, at)) }
  return [{ on, play: give }, ...(accept ? [accept] : [])]
}
