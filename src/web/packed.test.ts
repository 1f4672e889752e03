/** How text is packed on its way. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { packed } from './packed.ts'

const TEXT = 'Somebody has what you need. '.repeat(100)
const send = (accepted: string, text = TEXT) => packed(text, 'text/html', accepted)

it('is packed as the browser takes it, the smaller way first', () => {
  const [brotli, gzip] = [send('gzip, deflate, br'), send('gzip;q=0.8')]
  assert.deepEqual([brotli.headers['content-encoding'], gzip.headers['content-encoding']], ['br', 'gzip'])
  assert.equal(brotliDecompressSync(brotli.body).toString(), TEXT)
  assert.equal(gunzipSync(gzip.body).toString(), TEXT)
})
it('stays as it is when the browser takes nothing, or refuses, or the text is short', () => {
  for (const accepted of ['', 'identity', 'br;q=0, gzip; q=0', 'brotli'])
    assert.deepEqual([send(accepted).body, send(accepted).headers['content-encoding']], [TEXT, undefined])
  assert.equal(send('br', 'short').body, 'short')
})
it('says its type, and that it depends on what the browser takes', () =>
  assert.deepEqual(send('').headers, { 'content-type': 'text/html', vary: 'Accept-Encoding' }))
