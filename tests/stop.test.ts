/** A server that is asked to stop lets requests in flight end, takes no new ones, and never stays for ever. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { aDemo, type Serving, startServing, until } from './serving.ts'

const FORM = 'email=odalys.brenthwick%40harrowmere.example&next=%2Fprojects'

describe('a server that is asked to stop', () => {
  let folder: string
  let serving: Serving
  before(async () => {
    folder = await aDemo()
  })
  after(() => serving.stop('SIGKILL'))

  /** A form of which one half has arrived: the server says "100 Continue" when it has begun to read. */
  async function halfAForm(): Promise<{ socket: Socket; heard: { text: string } }> {
    const socket = connect(serving.port, '127.0.0.1')
    const heard = { text: '' }
    socket.setEncoding('utf8').on('data', (piece) => {
      heard.text += piece
    })
    socket.on('error', () => {})
    const head = [
      'POST /sign-in HTTP/1.1',
      `Host: localhost:${serving.port}`,
      `Origin: ${serving.origin}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${FORM.length}`,
      'Expect: 100-continue',
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n${FORM.slice(0, 10)}`)
    await until(() => heard.text.startsWith('HTTP/1.1 100'))
    return { socket, heard }
  }

  const isRefused = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(serving.port, '127.0.0.1')
      socket.on('error', () => resolve(true))
      socket.on('connect', () => {
        socket.destroy()
        resolve(false)
      })
    })

  it('answers the request in flight in full, refuses new connections meanwhile, and ends well', async () => {
    serving = await startServing(folder)
    const { socket, heard } = await halfAForm()
    serving.process.kill('SIGTERM')
    await until(() => serving.said.text.includes('Stopping: requests in flight end first.'))
    await until(isRefused)
    assert.equal(serving.process.exitCode, null)
    socket.write(FORM.slice(10))
    await until(() => /\r\n\r\n.*\r\n\r\n/s.test(heard.text))
    assert.match(heard.text, /HTTP\/1\.1 303 See Other/)
    assert.match(heard.text, /location: \/sign-in\/code/i)
    assert.match(heard.text, /set-cookie: asked=/i)
    assert.deepEqual(await serving.ended, { code: 0, signal: null })
    assert.match(serving.log.text, /"what":"stopped"\}\n$/)
  })

  it('has kept what it answered, and can be started again', async () => {
    serving = await startServing(folder)
    const visitor = serving.visitor()
    await until(async () => (await visitor.get('/letters')).text.includes('Your link and code to sign in'))
    await serving.stop()
  })

  it('ends although an idle connection is kept open', async () => {
    serving = await startServing(folder)
    assert.equal((await fetch(`${serving.origin}/health`)).status, 200)
    serving.process.kill('SIGTERM')
    assert.deepEqual(await serving.ended, { code: 0, signal: null })
  })

  it('ends in the end although a client never sends the rest, or never even a whole head', async () => {
    serving = await startServing(folder)
    const { socket } = await halfAForm()
    const silent = connect(serving.port, '127.0.0.1')
    await once(silent, 'connect')
    silent.on('error', () => {})
    silent.write('GET / HTTP/1.1\r\nHost: local')
    serving.process.kill('SIGTERM')
    assert.deepEqual(await serving.ended, { code: 0, signal: null })
    socket.destroy()
    silent.destroy()
  })

  it('ends at once when it is asked a second time, and starts again all the same', async () => {
    serving = await startServing(folder)
    const { socket } = await halfAForm()
    serving.process.kill('SIGTERM')
    await until(() => serving.said.text.includes('Stopping'))
    serving.process.kill('SIGTERM')
    assert.deepEqual(await serving.ended, { code: null, signal: 'SIGTERM' })
    socket.destroy()
    serving = await startServing(folder)
    assert.equal((await fetch(`${serving.origin}/health`)).status, 200)
  })
})
