/** What the demo's brokers did about promises that were broken. */
import { addDays, type Moment } from './basics/day.ts'
import type { DemoBrokered, DemoProject } from './demo-pack.ts'
import { fail, must, type ProjectStage, type Scene } from './demo-scene.ts'
import { closeItem, snoozeItem, takeItem } from './features/broker/actions.ts'
import { listOpenAbout } from './features/broker/store.ts'
import { together } from './storage/db.ts'

export const scenesOfBrokers = ({ brokered = [] }: DemoProject, stage: ProjectStage): Scene[] =>
  brokered.map((each) => ({ on: each.on, play: (at) => act(each, stage, at) }))

async function act({ by, kind, snoozed, closed }: DemoBrokered, { db, who, published, today }: ProjectStage, at: Moment): Promise<void> {
  const broker = who(by)
  const { id: about, title } = published()
  const [item = fail(`nothing waits for a broker about ${title}`)] = await together(db, (tx) => listOpenAbout(tx, kind, about))
  if (closed) must(await closeItem(db, item, broker, closed, at))
  else if (snoozed !== undefined) must(await snoozeItem(db, item, broker, addDays(today, snoozed), at))
  else must(await takeItem(db, item, broker, at))
}
