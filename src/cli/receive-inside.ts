/** What npx appstarter receive-mail does inside the house: it keeps a letter, for the clock to read. */
import type { Inside } from '../commands.ts'
import { receive } from '../features/replies/actions.ts'
import { readMessage } from '../mail/message.ts'

export const receiveInside: Inside = async ({ storage, answers, now }, words) => {
  const text = (name: string): string => (typeof words[name] === 'string' ? words[name] : '')
  const to = text('to')
  const message = await readMessage(Buffer.from(text('letter'), 'base64'), {
    trusts: answers.trusts,
    isCut: text('cut') === 'yes',
    ...(to === '' ? {} : { recipients: [to] }),
  })
  await receive(storage.db, message, now())
}
