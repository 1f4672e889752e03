/** The command line as people use it: every command tells what it does, does it, or says in a sentence why not. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { VARIABLES } from '../src/settings.ts'
import { readMail } from './eml.ts'
import { aDemo, type Ended, runCommand, type Serving, startServing, until } from './serving.ts'

const aFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'cli-'))
const BROKER = 'broker@council.example'
const newChapter = (folder: string, ...more: string[]) =>
  runCommand(['new-chapter', folder, '--name', 'Harbour', '--broker', BROKER, '--pack', 'none', ...more])

/** One sentence for people, no stack, and nothing on the output that machines read. */
function assertRefused(ended: Ended, code: number, sentence: RegExp): void {
  assert.match(ended.said, sentence)
  assert.doesNotMatch(ended.said, /^\s+at /m)
  assert.deepEqual([ended.code, ended.out], [code, ''])
}

describe('help', () => {
  it('is there for everything', async () => {
    const all = await runCommand(['--help'])
    assert.equal(all.code, 0)
    for (const command of ['serve', 'demo', 'new-chapter', 'chapter', 'clock', 'organisations', 'migrate', 'pack']) {
      assert.match(all.out, new RegExp(`^  ${command} `, 'm'))
      const help = await runCommand([command, '--help'])
      assert.deepEqual([help.code, help.said], [0, ''])
      assert.match(help.out, new RegExp(`^Usage: npx appstarter ${command}`, 'm'))
    }
    const { out } = await runCommand(['serve', '--help'])
    for (const { name } of VARIABLES) assert.ok(out.includes(`  ${name}`), name)
  })
})

describe('wrong words', () => {
  it('are answered with a sentence and the exit code 2', async () => {
    assertRefused(await runCommand(['dance']), 2, /^There is no command "dance"\./)
    assertRefused(await runCommand(['serve', '--loud']), 2, /--loud/)
    assertRefused(await runCommand(['serve', 'now']), 2, /"now" is one word too many/)
    assertRefused(await runCommand(['new-chapter']), 2, /DIR is missing/)
  })

  it('never make half a chapter', async () => {
    const folder = join(await aFolder(), 'chapter')
    const list = join(await aFolder(), 'list.csv')
    await writeFile(list, 'name,sector,domains\nHarbour Council,local,harbour.example\nThe Moon,space,moon.example\n')
    assertRefused(await runCommand(['new-chapter', folder, '--broker', BROKER]), 2, /--name needs/)
    assertRefused(await runCommand(['new-chapter', folder, '--name', 'Harbour']), 2, /--broker needs/)
    assertRefused(await newChapter(folder, '--zone', 'Mars/Olympus'), 2, /--zone must be a time zone .* not "Mars\/Olympus"/)
    assertRefused(await newChapter(folder, '--have-colour', '#ffffcc'), 2, /--have-colour #ffffcc is too pale/)
    assertRefused(await newChapter(folder, '--need-colour', 'red;}body{display:none'), 2, /--need-colour must be written like #/)
    assertRefused(await newChapter(folder, '--organisations', list), 1, /list\.csv: Line 3: "space" is not a sector/)
    assertRefused(await newChapter(folder, '--organisations', join(folder, 'none.csv')), 1, /none\.csv cannot be read/)
    await assert.rejects(readdir(folder), { code: 'ENOENT' })
  })
})

describe('a new chapter', () => {
  it('asks for what is left out, again after a slip, and says what comes next', async () => {
    const folder = join(await aFolder(), 'asked')
    const made = await runCommand(['new-chapter', folder, '--pack', 'none'], {}, `\n Harbour \nbroker\n${BROKER}\n`)
    assert.equal(made.code, 0, made.said)
    assert.equal(made.said.match(/What is the chapter called\?/g)?.length, 2)
    assert.match(made.said, /Enter an e-mail address in the right form/)
    assert.match(made.out, /^Harbour is ready, with 0 organisations\. Serve it with:/)
    assert.ok(made.out.includes(`sign in as ${BROKER}: the code comes in a letter, which lies in ${join(folder, 'letters')}`))
  })
  it('asks only for what is left out', async () => {
    const made = await runCommand(
      ['new-chapter', join(await aFolder(), 'half'), '--pack', 'none', '--name', 'Harbour', '--json'],
      {},
      `${BROKER}\n`,
    )
    assert.doesNotMatch(made.said, /What is the chapter called/)
    const { chapter, broker } = JSON.parse(made.out) as { chapter: { name: string }; broker: string }
    assert.deepEqual([made.code, chapter.name, broker], [0, 'Harbour', BROKER])
  })
  it('is refused when the answers end early, and nothing is made', async () => {
    const folder = join(await aFolder(), 'early')
    assertRefused(await runCommand(['new-chapter', folder], {}, 'Harbour\n'), 2, /--broker needs/)
    assertRefused(await runCommand(['new-chapter', folder]), 2, /--name needs/)
    await assert.rejects(readdir(folder), { code: 'ENOENT' })
  })
})

describe('wrong settings', () => {
  it('stop the start with one sentence', async () => {
    assertRefused(await runCommand(['serve'], { PORT: 'http' }), 1, /^PORT must be .*\.\n$/)
    assertRefused(
      await runCommand(['serve'], { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' }),
      1,
      /^The database of DATABASE_URL does not let us in.*\.\n$/,
    )
  })

  it('stop a demo that others could reach', async () => {
    assertRefused(
      await runCommand(['serve'], { PORT: '0', APPSTARTER_DATA: await aFolder(), APPSTARTER_URL: 'https://appstarter.example' }),
      1,
      /^There is no real chapter here.*this machine only/,
    )
  })
})

describe('a demo', () => {
  it('is made once, made new when asked, and never becomes a real chapter', async () => {
    // The same command told it once, for every test of this run.
    const environment = { APPSTARTER_DATA: await aDemo() }
    const migrated = await runCommand(['migrate', '--json'], environment)
    assert.deepEqual([migrated.code, JSON.parse(migrated.out)], [0, { ran: [] }])
    assertRefused(await runCommand(['demo'], environment), 1, /there already\. Add --fresh/)
    const fresh = await runCommand(['demo', '--fresh', '--json'], environment)
    assert.deepEqual([fresh.code, fresh.said, JSON.parse(fresh.out).chapter.kind], [0, '', 'demo'])
    assertRefused(await newChapter(environment.APPSTARTER_DATA), 1, /A demo lies here, and a demo never becomes a real chapter/)
  })

  it('says when its port is taken, and when its folder is', async () => {
    const folder = await aFolder()
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    assertRefused(
      await runCommand(['serve'], { PORT: String(port), APPSTARTER_DATA: folder }),
      1,
      new RegExp(`^Port ${port} is taken .*\\n$`),
    )
    taken.close()
    const demo = await aDemo()
    const serving = await startServing(demo)
    try {
      assertRefused(await runCommand(['migrate'], { APPSTARTER_DATA: demo }), 1, new RegExp(`process ${serving.process.pid}, since`))
    } finally {
      await serving.stop('SIGKILL')
    }
  })

  it('ends with a fault, and does not hang, when its database is damaged', async () => {
    const folder = await aFolder()
    assert.equal((await runCommand(['migrate'], { APPSTARTER_DATA: folder })).code, 0)
    await writeFile(join(folder, 'database', 'PG_VERSION'), 'damaged')
    await writeFile(join(folder, 'database', 'global', 'pg_control'), 'damaged')
    const { code, said } = await runCommand(['migrate'], { APPSTARTER_DATA: folder })
    assert.equal(code, 1)
    assert.match(said, /^It did not work/)
    assert.ok(!(await readdir(folder)).includes('in-use-by.json'))
  })
})

describe('a real chapter', () => {
  it('is made once, is served, and writes its letters to a folder until mail is set up', async () => {
    const folder = join(await aFolder(), 'harbour')
    const list = join(await aFolder(), 'list.csv')
    await writeFile(list, 'name,sector,domains\r\n"Harbour, Council",local,harbour.example council.example\r\n')
    const made = await newChapter(folder, '--organisations', list, '--have-colour', '#0b5563', '--json')
    assert.equal(made.code, 0, made.said)
    assert.deepEqual(JSON.parse(made.out), {
      chapter: { name: 'Harbour', kind: 'real', zone: 'Europe/London', haveColour: '#0b5563' },
      folder,
      broker: BROKER,
      organisations: 1,
    })
    assertRefused(await newChapter(folder), 1, /There is a chapter here already: Harbour\./)
    assertRefused(await runCommand(['demo', '--fresh'], { APPSTARTER_DATA: folder }), 1, /Harbour is a real chapter/)
    const serving = await startServing(folder)
    try {
      assert.ok(serving.said.text.includes(`letters are written as files to ${join(folder, 'letters')}. Set APPSTARTER_MAIL`))
      await signInByLetter(serving, join(folder, 'letters'))
    } finally {
      await serving.stop('SIGKILL')
    }
  })
  it('knows the organisations of the UK pack, and learns of more', async () => {
    const folder = join(await aFolder(), 'uk')
    const made = await runCommand(['new-chapter', folder, '--name', 'UK', '--broker', 'ann@nowhere.example', '--json'])
    assert.equal((JSON.parse(made.out) as { organisations: number }).organisations, 816)
    assert.match(made.said, /No organisation has the domain of ann@nowhere\.example/)
    const list = join(await aFolder(), 'more.csv')
    await writeFile(list, 'Nowhere Together,charity,nowhere.example\nLeeds City Council,local,leeds-too.example\n')
    const more = await runCommand(['organisations', list], { APPSTARTER_DATA: folder })
    assert.match(more.out, /1 added, 1 known already/)
  })
})

/** Once by the link in the browser that asked, once by the code in another. */
async function signInByLetter(serving: Serving, letters: string): Promise<void> {
  const [here, elsewhere] = [serving.visitor(), serving.visitor()]
  assert.equal((await here.get('/letters')).status, 404)
  assert.equal((await here.get('/demo')).status, 404)

  const [link] = await letterTo(BROKER)
  assert.ok((await elsewhere.get(link)).text.includes('another browser'))
  assert.equal((await elsewhere.post(link)).status, 422)
  assert.equal((await here.get(link)).status, 200)
  assert.equal((await here.get('/mine')).path.startsWith('/sign-in'), true, 'opening the link did not act')
  assert.ok((await here.post(link)).path.startsWith('/welcome'))
  assert.equal(
    (await here.post('/welcome', { name: 'Bee Broker', haves: 'time', next: '/mine' })).path,
    '/suggestions?arrived=yes&next=%2Fmine',
  )
  assert.equal((await serving.visitor().post(link)).status, 422, 'a link works once')

  const [, code] = await letterTo(BROKER)
  const wrong = code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
  assert.equal((await elsewhere.post('/sign-in/code', { email: BROKER, code: wrong })).status, 422)
  assert.equal((await elsewhere.post('/sign-in/code', { email: BROKER, code })).path, '/mine')
  assert.equal((await serving.visitor().post('/sign-in/code', { email: BROKER, code })).status, 422, 'a code works once')
  for (const secret of [link, code.replace(' ', ''), BROKER, 'Bee']) assert.ok(!serving.log.text.includes(secret), 'the log keeps secrets')

  async function letterTo(email: string): Promise<[link: string, code: string]> {
    const list = async () => (await readdir(letters).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
    const before = await list()
    await here.post('/sign-in', { email, next: '/mine' })
    await until(async () => (await list()).length > before.length)
    const [name = '', ...others] = (await list()).filter((each) => !before.includes(each))
    assert.deepEqual(others, [])
    const { headers, text } = readMail(await readFile(join(letters, name), 'utf8'))
    assert.equal(headers.get('to'), email)
    assert.match(headers.get('message-id') ?? '', /^<\w{26}@localhost>$/)
    const link = new RegExp(`^${serving.origin}(/sign-in/link/[\\w-]{43})$`, 'm').exec(text)?.[1] ?? ''
    const code = /^(\d{3} \d{3})$/m.exec(text)?.[1] ?? ''
    assert.ok(link && code, text)
    return [link, code]
  }
}
