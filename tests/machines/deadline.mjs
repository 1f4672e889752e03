// Loaded into every test file's process: one that never ends is ended and named, and the others still run.
import { isMainThread } from 'node:worker_threads'

const minutes = Number(process.env.APPSTARTER_TEST_MINUTES)

// The runner loads this too, and workers inherit it; only the test file itself has NODE_TEST_CONTEXT in its main thread.
if (isMainThread && minutes > 0 && process.env.NODE_TEST_CONTEXT) {
  const end = () => {
    console.error(`${process.argv[1]} did not end within ${minutes} minutes: a test waits for ever, or something is left open.`)
    process.exit(1)
  }
  setTimeout(end, minutes * 60_000).unref()
}
