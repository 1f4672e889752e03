/** Reads a file of JSON that people have written by hand, and says in a sentence what is wrong with it. */
import { readFile } from 'node:fs/promises'
import { Refused } from './command.ts'

export const refuse = (sentence: string): never => {
  throw new Refused(sentence)
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => refuse(`The file ${file} cannot be read.`))
  try {
    return JSON.parse(text)
  } catch {
    return refuse(`The file ${file} is not JSON.`)
  }
}

export const isRecord = (said: unknown): said is Record<string, unknown> =>
  typeof said === 'object' && said !== null && !Array.isArray(said)

export function listIn(said: unknown, name: string): readonly unknown[] {
  const list = isRecord(said) ? said[name] : undefined
  return Array.isArray(list) ? list : refuse(`The file must have a list of "${name}".`)
}

export function refuseTwice(list: readonly { id: string }[]): void {
  const seen = new Set<string>()
  for (const { id } of list) {
    if (seen.has(id)) refuse(`"${id}" stands in the file twice.`)
    seen.add(id)
  }
}
