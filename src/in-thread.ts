/** Runs a long computation in a thread of its own, so that pages are served meanwhile. */
import { Worker } from 'node:worker_threads'
import { Cancelled } from './matching/pairs/match-pairs.ts'

export type InThread<T> = {
  /** Rejected with Cancelled after `cancel`. */
  result: Promise<T>
  cancel(): void
}

/** What a thread tells: how far it is, and at the end what it has found. */
type News<T> = { done: number; of: number } | { is: T }

export function inThread<T>(file: URL, workerData: unknown, onProgress: (done: number, of: number) => void = () => {}): InThread<T> {
  const worker = new Worker(file, { workerData })
  let isCancelled = false
  const result = new Promise<T>((resolve, reject) => {
    worker.on('message', (news: News<T>) => {
      if ('is' in news) resolve(news.is)
      else if (!isCancelled) onProgress(news.done, news.of)
    })
    worker.on('error', reject)
    worker.on('exit', () =>
      reject(isCancelled ? new Cancelled('The search was stopped.') : new Error('The thread ended without an answer.')),
    )
  })
  return {
    result,
    cancel() {
      isCancelled = true
      void worker.terminate()
    },
  }
}
