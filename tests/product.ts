/** The whole product with its demo, in this process, on a free port, for tests with a real browser. */
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../src/main.ts'
import { readSettings } from '../src/settings.ts'
import type { Line } from '../src/web/log.ts'
import { MONDAY } from './cast.ts'
import { aCopyOf } from './serving.ts'

export type Product = { url: string; faults: Line[]; stop(): Promise<void> }

/** The demo as it is told on that Monday, once for all tests of a run: TMPDIR is theirs. */
async function aMondayDemo(): Promise<string> {
  const told = join(tmpdir(), 'appstarter-monday')
  if (!existsSync(told)) {
    const data = await mkdtemp(join(tmpdir(), 'appstarter-telling-'))
    const outside = { now: () => MONDAY.now, log: () => {}, say: () => {} }
    await (await start(readSettings({ APPSTARTER_DATA: data, PORT: '0' }), outside)).stop()
    // Another test may have been faster.
    await rename(data, told).catch(() => rm(data, { recursive: true }))
  }
  return aCopyOf(told)
}

/** Its time begins on the Monday that every test knows, and runs. */
export async function startProduct(): Promise<Product> {
  const data = await aMondayDemo()
  const ahead = MONDAY.now.getTime() - Date.now()
  const faults: Line[] = []
  const running = await start(readSettings({ APPSTARTER_DATA: data, PORT: '0' }), {
    now: () => new Date(Date.now() + ahead),
    log: (level, what, line = {}) => void (level === 'error' && faults.push({ what, ...line })),
    say: () => {},
  })
  return {
    url: running.url,
    faults,
    async stop() {
      await running.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
