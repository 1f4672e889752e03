/** npx appstarter serve */
import { start } from '../main.ts'
import { readSettings, VARIABLES } from '../settings.ts'
import { logTo } from '../web/log.ts'
import type { Command } from './command.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Serves the chapter of the data folder; without one, opens the demo.',
  help: `Settings are environment variables:\n${VARIABLES.map(({ name, fallback, reason }) => `  ${name}${fallback ? ` (${fallback})` : ''}\n      ${reason}`).join('\n')}`,
  options: {},
  places: [],
  async run({ environment, say }) {
    const now = () => new Date()
    const settings = readSettings(environment)
    const running = await start(settings, { now, log: logTo((text) => void process.stdout.write(text), now), say })
    say(
      `${running.chapter.name} is open at ${running.url}${running.chapter.kind === 'demo' ? '. This is a demo: nobody in it is real.' : ''}`,
    )
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
    })
    say('Stopping: requests in flight end first.')
    await running.stop()
  },
}
