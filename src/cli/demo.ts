/** npx appstarter demo */
import { openDemo, throwDemoAway } from '../demo.ts'
import { findChapter } from '../features/chapters/actions.ts'
import { openStorage } from '../main.ts'
import { readSettings } from '../settings.ts'
import { type Command, Refused } from './command.ts'

export const demo: Command = {
  name: 'demo',
  summary: 'Puts the demo into the data folder, or makes it new.',
  help: 'A demo stays a demo. For a real chapter use new-chapter, in a folder of its own.\n\n  --fresh   throws away what was done in the demo and begins it again\n  --json    prints the chapter as JSON',
  options: { fresh: { type: 'boolean' }, json: { type: 'boolean' } },
  places: [],
  async run({ environment, is, print }) {
    const storage = await openStorage(readSettings(environment))
    try {
      const before = await findChapter(storage.db)
      if (before?.kind === 'real')
        throw new Refused(
          `${before.name} is a real chapter. The demo needs a folder of its own: set APPSTARTER_DATA to one that does not exist yet.`,
        )
      if (before && !is('fresh')) throw new Refused('The demo is there already. Add --fresh to begin it again.')
      if (before) await throwDemoAway(storage.db)
      const chapter = await openDemo(storage, new Date())
      print(is('json') ? JSON.stringify({ chapter }) : 'The demo is ready. Start it with: npm start')
    } finally {
      await storage.close()
    }
  },
}
