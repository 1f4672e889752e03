/** As much of an SMTP server as a sender needs: it takes letters, remembers them, and refuses or hangs up where a test asks for it. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

export type Taken = { from: string; to: string; data: string; connection: number }
export type MailServer = {
  url: string
  commands: string[]
  /** Every letter that it has acknowledged, in that order. */
  taken: Taken[]
  /** How many connections were ever open. */
  connections: number
  server: Server
  /** When everything that it has heard is answered. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** What it answers to a command or to a letter instead of yes; "hang up" ends the connection, a number waits so many milliseconds first. */
export type Answering = (line: string) => string | number | 'hang up' | undefined

export async function aMailServer(answer: Answering = () => undefined): Promise<MailServer> {
  const open = new Set<Socket>()
  const busy = new Set<Promise<void>>()
  let heard = 0
  const mail: MailServer = {
    url: '',
    commands: [],
    taken: [],
    connections: 0,
    server: createServer((socket) => listen(socket)),
    async quiet() {
      for (let before = -1; before !== heard; await new Promise((resolve) => setTimeout(resolve, 20))) {
        before = heard
        await Promise.all([...busy])
      }
    },
    async close() {
      for (const socket of open) socket.destroy()
      mail.server.close()
      await once(mail.server, 'close')
    },
  }

  function listen(socket: Socket): void {
    const connection = ++mail.connections
    open.add(socket)
    let [isData, rest] = [false, '']
    let letter: Taken = { from: '', to: '', data: '', connection }
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
    socket.write('220 here\r\n')

    async function hear(line: string): Promise<void> {
      if (isData && line !== '.') {
        letter.data += `${line.replace(/^\./, '')}\r\n`
        return
      }
      if (!isData) mail.commands.push(line)
      let asked = answer(line)
      if (typeof asked === 'number') {
        await new Promise((resolve) => setTimeout(resolve, Number(asked)))
        asked = undefined
      }
      if (asked === 'hang up') return void socket.destroy()
      if (asked !== undefined) {
        isData = false
        return void socket.write(`${asked}\r\n`)
      }
      if (line.startsWith('MAIL FROM:')) letter = { from: /<(.*?)>/.exec(line)?.[1] ?? '', to: '', data: '', connection }
      if (line.startsWith('RCPT TO:')) letter.to = /<(.*?)>/.exec(line)?.[1] ?? ''
      if (isData) mail.taken.push({ ...letter })
      isData = line === 'DATA'
      if (isData) socket.write('354 go on\r\n')
      else if (line === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }

    let hearing: Promise<void> = Promise.resolve()
    socket.setEncoding('utf8').on('data', (piece) => {
      rest += piece
      const lines = rest.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        heard++
        hearing = hearing.then(() => hear(line))
        const mine = hearing
        busy.add(mine)
        void mine.finally(() => busy.delete(mine))
      }
    })
  }

  mail.server.listen(0, '127.0.0.1')
  await once(mail.server, 'listening')
  mail.url = `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`
  return mail
}
