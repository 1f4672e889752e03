/** What phones are told to do, and what they tell. They live in a process of their own, so that asking does not slow down whoever answers. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../../src/root.ts'

export type Phones = { port: number; event: string; cookies: readonly string[]; seconds: number; seed: number }
/** Milliseconds of each answer, and how often what was done. */
export type Told = {
  posts: number[]
  pages: number[]
  statuses: Record<number, number>
  scored: number
  resent: number
  dropped: number
}

export function letPhones(phones: Phones): Promise<Told> {
  const child = fork(fileURLToPath(inRoot('build/bench/agenda/phones-process.js')), { serialization: 'advanced' })
  return new Promise<Told>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The process of the phones has ended.')))
    child.once('message', (told: Told | { fault: string }) => ('fault' in told ? reject(new Error(told.fault)) : resolve(told)))
    child.send(phones)
  }).finally(() => child.disconnect())
}
