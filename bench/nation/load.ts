/** Asks a server for pages from a process of its own, so that asking does not slow down whoever measures or answers. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../../src/root.ts'

export type Ask = { path: string; method: 'GET' | 'POST'; headers: Record<string, string>; body: string }
/** So many requests, or for so many seconds, by so many clients that each wait for their answer, and then about so many milliseconds before they ask again. */
export type Job = { port: number; asks: readonly Ask[]; clients: number; requests?: number; seconds?: number; pause?: number }
/** Milliseconds of each request, how long all took, bytes that came back, and how often each status did. */
export type Loaded = { times: number[]; seconds: number; bytes: number; statuses: Record<number, number> }

export class Load {
  readonly #child: ChildProcess

  constructor() {
    this.#child = fork(fileURLToPath(inRoot('build/bench/nation/load-process.js')), { serialization: 'advanced' })
  }

  run(job: Job): Promise<Loaded> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The process of the clients has ended.'))
      this.#child.once('exit', ended)
      this.#child.once('message', (answer: Loaded | { fault: string }) => {
        this.#child.off('exit', ended)
        if ('fault' in answer) reject(new Error(answer.fault))
        else resolve(answer)
      })
      this.#child.send(job)
    })
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect()
  }
}

/** The time under which a share of all lies. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5)
