/** The first grid of an unconference, as whoever asks for it once gets it: in a process that has done nothing before. Prints its coverage and its milliseconds of processor. */

import { roomsOf } from '../../src/matching/agenda/agenda-task.ts'
import { gridOf } from '../../src/matching/agenda/board.ts'
import { checkAgenda } from '../../src/matching/agenda/check-agenda.ts'
import { firstGrid } from '../../src/matching/agenda/first-grid.ts'
import { scoreOf } from '../../src/matching/agenda/score.ts'
import { seatByDemand } from '../../src/matching/agenda/seating.ts'
import { anUnconference } from './instances.ts'

const [, , seed = '', mode = ''] = process.argv
const task = anUnconference(Number(seed), undefined, mode === 'pitches' ? mode : 'chosen')
const before = process.cpuUsage()
checkAgenda(task)
const { coverage } = scoreOf(task, seatByDemand(task, gridOf(firstGrid(task), roomsOf(task))))
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ coverage, ms: (user + system) / 1000 }))
