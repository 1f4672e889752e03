/** The door of the house while it is made ready: it is open at once, and says to wait. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WrongSetting } from './settings.ts'

const AGAIN_SECONDS = 2
const WAIT = `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta http-equiv="refresh" content="${AGAIN_SECONDS}"><title>One moment</title>
<h1>One moment</h1>
<p>Everything is made ready. This takes some seconds the first time; this page looks again by itself.</p>
</html>
`

export type Door = { server: Server; port: number; openTo(listener: RequestListener): void }

/** Takes the port before anything is made, so that nobody waits to hear that it is taken. */
export async function openDoor(port: number, host: string | undefined): Promise<Door> {
  const wait: RequestListener = (_, response) => {
    const headers = { 'retry-after': String(AGAIN_SECONDS), 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
    // A browser that kept this connection would go on asking here.
    response.writeHead(503, { ...headers, connection: 'close' }).end(WAIT)
  }
  const server = createServer(wait)
  return {
    server,
    port: await listen(server, port, host),
    openTo(listener) {
      server.on('request', listener)
      server.off('request', wait)
    },
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) =>
      reject(
        fault.code === 'EADDRINUSE'
          ? new WrongSetting(`Port ${port} is taken by another program. Stop it, or set PORT to another number.`)
          : fault.code === 'EACCES'
            ? new WrongSetting(`This user may not listen on port ${port}. Set PORT to a number above 1023.`)
            : fault,
      ),
    )
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}
