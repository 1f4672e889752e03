/** npx appstarter chapter */
import type { Command } from './command.ts'
import { runInside } from './inside.ts'

export const chapterCommand: Command = {
  name: 'chapter',
  summary: "Shows the chapter's numbers and days off, and changes them.",
  help: `What is due on a weekend or a holiday moves to the next working day. It acts through the running server when there is one, else on the
data folder; what was asked before keeps its days.

  --remind DAYS        after how many days an ask is reminded of: 3,7 or none
  --expire DAYS        after how many days it ends, unanswered (1 to 60)
  --holiday DAY=NAME   a day off, such as 2026-12-28="Boxing Day (substitute day)"; as often as needed
  --work DAY           a holiday on which the chapter works after all; as often as needed
  --json               prints JSON`,
  options: {
    remind: { type: 'string' },
    expire: { type: 'string' },
    holiday: { type: 'string', multiple: true },
    work: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  places: [],
  async run(given) {
    const [remind, expire] = [given.text('remind'), given.text('expire')]
    const words = { ...(remind === undefined ? {} : { remind }), ...(expire === undefined ? {} : { expire }) }
    await runInside('chapter', { ...words, holiday: given.texts('holiday'), work: given.texts('work') }, given)
  },
}
