/** The product, and in the same process a clock that knows the work of the bench; pages and work share one thread, as they do for people. */
import { startClock } from '../../src/clock/clock.ts'
import { start } from '../../src/main.ts'
import { readSettings } from '../../src/settings.ts'
import { openServer } from '../../src/storage/server.ts'
import { logTo } from '../../src/web/log.ts'
import { job, KIND, oneByOne } from './work.ts'

const now = () => new Date()
const log = logTo((text) => void process.stdout.write(text), now)
const storage = await openServer(process.env['DATABASE_URL'] ?? '', 2)
const work = process.argv.includes('--one-by-one') ? oneByOne : job
const clock = startClock(storage.db, new Map([[KIND, work]]), now, (kind, fault) =>
  log('error', 'work failed', { kind, fault: String(fault) }),
)
const running = await start(readSettings(process.env), { now, log, say: () => {} })
process.once('SIGTERM', () =>
  clock
    .stop()
    .then(() => running.stop())
    .then(() => storage.close()),
)
