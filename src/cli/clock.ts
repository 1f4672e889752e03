/** npx appstarter clock */
import { type Command, WrongUse } from './command.ts'
import { runInside } from './inside.ts'

export const clockCommand: Command = {
  name: 'clock',
  summary: 'Shows what is due; moves a clock that is moved by hand.',
  help: `Without options it shows what time it is here, what comes next, and what fails. With APPSTARTER_CLOCK=manual (for demos, trainings and
tests) the clock stands still until it is moved; what falls due on the way runs in order, and is printed. It never goes back.
It acts through the running server when there is one, else on the data folder.

  --set TIME      to a time as clocks of the chapter's zone show it (2026-12-01T09:00), or an instant (2026-12-01T09:00Z)
  --advance SPAN  by minutes, hours, days or weeks (90m, 36h, 14d, 2w)
  --json          prints JSON, a line each`,
  options: { set: { type: 'string' }, advance: { type: 'string' }, json: { type: 'boolean' } },
  places: [],
  async run(given) {
    const [set, advance] = [given.text('set'), given.text('advance')]
    if (set !== undefined && advance !== undefined) throw new WrongUse('Say --set or --advance, not both.')
    await runInside('clock', { ...(set === undefined ? {} : { set }), ...(advance === undefined ? {} : { advance }) }, given)
  },
}
