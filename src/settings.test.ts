/** Every wrong setting stops the start with one sentence that names it; every right one, and every default, is understood. */
import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { describe, it } from 'node:test'
import { isLoopback, readSettings, VARIABLES, WrongSetting } from './settings.ts'

const RISK = { APPSTARTER_DEMO_BEYOND_LOOPBACK: 'anybody-may-be-anybody' }

describe('settings', () => {
  it('have defaults for everything', () => {
    const defaults = {
      port: 3000,
      data: resolve('data'),
      databaseUrl: undefined,
      address: undefined,
      mail: undefined,
      mailFrom: undefined,
      replies: undefined,
      replyTo: undefined,
      mailTrusts: undefined,
      proxies: 0,
      demoBeyondLoopback: false,
      clock: 'machine',
    }
    assert.deepEqual(readSettings({}), defaults)
    assert.deepEqual(readSettings(Object.fromEntries(VARIABLES.map(({ name }) => [name, ' ']))), defaults, 'empty is not set')
  })

  it('are read, with the space around them passed over', () => {
    assert.equal(readSettings({ PORT: ' 8080 ' }).port, 8080)
    assert.equal(readSettings({ PORT: '0' }).port, 0)
    assert.equal(readSettings({ APPSTARTER_DATA: '/chapters/one' }).data, '/chapters/one')
    assert.equal(readSettings({ DATABASE_URL: 'postgresql://u:p@h/d' }).databaseUrl, 'postgresql://u:p@h/d')
    assert.equal(readSettings({ APPSTARTER_PROXIES: '2' }).proxies, 2)
    assert.equal(readSettings({ APPSTARTER_MAIL_FROM: 'a@b.example' }).mailFrom, 'a@b.example')
    assert.equal(readSettings(RISK).demoBeyondLoopback, true)
    assert.equal(readSettings({ APPSTARTER_CLOCK: 'manual' }).clock, 'manual')
    assert.deepEqual(readSettings({ APPSTARTER_MAIL: 'smtps://u:p@h:465' }).mail, { by: 'smtp', url: 'smtps://u:p@h:465' })
    assert.deepEqual(readSettings({ APPSTARTER_REPLIES: 'smtp:2525' }).replies, { by: 'smtp', port: 2525 })
    const certificate = { APPSTARTER_REPLIES: 'smtp:25', APPSTARTER_REPLIES_CERTIFICATE: 'mail.pem' }
    assert.deepEqual(readSettings(certificate).replies, { by: 'smtp', port: 25, certificate: resolve('mail.pem') })
    const mailbox = 'imaps://replies%40council.example:p@mail.council.example/INBOX'
    assert.deepEqual(readSettings({ APPSTARTER_REPLIES: mailbox }).replies, { by: 'mailbox', url: mailbox })
    assert.equal(readSettings({ APPSTARTER_REPLY_TO: 'Replies@Council.example' }).replyTo, 'replies@council.example')
    assert.equal(readSettings({ APPSTARTER_MAIL_TRUSTS: 'mx.council.example' }).mailTrusts, 'mx.council.example')
    assert.deepEqual(readSettings({ APPSTARTER_MAIL: 'folder:out' }).mail, { by: 'folder', folder: resolve('out') })
  })

  it('take the address as browsers will say it', () => {
    const address = (text: string, more = {}) => readSettings({ APPSTARTER_URL: text, ...more }).address
    assert.equal(address('https://Appstarter.Example.gov.uk/'), 'https://appstarter.example.gov.uk')
    assert.equal(address('https://appstarter.example:443'), 'https://appstarter.example')
    assert.equal(address('http://localhost:3000'), 'http://localhost:3000')
    assert.equal(address('http://127.0.0.1:3000'), 'http://127.0.0.1:3000')
    assert.equal(address('http://[::1]:3000'), 'http://[::1]:3000')
    assert.equal(address('http://192.0.2.7:3000', RISK), 'http://192.0.2.7:3000')
  })

  const wrong: Record<string, readonly string[]> = {
    PORT: ['-1', '65536', '3000.5', 'http', '0x10', '1e3', '٣'],
    APPSTARTER_CLOCK: ['machine', 'Manual', '2026-12-01'],
    DATABASE_URL: ['mysql://x/y', 'localhost', 'postgres', '/data'],
    APPSTARTER_REPLIES: [
      'smtp:',
      'smtp:port',
      'smtp:70000',
      'imap://u:p@council.example/INBOX',
      'imaps://council.example',
      'https://x.example',
    ],
    APPSTARTER_REPLY_TO: ['replies', 'replies+x@council.example', 'a-very-long-name-of-ours@council.example', 'Us <us@council.example>'],
    APPSTARTER_MAIL_TRUSTS: ['mx.a.example mx.b.example', 'mx;dmarc=pass'],
    APPSTARTER_URL: [
      'appstarter.example',
      'ftp://appstarter.example',
      'https://appstarter.example/path',
      'https://appstarter.example/?a',
      'https://appstarter.example/#a',
      'https://user@appstarter.example',
      'https://:password@appstarter.example',
      'http://appstarter.example',
      'http://localhost.appstarter.example',
      'http://127.0.0.1.appstarter.example',
      'javascript:alert(1)',
    ],
    APPSTARTER_MAIL: ['mail.example', 'folder:', 'http://mail.example', 'smtp:mail.example', 'notify:x'],
    APPSTARTER_MAIL_FROM: [
      'somebody',
      'a@b@c',
      'Ann <ann@b.example>',
      'a@b.example, c@d.example',
      'a b@c.example',
      'a@b.example\r\nBcc: x@y.example',
    ],
    APPSTARTER_PROXIES: ['-1', '11', 'yes', '1.5'],
    APPSTARTER_DEMO_BEYOND_LOOPBACK: ['yes', 'true', '1', 'anybody'],
  }
  for (const [name, values] of Object.entries(wrong)) {
    it(`refuse a wrong ${name} with one sentence that names it`, () => {
      for (const value of values) {
        assert.throws(
          () => readSettings({ [name]: value }),
          (fault: Error) => {
            assert.ok(fault instanceof WrongSetting, `${name}=${value}: ${fault.stack}`)
            assert.match(fault.message, new RegExp(`^${name} must .*\\.$`, 's'))
            return true
          },
          `${name}=${value} was taken`,
        )
      }
    })
  }

  it('take Notify with a key and a template, and refuse it without', () => {
    const ids = { key: '26785a09-ab16-4eb0-8407-a37497a57506', template: 'f33517ff-2a88-4f6e-b855-c550268ce08a' }
    const all = {
      APPSTARTER_MAIL: 'notify:',
      APPSTARTER_NOTIFY_KEY: `ours-${ids.key}-${ids.key}`,
      APPSTARTER_NOTIFY_TEMPLATE: ids.template,
    }
    const mail = {
      by: 'notify',
      key: `ours-${ids.key}-${ids.key}`,
      template: ids.template,
      url: 'https://api.notifications.service.gov.uk',
    }
    assert.deepEqual(readSettings(all).mail, mail)
    assert.deepEqual(readSettings({ ...all, APPSTARTER_NOTIFY_REPLY_TO: ids.key }).mail, { ...mail, replyTo: ids.key })
    const here = 'http://127.0.0.1:4000'
    assert.deepEqual(readSettings({ ...all, APPSTARTER_NOTIFY_URL: here }).mail, { ...mail, url: here })
    for (const [name, value] of [
      ['KEY', ''],
      ['KEY', 'hunter2'],
      ['TEMPLATE', ''],
      ['TEMPLATE', 'welcome'],
      ['REPLY_TO', 'me'],
      ['URL', 'http://api.example'],
    ] as const)
      assert.throws(
        () => readSettings({ ...all, [`APPSTARTER_NOTIFY_${name}`]: value }),
        (fault: Error) =>
          fault instanceof WrongSetting &&
          fault.message.startsWith(`APPSTARTER_NOTIFY_${name} must be `) &&
          !fault.message.includes('hunter2'),
        name,
      )
  })

  it('keep a password out of the sentence', () => {
    for (const name of ['DATABASE_URL', 'APPSTARTER_MAIL'])
      assert.throws(
        () => readSettings({ [name]: 'other://somebody:hunter2@host' }),
        (fault: Error) => !fault.message.includes('hunter2'),
      )
  })

  it('know this machine by its names, and no other', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '[::1]']) assert.equal(isLoopback(host), true, host)
    for (const host of ['localhost.example', '128.0.0.1', '127.0.0.1.example', '0.0.0.0', '[::2]', ''])
      assert.equal(isLoopback(host), false, host)
  })
})
