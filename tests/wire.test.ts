/** What the real server does with bytes that no browser sends: it answers or hangs up, and goes on serving others. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { aDemo, type Serving, startServing } from './serving.ts'

describe('the real server', () => {
  let serving: Serving
  before(async () => {
    serving = await startServing(await aDemo())
  })
  after(() => serving.stop('SIGKILL'))

  /** Everything that comes back until the server hangs up. */
  const say = (bytes: string | Buffer) =>
    new Promise<string>((resolve) => {
      const socket = connect(serving.port, '127.0.0.1')
      let heard = ''
      socket.setEncoding('latin1').on('data', (piece) => {
        heard += piece
      })
      // Hanging up while we still send is an answer, too.
      socket.on('error', () => {})
      socket.on('close', () => resolve(heard))
      socket.write(bytes)
    })
  const request = (first: string, ...headers: string[]) =>
    say(Buffer.from(`${[first, `Host: localhost:${serving.port}`, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`, 'latin1'))
  const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
  const isWell = async (): Promise<void> => assert.deepEqual(await (await fetch(`${serving.origin}/health`)).json(), { status: 'ready' })

  it('serves its own files, compressed once, and nothing outside of them', async () => {
    const page = await (await fetch(serving.origin)).text()
    const files = [...new Set(page.match(/\/static\/[\w.?-]+/g))]
    assert.ok(files.length >= 4)
    for (const file of files) {
      const reply = await fetch(serving.origin + file)
      assert.equal(reply.status, 200, file)
      assert.ok((await reply.arrayBuffer()).byteLength > 100)
      assert.match(reply.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
    }
    for (const path of [
      '/static/../package.json',
      '/static/..%2f..%2fpackage.json',
      '/static/%2e%2e/%2e%2e/package.json',
      '/../../etc/passwd',
      '/static//etc/passwd',
      '/static/app.css/..',
    ])
      assert.equal(statusOf(await request(`GET ${path} HTTP/1.1`)), 404, path)
  })

  it('refuses a head of ten megabytes, and very many headers', async () => {
    assert.equal(statusOf(await request('GET / HTTP/1.1', `X-Long: ${'x'.repeat(20_000)}`)), 431)
    const huge = await request('GET / HTTP/1.1', `X-Long: ${'x'.repeat(10_000_000)}`)
    assert.ok(huge === '' || statusOf(huge) === 431)
    assert.ok([200, 431].includes(statusOf(await request('GET / HTTP/1.1', ...Array.from({ length: 3000 }, (_, index) => `X${index}: 1`)))))
    await isWell()
  })

  it('refuses what is not HTTP, or is two requests in the coat of one', async () => {
    assert.equal(statusOf(await say('hello\r\n\r\n')), 400)
    assert.equal(statusOf(await request('GET / HTTP/1.1', 'X: a\0b')), 400)
    assert.equal(statusOf(await request('POST /sign-in HTTP/1.1', 'Content-Length: 3', 'Transfer-Encoding: chunked')), 400)
    assert.equal(statusOf(await request('POST /sign-in HTTP/1.1', 'Content-Length: 3', 'Content-Length: 4')), 400)
    assert.equal(statusOf(await say('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')), 400)
    assert.equal(statusOf(await say('GET / HTTP/1.1\r\nHost: evil example/\r\nConnection: close\r\n\r\n')), 400)
    await isWell()
  })

  it('answers odd addresses without breaking', async () => {
    for (const address of ['/\xff\xfe', '/%', '/%00', '//evil.example/', '/\\evil.example', '/?a=%ff', `/${'a/'.repeat(3000)}`]) {
      const answer = await request(`GET ${address} HTTP/1.1`)
      assert.ok([200, 400, 404].includes(statusOf(answer)), `${address.slice(0, 30)} ${statusOf(answer)}`)
      assert.doesNotMatch(answer, /^location:/im)
    }
    assert.equal(statusOf(await request('GET http://evil.example/mine HTTP/1.1')) >= 300, true)
    assert.ok(!serving.log.text.includes('"level":"error"'))
  })

  it('refuses a body that is too large before it has all arrived, declared or not', async () => {
    const form = [`Origin: ${serving.origin}`, 'Content-Type: application/x-www-form-urlencoded']
    assert.equal(statusOf(await request('POST /sign-in HTTP/1.1', ...form, 'Content-Length: 5000000000')), 413)
    const head = ['POST /sign-in HTTP/1.1', `Host: localhost:${serving.port}`, ...form, 'Connection: close', 'Transfer-Encoding: chunked']
    assert.equal(statusOf(await say(`${head.join('\r\n')}\r\n\r\n${(2_000_000).toString(16)}\r\n${'x'.repeat(2_000_000)}\r\n`)), 413)
    await isWell()
  })

  it('goes on serving while two hundred others say only half of what they want', async () => {
    const half = Array.from({ length: 200 }, () => connect(serving.port, '127.0.0.1'))
    for (const socket of half) {
      socket.on('error', () => {})
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
    }
    await isWell()
    for (const socket of half) socket.destroy()
    await isWell()
  })
})
