/** npx appstarter organisations */
import { openTime } from '../backstage.ts'
import { findChapter } from '../features/chapters/actions.ts'
import { addOrganisations } from '../features/organisations/actions.ts'
import { openStorage } from '../main.ts'
import { readSettings } from '../settings.ts'
import { together } from '../storage/db.ts'
import { type Command, Refused } from './command.ts'
import { readOrganisationsFile } from './organisations-file.ts'

export const organisationsCommand: Command = {
  name: 'organisations',
  summary: 'Adds organisations to the chapter of the data folder.',
  help: `FILE has lines of "name,sector,domain domain ...". One that is there already gets the domains that it lacks. People who waited for
their organisation belong to it when they next sign in. Stop the server first if it uses the embedded database.

  --json   prints what was done as JSON`,
  options: { json: { type: 'boolean' } },
  places: ['FILE'],
  async run({ environment, places, is, print }) {
    const organisations = await readOrganisationsFile(places[0] ?? '')
    const settings = readSettings(environment)
    const storage = await openStorage(settings)
    try {
      if (!(await findChapter(storage.db)))
        throw new Refused('There is no chapter here yet. Start one with: npx appstarter new-chapter DIR')
      const machine = () => new Date()
      const now = ((await openTime(storage, settings, machine))?.now ?? machine)()
      const added = await together(storage.db, (tx) => addOrganisations(tx, organisations, now))
      print(
        is('json')
          ? JSON.stringify({ listed: organisations.length, added })
          : `${added} added, ${organisations.length - added} known already.`,
      )
    } finally {
      await storage.close()
    }
  },
}
