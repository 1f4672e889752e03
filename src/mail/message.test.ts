/** What comes in is read behind limits: who wrote it, to whom, what they see, and whether a person wrote it at all. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { htmlText } from './html-text.ts'
import { type Envelope, type Message, readMessage } from './message.ts'
import { isOurs, readReplyAddress, replyAddress } from './reply-address.ts'
import { proofOf } from './sender.ts'

const HEAD =
  'From: Ann Example <ann@council.example>\r\nTo: replies@host.example\r\nSubject: Re: A pledge [K7QX4]\r\nMessage-ID: <1@council.example>'
const letter = (text: string, head = HEAD): string => `${head}\r\n\r\n${text}\r\n`
const read = (raw: string, envelope: Envelope = {}): Promise<Message> => readMessage(Buffer.from(raw), envelope)
const withHead = (line: string, text = 'Yes'): Promise<Message> => read(letter(text, `${HEAD}\r\n${line}`))

describe('a letter that comes in', () => {
  it('tells who wrote it, to whom, and what', async () => {
    const message = await read(letter('Yes please\r\n'), { recipients: ['REPLIES+x@host.example'] })
    assert.deepEqual(
      [
        message.from,
        message.fromName,
        message.to,
        message.subject,
        message.text.trim(),
        message.messageId,
        message.isAutomatic,
        message.sender,
      ],
      [
        'ann@council.example',
        'Ann Example',
        ['replies+x@host.example', 'replies@host.example'],
        'Re: A pledge [K7QX4]',
        'Yes please',
        '<1@council.example>',
        false,
        'unproven',
      ],
    )
  })
  it('names nobody when it names two, or none', async () => {
    for (const from of [
      'a@x.example, b@x.example',
      'Group: a@x.example;',
      'nobody',
      '',
      '"a@x.example" <b>',
      'a@x.example\r\nFrom: b@x.example',
    ])
      assert.equal((await read(letter('yes', HEAD.replace('Ann Example <ann@council.example>', from)))).from, '', from)
  })
  it('has an id of its own when its writer gave none, the same for a copy', async () => {
    const raw = letter('yes', HEAD.replace(/\r\nMessage-ID.*/, ''))
    assert.equal((await read(raw)).messageId, (await read(raw)).messageId)
    assert.notEqual((await read(raw)).messageId, (await read(`${raw}x`)).messageId)
  })
  it('is read in any encoding', async () => {
    const encoded = async (head: string, text: string) => (await withHead(`MIME-Version: 1.0\r\n${head}`, text)).text.trim()
    assert.equal(await encoded('Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=utf-8', 'WWVz'), 'Yes')
    assert.equal(
      await encoded('Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=utf-8', '=59es=20=E2=80=93 Zo=C3=AB'),
      'Yes – Zoë',
    )
    assert.equal(
      await encoded('Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable', 'Zo=EB'),
      'Zoë',
    )
    assert.equal(await encoded('Content-Type: text/html; charset=utf-8', '<p>Yes&nbsp;please</p><blockquote>No</blockquote>'), 'Yes please')
    assert.equal(await encoded('Content-Type: text/plain; charset=no-such-thing', 'Yes'), 'Yes')
  })
  it('counts what is attached, and reads none of it', async () => {
    const parts = [
      '--b\r\nContent-Type: text/plain\r\n\r\nYes\r\n',
      '--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n',
    ]
    const message = await withHead('MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b', `${parts.join('')}--b--`)
    assert.deepEqual([message.attachments, message.text.trim(), message.fault], [1, 'Yes', undefined])
  })
  it('takes crossed out words from the HTML, because plain text would not show them', async () => {
    const parts = '--b\r\nContent-Type: text/plain\r\n\r\nYes\r\n--b\r\nContent-Type: text/html\r\n\r\n<s>Yes</s>\r\n--b--'
    const message = await withHead('MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b', parts)
    assert.equal(message.text, '[crossed out: Yes]')
  })
})

describe('a letter that no person wrote', () => {
  it('is told by its headers, its sender or its subject', async () => {
    for (const line of [
      'Auto-Submitted: auto-replied', 'Auto-Submitted: auto-generated', 'X-Autoreply: yes', 'Precedence: bulk', 'Precedence: auto_reply', 'X-Auto-Response-Suppress: All',
      'List-Id: <all.council.example>', 'Return-Path: <>', 'Content-Type: multipart/report; boundary=x', 'X-Autorespond: vacation', 'Precedence: list',
    ]) assert.equal((await withHead(line)).isAutomatic, true, line) // biome-ignore format: one case a word
    for (const subject of [
      'Automatic reply: A pledge', 'Out of Office: A pledge', 'Out of the office', 'Re: Automatic reply: x', 'Automatische Antwort: x', 'Abwesenheitsnotiz', 'Réponse automatique : x',
      'Ateb awtomatig: x', 'Undeliverable: x', 'Accepted: Coffee', 'Autosvar: x', 'Annual leave Re: x', '=?utf-8?q?R=C3=A9ponse_automatique?=', 'AUTO: out of office', 'Auto-Reply: Re: x',
    ]) assert.equal((await read(letter('Yes', HEAD.replace('Re: A pledge [K7QX4]', subject)))).isAutomatic, true, subject) // biome-ignore format: one case a word
    for (const from of [
      'MAILER-DAEMON@x.example',
      'no-reply@x.example',
      'postmaster@x.example',
      'noreply-desk@x.example',
      'bounce+1@x.example',
    ])
      assert.equal((await read(letter('Yes', HEAD.replace('ann@council.example', from)))).isAutomatic, true, from)
    assert.equal((await read(letter('Yes'), { returnPath: '' })).isAutomatic, true)
  })
  it('is not seen where a person writes', async () => {
    for (const line of ['Auto-Submitted: no', 'X-Mailer: Outlook', 'Precedence: normal', 'Return-Path: <ann@council.example>'])
      assert.equal((await withHead(line)).isAutomatic, false, line)
    for (const subject of ['Re: Out of office data project', 'Re: Reading groups', 'Automatic doors', 'Yes', ''])
      assert.equal((await read(letter('Yes', HEAD.replace('Re: A pledge [K7QX4]', subject)))).isAutomatic, false, subject)
  })
  it('tells as a bounce who could not be reached', async () => {
    const report = (action: string, status: string) =>
      `--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; Gone@Council.example\r\nAction: ${action}\r\nStatus: ${status}\r\n--b--`
    const bounce = async (action: string, status: string) =>
      (
        await withHead(
          'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b',
          report(action, status),
        )
      ).bounced
    assert.deepEqual(await bounce('failed', '5.1.1'), { recipient: 'gone@council.example', status: '5.1.1', isForGood: true })
    assert.equal((await bounce('failed', '5.2.2'))?.isForGood, false)
    assert.equal(await bounce('delayed', '4.4.1'), undefined)
    const plain = await read(
      letter('<gone@council.example>: 550 5.1.1 no such person', HEAD.replace('ann@council.example', 'mailer-daemon@x.example')),
    )
    assert.deepEqual([plain.isBounce, plain.bounced?.recipient], [true, 'gone@council.example'])
    const two = await read(
      letter('<a@x.example> <b@x.example>: 550 5.1.1 one of them', HEAD.replace('ann@council.example', 'mailer-daemon@x.example')),
    )
    assert.deepEqual([two.isBounce, two.bounced], [true, undefined])
  })
})

describe('a sender', () => {
  const proof = (...results: string[]) => proofOf(results, 'mx.host.example', 'ann@council.example')
  it('is proven by the server that we trust, on top, for the domain of the sender', () => {
    for (const passed of [
      'dmarc=pass header.from=council.example',
      'dkim=pass header.d=council.example',
      'spf=pass smtp.mailfrom=ann@council.example',
      'dkim=fail; dmarc=pass (p=none) header.from=council.example',
    ])
      assert.equal(proof(`mx.host.example; ${passed}`), 'proven', passed)
  })
  it('is not proven by anybody else, lower down, or for another domain', () => {
    const good = 'mx.host.example; dmarc=pass header.from=council.example'
    for (const results of [
      [],
      ['mx.evil.example; none', good],
      ['other.example; dmarc=pass header.from=council.example'],
      ['mx.host.example; dkim=pass header.d=evil.example'],
      ['mx.host.example; none (; dmarc=pass header.from=council.example)'],
      ['mx.host.example; x="; dmarc=pass header.from=council.example"'],
      ['mx.host.example; dkim=pass header.d=example'],
    ])
      assert.equal(proof(...results), 'unproven', results.join())
    assert.equal(proofOf([good], undefined, 'ann@council.example'), 'unproven')
    assert.equal(proof('mx.host.example; dmarc=fail header.from=council.example; dkim=pass header.d=council.example'), 'forged')
  })
})

describe('a reply address', () => {
  const [id, pattern] = ['01kb00000000000000000000aa', 'replies@host.example']
  const address = replyAddress(id, 'secret', pattern)
  it('leads back to what it was made for, whatever becomes of its capitals', () => {
    assert.match(address, /^replies\+01kb00000000000000000000aa\.[a-z2-7]{16}@host\.example$/)
    assert.ok(address.indexOf('@') <= 64)
    for (const typed of [address, address.toUpperCase(), ` ${address}`]) assert.equal(readReplyAddress(typed, 'secret', pattern), id)
  })
  it('cannot be made without the secret', () => {
    const changed = address.replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'))
    for (const typed of [changed, pattern, address.replace('host', 'evil'), address.replace('aa.', 'ab.'), address.replace('.', ''), ''])
      assert.equal(readReplyAddress(typed, 'secret', pattern), undefined, typed)
    assert.equal(readReplyAddress(address, 'other', pattern), undefined)
    assert.deepEqual(
      [isOurs(changed, pattern), isOurs('Replies@HOST.example', pattern), isOurs('somebody@host.example', pattern)],
      [true, true, false],
    )
  })
})

describe('the text of a letter in HTML', () => {
  it('is what its writer sees above the quoted letter', () => {
    const seen: Record<string, string> = {
      '<html><head><title>No</title><style>p{}</style></head><body><p>Yes</p></body>': 'Yes',
      '<div dir="ltr">Yes</div><br><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">On Mon</div>No</div>': 'Yes',
      '<p class="MsoNormal">Yes<o:p></o:p></p><div id="divRplyFwdMsg"><b>From:</b> x</div>No': 'Yes',
      'Yes<div id="appendonsend"></div><hr>No': 'Yes',
      '<div style="display:none">No</div>Yes': 'Yes',
      '<span hidden>No</span>Yes': 'Yes',
      'Yes<!-- No -->': 'Yes',
      'Yes<script>No</script>': 'Yes',
      'a<br>b': 'a\nb',
      '<p>a</p><p>b</p>': 'a\n\nb',
      '3 &lt; 4 &amp; &#x263a; &unknown;': '3 < 4 & \u263a &unknown;',
      '<a title="1 > 0">Yes</a>': 'Yes',
      'a < b': 'a < b',
      '<span style="text-decoration: line-through">Yes</span> no': '[crossed out: Yes] no',
    }
    for (const [html, text] of Object.entries(seen)) assert.equal(htmlText(html).text, text, html)
  })
})
