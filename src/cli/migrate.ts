/** npx appstarter migrate */
import { EMBEDDED_WORKER } from '../root.ts'
import { readSettings } from '../settings.ts'
import { openEmbedded } from '../storage/embedded.ts'
import { migrate } from '../storage/migrations.ts'
import { openServer } from '../storage/server.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Brings the database to the shape that this version needs.',
  help: 'serve does this at its start; run it alone to prepare a database beforehand. Forward only.\n\n  --json   prints what ran as JSON',
  options: { json: { type: 'boolean' } },
  places: [],
  async run({ environment, is, print }) {
    const settings = readSettings(environment)
    const storage =
      settings.databaseUrl === undefined ? await openEmbedded(settings.data, EMBEDDED_WORKER) : await openServer(settings.databaseUrl)
    try {
      const ran = (await migrate(storage.db)).map(({ number, name }) => ({ number, name }))
      if (is('json')) print(JSON.stringify({ ran }))
      else
        print(
          ran.length === 0
            ? 'Nothing to do: the database is up to date.'
            : ran.map(({ number, name }) => `Ran ${number}: ${name}.`).join('\n'),
        )
    } finally {
      await storage.close()
    }
  },
}
