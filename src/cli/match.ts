/** npx appstarter match */
import { readFile } from 'node:fs/promises'
import { LookAlikes, type Need } from '../matching/look-alikes.ts'
import { type Command, type Given, Refused, WrongUse } from './command.ts'
import { agendaHelp, agendaOptions, runAgenda } from './match-agenda.ts'
import { groupsHelp, groupsOptions, runGroups } from './match-groups.ts'
import { pairsHelp, pairsOptions, runPairs } from './match-pairs.ts'
import { peopleHelp, peopleOptions, runPeople } from './match-people.ts'
import { placementsHelp, runPlacements } from './match-placements.ts'
import { runSides, sidesHelp } from './match-sides.ts'
import { runTeams, teamsHelp } from './match-teams.ts'

const BEST = 10

const needsHelp = `needs FILE reads a line of JSON a need: {"org", "text", "body", "tags"}; body and tags may be left out. For each it prints one line: the
numbers of the ten rows of other organisations that are most like it, best first. Rows are counted from 0.

  --why                adds what each has in common`

/** What can be matched, by the word that follows. */
const KINDS: Record<string, (given: Given) => Promise<void>> = {
  needs: runNeeds,
  pairs: runPairs,
  people: runPeople,
  sides: runSides,
  groups: runGroups,
  placements: runPlacements,
  agenda: runAgenda,
  teams: runTeams,
}

export const matchCommand: Command = {
  name: 'match',
  summary: 'Finds who needs the same, who meets whom, the best pairs, who gets which place, the smallest team, or an agenda, in a file.',
  help: [needsHelp, peopleHelp, pairsHelp, sidesHelp, groupsHelp, placementsHelp, teamsHelp, agendaHelp].join('\n\n'),
  options: { why: { type: 'boolean' }, ...pairsOptions, ...peopleOptions, ...groupsOptions, ...agendaOptions },
  places: [Object.keys(KINDS).join('|'), 'FILE'],
  async run(given) {
    const run = KINDS[given.places[0] ?? '']
    if (!run) throw new WrongUse(`"${given.places[0]}" cannot be matched. Say one of: ${Object.keys(KINDS).join(', ')}.`)
    await run(given)
  },
}

async function runNeeds({ places, is, print }: Given): Promise<void> {
  const needs = await readNeeds(places[1] ?? '')
  const lookAlikes = new LookAlikes(needs)
  const lines = needs.map((need) => {
    const best = lookAlikes.best(need, BEST)
    return is('why')
      ? best.map(({ key, tags, words }) => `${key} (${[...tags, ...words].join(', ')})`).join('; ')
      : best.map(({ key }) => key).join(' ')
  })
  print(lines.join('\n'))
}

async function readNeeds(file: string): Promise<Need[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`The file ${file} cannot be read.`)
  })
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => readNeed(line, at))
}

function readNeed(line: string, at: number): Need {
  try {
    const { org, text, body, tags } = JSON.parse(line) as Record<string, unknown>
    if (typeof org !== 'string' || typeof text !== 'string') throw new Error('org and text')
    return {
      key: String(at),
      org,
      title: text,
      ...(typeof body === 'string' ? { body } : {}),
      ...(Array.isArray(tags) ? { tags: tags.filter((tag) => typeof tag === 'string') } : {}),
    }
  } catch {
    throw new Refused(`Line ${at + 1} is not a need: it must be JSON with "org" and "text".`)
  }
}
