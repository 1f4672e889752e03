/** Where this installation's own files lie: the folder of package.json, wherever the bundle runs. */
import { existsSync } from 'node:fs'

export const ROOT: URL = findRoot(new URL('./', import.meta.url))

function findRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder
  const above = new URL('../', folder)
  if (above.href === folder.href) throw new Error('package.json is missing: reinstall Appstarter.')
  return findRoot(above)
}

export const inRoot = (path: string): URL => new URL(path, ROOT)
export const EMBEDDED_WORKER: URL = inRoot('build/embedded-worker.js')
export const ROUND_WORKER: URL = inRoot('build/round-worker.js')
export const AGENDA_WORKER: URL = inRoot('build/agenda-worker.js')
