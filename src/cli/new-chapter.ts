/** npx appstarter new-chapter */
import { resolve } from 'node:path'
import { findChapter, keepKnowledge, openChapter } from '../features/chapters/actions.ts'
import type { Chapter } from '../features/chapters/chapter.ts'
import { addEndings, addOrganisations, recogniseAddress } from '../features/organisations/actions.ts'
import { personWithAddress } from '../features/people/actions.ts'
import { readEmail } from '../features/people/person.ts'
import { openStorage } from '../main.ts'
import { readSettings } from '../settings.ts'
import { together } from '../storage/db.ts'
import { mayBeColour } from '../web/contrast.ts'
import { type Command, type Given, Refused, WrongUse } from './command.ts'
import { endingsOfPack, organisationsOfPack, readNamedPack, readOrganisationsFile } from './organisations-file.ts'

export const newChapter: Command = {
  name: 'new-chapter',
  summary: 'Starts a real, empty chapter in a folder of its own.',
  help: `DIR keeps the database (unless DATABASE_URL names one) and letters written as files.

  --name NAME            what the chapter is called
  --broker EMAIL         the first broker, who can sign in at once
  --pack NAME            the country's organisations and places: uk, none, or a folder of your own (uk)
  --organisations FILE   more who take part: lines of "name,sector,domain domain ..."
  --zone ZONE            the time zone of its days (Europe/London)
  --have-colour #RRGGBB  --need-colour #RRGGBB
                         the two colours; they must be readable on paper
  --json                 prints what was made as JSON`,
  options: {
    name: { type: 'string' },
    broker: { type: 'string' },
    pack: { type: 'string' },
    organisations: { type: 'string' },
    zone: { type: 'string' },
    'have-colour': { type: 'string' },
    'need-colour': { type: 'string' },
    json: { type: 'boolean' },
  },
  places: ['DIR'],
  async run(given) {
    const folder = resolve(given.places[0] ?? '')
    const chapter = readChapter(given)
    const broker = readEmail(given.text('broker') ?? '')
    if (!broker.yes) throw new WrongUse('--broker needs the e-mail address of the first broker.')
    const packName = given.text('pack') ?? 'uk'
    const pack = packName === 'none' ? undefined : await readNamedPack(packName)
    const more = given.text('organisations')
    const organisations = [...(pack ? organisationsOfPack(pack) : []), ...(more === undefined ? [] : await readOrganisationsFile(more))]
    const settings = { ...readSettings(given.environment), data: folder }
    const storage = await openStorage(settings)
    try {
      const before = await findChapter(storage.db)
      if (before?.kind === 'demo')
        throw new Refused('A demo lies here, and a demo never becomes a real chapter. Choose another folder or database.')
      const now = new Date()
      const isBrokerKnown = await together(storage.db, async (tx) => {
        if (!(await openChapter(tx, chapter, now)).yes) throw new Refused(`There is a chapter here already: ${before?.name}.`)
        await addOrganisations(tx, organisations, now)
        if (pack) {
          await addEndings(tx, endingsOfPack(pack))
          await keepKnowledge(tx, pack)
        }
        await personWithAddress(tx, broker.value, now, { broker: true, moderator: true })
        return (await recogniseAddress(tx, broker.value)).is !== 'none'
      })
      if (!isBrokerKnown)
        given.say(
          `No organisation has the domain of ${broker.value}, so the broker says for whom they work after the first sign-in, and lets themselves in. Or add it first: npx appstarter organisations FILE`,
        )
    } finally {
      await storage.close()
    }
    const made = { chapter, folder, broker: broker.value, organisations: organisations.length }
    const start =
      settings.databaseUrl === undefined
        ? `APPSTARTER_DATA=${folder} npx appstarter serve`
        : `APPSTARTER_DATA=${folder} DATABASE_URL=... npx appstarter serve`
    given.print(
      given.is('json')
        ? JSON.stringify(made)
        : `${chapter.name} is ready, with ${organisations.length} organisations. Serve it with:\n  ${start}`,
    )
  },
}

function readChapter(given: Given): Chapter {
  const name = given.text('name')?.trim()
  if (!name) throw new WrongUse('--name needs the name of the chapter.')
  const zone = given.text('zone') ?? 'Europe/London'
  if (!isZone(zone)) throw new WrongUse(`--zone must be a time zone like Europe/London, not "${zone}".`)
  const [haveColour, needColour] = [readColour(given, 'have-colour'), readColour(given, 'need-colour')]
  return { name, kind: 'real', zone, ...(haveColour ? { haveColour } : {}), ...(needColour ? { needColour } : {}) }
}

function readColour(given: Given, option: 'have-colour' | 'need-colour'): string | undefined {
  const text = given.text(option)
  if (text === undefined) return undefined
  const answer = mayBeColour(text)
  if (answer.yes) return answer.value
  throw new WrongUse(
    answer.why === 'too pale'
      ? `--${option} ${text} is too pale to be read on paper. Take a darker one.`
      : `--${option} must be written like #0b5563.`,
  )
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
