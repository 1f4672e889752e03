/** Pictures of every letter, drawn from the letter itself, and the list of all kinds: what the docs show. */

import type { KindOf, LetterClass } from '../src/features/letters/letter.ts'
import { withAddress } from '../src/features/letters/letter.ts'
import { bodyOf } from '../src/features/letters/sheet.ts'
import { LETTER_KINDS } from '../src/letter-kinds.ts'
import { LETTERS } from '../src/letters-and-asks.ts'
import { SAMPLES } from './letter-samples.ts'

const ORIGIN = 'https://appstarter.example'
const [COLUMNS, COLUMN, LINE, SIZE, EDGE] = [74, 8.4, 20, 14, 24]
const WIDTH = Math.ceil(COLUMNS * COLUMN) + 2 * EDGE

/** By the file's name: "pledge-offered.svg". */
export function letterPictures(): Map<string, string> {
  const kinds = Object.entries(kindsOf())
  return new Map(kinds.map(([kind, about]) => [fileOf(kind), picture(kind, about)]))
}

const kindsOf = (): Readonly<Record<string, KindOf>> => LETTER_KINDS
const fileOf = (kind: string): string => `${kind.replaceAll(' ', '-')}.svg`

function picture(kind: string, { class: about }: KindOf): string {
  const [facts] = Object.entries(SAMPLES).find(([each]) => each === kind)?.[1] ?? []
  const compose = LETTERS[kind]
  if (!compose || facts === undefined) throw new Error(`There is no sample of "${kind}"`)
  const written = compose(facts as never)
  const body = withAddress(bodyOf(written, 'Appstarter', about), ORIGIN)
  return drawn(written.subject, body)
}

function drawn(subject: string, body: string): string {
  const head = wrapped(subject, COLUMNS)
  const lines = body
    .trimEnd()
    .split('\n')
    .flatMap((line) => wrapped(line, COLUMNS))
  const top = EDGE + head.length * LINE
  const height = top + LINE + lines.length * LINE + EDGE
  const text = (line: string, row: number, from: number, more = ''): string =>
    line === '' ? '' : `<text x="${EDGE}" y="${from + row * LINE + SIZE}"${more}>${escaped(line)}</text>\n`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t">
<title id="t">${escaped(subject)}</title>
<style>rect{fill:#fffdf8;stroke:#d9d5ca}text{font:${SIZE}px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#1d2433;white-space:pre}.s{font-weight:700}path{stroke:#d9d5ca}@media(prefers-color-scheme:dark){rect{fill:#14181f;stroke:#3b4352}text{fill:#ece9e1}path{stroke:#3b4352}}</style>
<rect x=".5" y=".5" width="${WIDTH - 1}" height="${height - 1}" rx="4"/>
${head.map((line, row) => text(line, row, EDGE, ' class="s"')).join('')}<path d="M${EDGE} ${top + 10.5}H${WIDTH - EDGE}"/>
${lines.map((line, row) => text(line, row, top + LINE)).join('')}</svg>
`
}

/** Broken between words, and inside one that is longer than a line. */
function wrapped(line: string, columns: number): string[] {
  const lines: string[] = ['']
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last === '' || last.length + 1 + word.length <= columns) lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    else lines.push(word)
    for (let long = lines.at(-1) ?? ''; long.length > columns; long = lines.at(-1) ?? '')
      lines.splice(-1, 1, long.slice(0, columns), long.slice(columns))
  }
  return lines
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const CLASSES: Record<LetterClass, string> = {
  door: 'Doors: they always come',
  confirmation: 'Confirmations: at once, of what their reader has just said',
  ask: 'Asks: somebody waits for an answer',
  guest: 'Asks to somebody who takes no part: their manager',
  news: 'News of what their reader said yes to',
  digest: 'The weekly letter',
}

/** The list in docs/letters.md. */
export const letterList = (): string =>
  Object.entries(CLASSES)
    .map(([about, title]): [string, string[]] => [
      title,
      Object.entries(kindsOf())
        .filter(([, kind]) => kind.class === about)
        .map(([kind, { name, to, when }]) => `| [${name}](letters/${fileOf(kind)}) | ${to} | ${when} |`),
    ])
    .filter(([, rows]) => rows.length > 0)
    .map(([title, rows]) => `### ${title}\n\n| letter | to | when |\n|---|---|---|\n${rows.join('\n')}\n`)
    .join('\n')
