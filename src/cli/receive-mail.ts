/** npx appstarter receive-mail */
import { receive } from '../features/replies/actions.ts'
import { MOST_BYTES, readMessage } from '../mail/message.ts'
import { openStorage } from '../main.ts'
import { readSettings } from '../settings.ts'
import { type Command, Refused } from './command.ts'

/** What mail servers take as: keep it, and try again. */
const LATER = 75

export const receiveMail: Command = {
  name: 'receive-mail',
  summary: 'Takes one letter that answers ours, for the pipe of a mail server.',
  help: `Reads a whole letter with its headers: npx appstarter receive-mail < message.eml
It is kept first, and read when the chapter is served. The exit code 75 says that it could not be kept now: try again.

  --to ADDRESS   where the mail server got it for, if its headers may not say so`,
  options: { to: { type: 'string' } },
  places: [],
  async run({ environment, text }) {
    const settings = readSettings(environment)
    const { raw, isCut } = await readInput()
    if (raw.length === 0) throw new Refused('There is no letter. Give it like this: npx appstarter receive-mail < message.eml')
    const to = text('to')
    const message = await readMessage(raw, { trusts: settings.mailTrusts, isCut, ...(to ? { recipients: [to] } : {}) })
    // Whatever goes wrong, the letter is still the mail server's.
    const later = (fault: Error) => new Refused(fault.message, LATER)
    const storage = await openStorage(settings).catch((fault) => Promise.reject(later(fault)))
    try {
      await receive(storage.db, message, new Date()).catch((fault) => Promise.reject(later(fault)))
    } finally {
      await storage.close()
    }
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
