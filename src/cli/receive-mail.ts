/** npx appstarter receive-mail */
import { MOST_BYTES } from '../mail/message.ts'
import { type Command, Refused } from './command.ts'
import { runInside } from './inside.ts'

/** What mail servers take as: keep it, and try again. */
const LATER = 75

export const receiveMail: Command = {
  name: 'receive-mail',
  summary: 'Takes one letter that answers ours, for the pipe of a mail server.',
  help: `Reads a whole letter with its headers: npx appstarter receive-mail < message.eml
It acts through the running server when there is one, else on the data folder; the letter is kept first, and read when the chapter is
served. The exit code 75 says that it could not be kept now, and that the mail server should try again.

  --to ADDRESS   where the mail server got it for, if its headers may not say so`,
  options: { to: { type: 'string' } },
  places: [],
  async run(given) {
    const { raw, isCut } = await readInput()
    if (raw.length === 0) throw new Refused('There is no letter. Give it like this: npx appstarter receive-mail < message.eml')
    const words = { letter: raw.toString('base64'), to: given.text('to') ?? '', cut: isCut ? 'yes' : 'no' }
    // Whatever goes wrong, the letter is still the mail server's.
    await runInside('receive-mail', words, given).catch((fault: Error) => Promise.reject(new Refused(fault.message, LATER)))
  },
}

async function readInput(): Promise<{ raw: Buffer; isCut: boolean }> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    if (size <= MOST_BYTES) pieces.push(piece)
    size += piece.length
  }
  return { raw: Buffer.concat(pieces).subarray(0, MOST_BYTES), isCut: size > MOST_BYTES }
}
