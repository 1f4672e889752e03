/** Asks whoever sits at the terminal, one line an answer. Answers may also come through a pipe. */
import { createInterface } from 'node:readline/promises'

export type Asking = {
  /** The answer without the space around it; undefined when nobody is there to give one. */
  ask(question: string): Promise<string | undefined>
  done(): void
}

/** Questions go to people, so that what a machine reads stays clean. */
export function askAt(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Asking {
  const reader = createInterface({ input, output, terminal: input.isTTY === true && output.isTTY === true })
  // Control-C means that there is no answer.
  reader.on('SIGINT', () => reader.close())
  // Piped lines come faster than questions; none of them is lost.
  const lines = reader[Symbol.asyncIterator]()
  return {
    async ask(question) {
      reader.setPrompt(`${question} `)
      reader.prompt()
      const line = await lines.next()
      if (!line.done) return line.value.trim()
      output.write('\n')
      return undefined
    },
    done: () => reader.close(),
  }
}
