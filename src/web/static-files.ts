/** The few files a page needs: read once at the start, sent from memory, each in the smallest form the browser takes. */
import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export type StaticFile = { type: string; plain: Buffer; gzip?: Buffer; br?: Buffer }

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

export function readStaticFiles(folder: URL): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const name of readdirSync(folder)) {
    const type = TYPES[name.split('.').at(-1) ?? '']
    if (!type) continue
    const plain = readFileSync(new URL(name, folder))
    files.set(name, type.startsWith('font') ? { type, plain } : { type, plain, gzip: gzipSync(plain), br: brotliCompressSync(plain) })
  }
  return files
}

export function smallest(file: StaticFile, accepted: string): { body: Buffer; encoding?: 'br' | 'gzip' } {
  if (file.br && /\bbr\b/.test(accepted)) return { body: file.br, encoding: 'br' }
  if (file.gzip && /\bgzip\b/.test(accepted)) return { body: file.gzip, encoding: 'gzip' }
  return { body: file.plain }
}
