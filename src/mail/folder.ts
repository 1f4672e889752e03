/** Letters as files that any mail program opens. */
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Carrier } from './carriers.ts'
import { messageOf } from './envelope.ts'

/** Written aside and renamed, so that nobody reads half a letter; under the letter's own name, so that sent twice it is one file. */
export function intoFolder(folder: string, from: string): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    keepsSecrets: false,
    atOnce: 4,
    async carry(envelope) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const composed = await composer.sendMail(messageOf(envelope, from))
      const aside = join(folder, `.${envelope.id}`)
      const file = await open(aside, 'w', 0o600)
      try {
        await file.writeFile(composed.message as Buffer)
        // Before the database says that it has left, it lies on the disk, even when the power fails.
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(aside, join(folder, `${envelope.id}.eml`))
    },
  }
}
