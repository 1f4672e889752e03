/** npx appstarter new-chapter */
import { join, resolve } from 'node:path'
import { findChapter, keepHolidays, keepKnowledge, openChapter } from '../features/chapters/actions.ts'
import type { NewChapter } from '../features/chapters/chapter.ts'
import { addEndings, addOrganisations, recogniseAddress } from '../features/organisations/actions.ts'
import { personWithAddress } from '../features/people/actions.ts'
import { readEmail } from '../features/people/person.ts'
import { EMAIL_FAULTS } from '../features/people/words.ts'
import { openStorage } from '../main.ts'
import { readSettings, type Settings } from '../settings.ts'
import { together } from '../storage/db.ts'
import { mayBeColour } from '../web/contrast.ts'
import { type Asking, askAt } from './asking.ts'
import { type Command, type Given, Refused, WrongUse } from './command.ts'
import { endingsOfPack, organisationsOfPack, readNamedPack, readOrganisationsFile } from './organisations-file.ts'

export const newChapter: Command = {
  name: 'new-chapter',
  summary: 'Starts a real, empty chapter in a folder of its own.',
  help: `DIR keeps the database (unless DATABASE_URL names one) and letters written as files.

  --name NAME            what the chapter is called; asked for when it is left out
  --broker EMAIL         the first broker, who can sign in at once; asked for when it is left out
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
    const looks = readLooks(given)
    const packName = given.text('pack') ?? 'uk'
    const pack = packName === 'none' ? undefined : await readNamedPack(packName)
    const more = given.text('organisations')
    const organisations = [...(pack ? organisationsOfPack(pack) : []), ...(more === undefined ? [] : await readOrganisationsFile(more))]
    const settings = { ...readSettings(given.environment), data: folder }
    const { name, broker } = await readOrAsk(given)
    const chapter: NewChapter = { name, kind: 'real', ...looks }
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
          await keepHolidays(tx, pack.holidays)
        }
        await personWithAddress(tx, broker, now, { broker: true, moderator: true })
        return (await recogniseAddress(tx, broker)).is !== 'none'
      })
      if (!isBrokerKnown)
        given.say(
          `No organisation has the domain of ${broker}, so the broker says for whom they work after the first sign-in, and lets themselves in. Or add it first: npx appstarter organisations FILE`,
        )
    } finally {
      await storage.close()
    }
    const made: Made = { chapter, folder, broker: broker, organisations: organisations.length }
    given.print(given.is('json') ? JSON.stringify(made) : sayNext(made, settings))
  },
}

type Made = { chapter: NewChapter; folder: string; broker: string; organisations: number }

/** What stands ready, and the broker's first step. */
function sayNext({ chapter, folder, broker, organisations }: Made, settings: Settings): string {
  const database = settings.databaseUrl === undefined ? '' : ' DATABASE_URL=...'
  const letters =
    settings.mail && settings.mail.by !== 'folder'
      ? 'a letter'
      : `a letter, which lies in ${settings.mail?.folder ?? join(folder, 'letters')} until mail is set up`
  return `${chapter.name} is ready, with ${organisations} organisations. Serve it with:
  APPSTARTER_DATA=${folder}${database} npx appstarter serve
Then open ${settings.address ?? `http://localhost:${settings.port}`} and sign in as ${broker}: the code comes in ${letters}.`
}

const NAME_NEEDED = '--name needs the name of the chapter.'
const BROKER_NEEDED = '--broker needs the e-mail address of the first broker.'

/** What the options leave out is asked for; where nobody answers, it is refused as a missing option. */
async function readOrAsk(given: Given): Promise<{ name: string; broker: string }> {
  const [name, email] = [given.text('name')?.trim(), given.text('broker')]
  if (name === '') throw new WrongUse(NAME_NEEDED)
  const broker = email === undefined ? undefined : readEmail(email)
  if (broker && !broker.yes) throw new WrongUse(BROKER_NEEDED)
  if (name !== undefined && broker) return { name, broker: broker.value }
  const asking = askAt(process.stdin, process.stderr)
  try {
    return { name: name ?? (await askName(asking)), broker: broker?.value ?? (await askBroker(asking, given)) }
  } finally {
    asking.done()
  }
}

async function askName(asking: Asking): Promise<string> {
  for (;;) {
    const name = await asking.ask('What is the chapter called?')
    if (name === undefined) throw new WrongUse(NAME_NEEDED)
    if (name !== '') return name
  }
}

/** A slip of the finger is asked again. */
async function askBroker(asking: Asking, { say }: Given): Promise<string> {
  for (;;) {
    const typed = await asking.ask("What is the first broker's e-mail address?")
    if (typed === undefined) throw new WrongUse(BROKER_NEEDED)
    const email = readEmail(typed)
    if (email.yes) return email.value
    say(EMAIL_FAULTS[email.why])
  }
}

function readLooks(given: Given): Pick<NewChapter, 'zone' | 'haveColour' | 'needColour'> {
  const zone = given.text('zone') ?? 'Europe/London'
  if (!isZone(zone)) throw new WrongUse(`--zone must be a time zone like Europe/London, not "${zone}".`)
  const [haveColour, needColour] = [readColour(given, 'have-colour'), readColour(given, 'need-colour')]
  return { zone, ...(haveColour ? { haveColour } : {}), ...(needColour ? { needColour } : {}) }
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
