/** One command of `npx appstarter`. */
import type { ParseArgsConfig } from 'node:util'

export type Command = {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What --help prints under the summary. */
  help: string
  options: NonNullable<ParseArgsConfig['options']>
  /** What it takes without a dash, by name and in order. */
  places: readonly string[]
  run(given: Given): Promise<void>
}

export type Given = {
  places: readonly string[]
  text(option: string): string | undefined
  /** Of an option that may be said several times. */
  texts(option: string): readonly string[]
  is(option: string): boolean
  environment: Record<string, string | undefined>
  /** To people. */
  say(sentence: string): void
  /** To whoever reads the output, a machine perhaps. */
  print(text: string): void
}

/** Wrong words on the command line: the sentence is shown, and the exit code is 2. */
export class WrongUse extends Error {}
/** It could not be done, for a reason that people can act on: the sentence is shown, and the exit code is 1, or another that a caller knows. */
export class Refused extends Error {
  readonly code: number
  constructor(sentence: string, code = 1) {
    super(sentence)
    this.code = code
  }
}
