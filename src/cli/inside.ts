/** Has a command done by the running server when there is one, else on the data folder itself. */
import { existsSync } from 'node:fs'
import { openBackstage } from '../backstage.ts'
import { COMMANDS_INSIDE } from '../commands.ts'
import { askControl, type Said, type Words } from '../control.ts'
import { findChapter } from '../features/chapters/actions.ts'
import { openStorage } from '../main.ts'
import { readSettings, type Settings } from '../settings.ts'
import { type Given, Refused } from './command.ts'

export async function runInside(name: keyof typeof COMMANDS_INSIDE, words: Words, { environment, is, print, say }: Given): Promise<void> {
  const settings = readSettings(environment)
  const hear = ({ text, facts }: Said): void => print(is('json') ? JSON.stringify(facts) : text)
  if (!(await askControl(settings, name, words, hear))) await runAlone(settings, name, words, hear, say)
}

async function runAlone(
  settings: Settings,
  name: keyof typeof COMMANDS_INSIDE,
  words: Words,
  hear: (said: Said) => void,
  say: Given['say'],
): Promise<void> {
  const nobody = new Refused('There is no chapter here yet. Start one with: npx appstarter new-chapter DIR')
  // Looking for a chapter makes no folder.
  if (settings.databaseUrl === undefined && !existsSync(settings.data)) throw nobody
  const storage = await openStorage(settings)
  try {
    const chapter = await findChapter(storage.db)
    if (!chapter) throw nobody
    const outside = {
      now: () => new Date(),
      log: (_: string, what: string, { kind, fault }: Record<string, unknown> = {}) => say(`${what}: ${kind} (${fault})`),
      say: () => {},
    }
    const url = settings.address ?? `http://localhost:${settings.port}`
    const backstage = await openBackstage(storage, chapter, settings, outside, { url, runs: false })
    try {
      await COMMANDS_INSIDE[name](backstage, words, hear)
    } finally {
      await backstage.clock.stop()
      backstage.carrier.close?.()
    }
  } finally {
    await storage.close()
  }
}
