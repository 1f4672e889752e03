/** The command line: finds the command, reads its words, runs it, and turns what comes of it into an exit code. */
import { parseArgs } from 'node:util'
import { WrongSetting } from '../settings.ts'
import { FolderInUse, FolderUnusable } from '../storage/folder-lock.ts'
import { WrongHistory } from '../storage/migrations.ts'
import { Unreachable } from '../storage/server.ts'
import { chapterCommand } from './chapter.ts'
import { clockCommand } from './clock.ts'
import { type Command, type Given, Refused, WrongUse } from './command.ts'
import { demo } from './demo.ts'
import { matchCommand } from './match.ts'
import { migrateCommand } from './migrate.ts'
import { newChapter } from './new-chapter.ts'
import { organisationsCommand } from './organisations.ts'
import { packCommand } from './pack.ts'
import { receiveMail } from './receive-mail.ts'
import { serve } from './serve.ts'

const COMMANDS: readonly Command[] = [
  serve,
  demo,
  newChapter,
  chapterCommand,
  clockCommand,
  organisationsCommand,
  migrateCommand,
  packCommand,
  matchCommand,
  receiveMail,
]
const SENTENCES = [WrongSetting, FolderInUse, FolderUnusable, WrongHistory, Unreachable, Refused]

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
const print = (text: string): void => void process.stdout.write(`${text}\n`)

async function main(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words
  const command = COMMANDS.find((each) => each.name === name)
  if (!command) {
    const isHelp = ['help', '--help', '-h'].includes(name)
    if (!isHelp) say(`There is no command "${name}".\n`)
    ;(isHelp ? print : say)(
      `Usage: npx appstarter COMMAND\n\n${COMMANDS.map((each) => `  ${each.name.padEnd(14)}${each.summary}`).join('\n')}\n\nnpx appstarter COMMAND --help tells more.`,
    )
    return isHelp ? 0 : 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    print(`${command.summary}\n\nUsage: npx appstarter ${[command.name, ...command.places].join(' ')}\n\n${command.help}`)
    return 0
  }
  try {
    await command.run(read(command, rest))
    return 0
  } catch (fault) {
    if (fault instanceof WrongUse) {
      say(`${fault.message}\nnpx appstarter ${command.name} --help tells more.`)
      return 2
    }
    const isSentence = SENTENCES.some((kind) => fault instanceof kind)
    say(
      isSentence ? (fault as Error).message : `It did not work: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
    )
    return fault instanceof Refused ? fault.code : 1
  }
}

function read(command: Command, words: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true })
    if (positionals.length > command.places.length) throw new Error(`"${positionals[command.places.length]}" is one word too many.`)
    if (positionals.length < command.places.length) throw new Error(`${command.places[positionals.length]} is missing.`)
    return {
      places: positionals,
      text: (option) => values[option] as string | undefined,
      texts: (option) => (values[option] as string[] | undefined) ?? [],
      is: (option) => values[option] === true,
      environment: process.env,
      say,
      print,
    }
  } catch (fault) {
    throw new WrongUse((fault as Error).message)
  }
}

process.exitCode = await main(process.argv.slice(2))
