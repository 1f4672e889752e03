/** npx appstarter pack */
import { resolve } from 'node:path'
import { sayPackFault } from '../packs/pack.ts'
import { readPack } from '../packs/read.ts'
import { type Command, Refused, WrongUse } from './command.ts'

const MOST_SHOWN = 50

export const packCommand: Command = {
  name: 'pack',
  summary: 'Checks a country pack.',
  help: 'check DIR names the file, the line and the fault of everything that is wrong.\n\n  --json   prints faults and counts as JSON',
  options: { json: { type: 'boolean' } },
  places: ['check', 'DIR'],
  async run({ places, is, print }) {
    if (places[0] !== 'check') throw new WrongUse(`"${places[0]}" is not something to do with a pack. Say: pack check DIR.`)
    const { pack, faults } = await readPack(resolve(places[1] ?? ''))
    const { organisations, publicServices, policyAreas, skills } = pack
    const counts = {
      organisations: organisations.length,
      places: pack.places.size,
      publicServices: publicServices.length,
      policyAreas: policyAreas.length,
      skills: skills.length,
    }
    if (is('json')) print(JSON.stringify({ name: pack.name, faults, counts }))
    else
      print(
        [
          ...faults.slice(0, MOST_SHOWN).map(sayPackFault),
          `${pack.name || 'This pack'}: ${Object.entries(counts)
            .map(([what, number]) => `${number} ${what}`)
            .join(', ')}.`,
        ].join('\n'),
      )
    if (faults.length > 0)
      throw new Refused(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}. A pack with faults is not used.`)
  },
}
