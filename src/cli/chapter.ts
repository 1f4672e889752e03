/** npx appstarter chapter */
import type { Command } from './command.ts'
import { runInside } from './inside.ts'

const NUMBERS = ['remind', 'expire', 'week', 'warn', 'manager'] as const

export const chapterCommand: Command = {
  name: 'chapter',
  summary: "Shows the chapter's numbers and days off, and changes them.",
  help: `What is due on a weekend or a holiday moves to the next working day. It acts through the running server when there is one, else on the
data folder; what was asked before keeps its days.

  --remind DAYS        after how many days an ask is reminded of: 3,7 or none
  --expire DAYS        after how many days it ends, unanswered (1 to 60)
  --week HOURS         how many hours a working week has (37)
  --warn PERCENT       from what share of it on whoever pledges is warned (10)
  --manager PERCENT    above what share their manager must agree (20); 999 asks no manager
  --holiday DAY=NAME   a day off, such as 2026-12-28="Boxing Day (substitute day)"; as often as needed
  --work DAY           a holiday on which the chapter works after all; as often as needed
  --json               prints JSON`,
  options: {
    remind: { type: 'string' },
    expire: { type: 'string' },
    week: { type: 'string' },
    warn: { type: 'string' },
    manager: { type: 'string' },
    holiday: { type: 'string', multiple: true },
    work: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  places: [],
  async run(given) {
    const said = NUMBERS.flatMap((name): [string, string][] => {
      const text = given.text(name)
      return text === undefined ? [] : [[name, text]]
    })
    const words = Object.fromEntries(said)
    await runInside('chapter', { ...words, holiday: given.texts('holiday'), work: given.texts('work') }, given)
  },
}
