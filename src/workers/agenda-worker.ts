/** The thread in which an agenda is made or mended: tells how far it is, and at the end the grid. */
import { parentPort, workerData } from 'node:worker_threads'
import type { AgendaOptions } from '../matching/agenda/agenda.ts'
import type { AgendaTask, Grid } from '../matching/agenda/agenda-task.ts'
import { type PricedAgenda, planPriced } from '../matching/agenda/priced.ts'
import { type Repair, repairAgenda } from '../matching/agenda/repair.ts'

export type AgendaWork = { task: AgendaTask; options: AgendaOptions } | { task: AgendaTask; before: Grid }
export type AgendaNews = { done: number; of: number } | { is: PricedAgenda | Repair }

const work = workerData as AgendaWork
const say = (news: AgendaNews): void => parentPort?.postMessage(news)
if ('before' in work) say({ is: repairAgenda(work.task, work.before) })
else say({ is: planPriced(work.task, work.options, { progress: (done, of) => say({ done, of }) }) })
