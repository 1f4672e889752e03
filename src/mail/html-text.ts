/** The text of a letter written in HTML: what its writer sees above the quoted letter. One walk from left to right, without a tree, so that nothing can nest too deep. */

export type HtmlText = { text: string /** Some words are crossed out, which plain text would not show. */; hasStruck: boolean }

const MOST = 300_000
const MOST_TEXT = 20_000
const MOST_TAG = 4000

/** What is inside is never shown. */
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'select', 'textarea', 'xml'])
const STRUCK = new Set(['s', 'strike', 'del'])
const LINES: Readonly<Record<string, string>> = Object.fromEntries([
  ...'br div tr li ul ol table section article header footer pre center form hr dl dt dd address main nav aside'
    .split(' ')
    .map((tag) => [tag, '\n']),
  ...'p h1 h2 h3 h4 h5 h6'.split(' ').map((tag) => [tag, '\n\n']),
  ...'td th'.split(' ').map((tag) => [tag, ' ']),
])
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

const QUOTE_MARK =
  /\b(id|class)\s*=\s*["']?[^"'>]*\b((x_)?(divrplyfwdmsg|appendonsend)|gmail_quote|gmail_quote_container|gmail_extra|yahoo_quoted|yahooquoted|moz-cite-prefix|outlookmessageheader|mail-editor-reference-message-container|protonmail_quote|zmail_extra|reply-intro|isforwardcontent|ymail_android_signature)\b/i
const HIDDEN =
  /\bhidden\b(?!-)|\b(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![\d.])|max-height\s*:\s*0(?![\d.])|opacity\s*:\s*0(?![\d.]))/i
const CROSSED = /text-decoration[a-z-]*\s*:[^;"']*line-through/i

/** An element whose end we wait for, and how many of its name stand open. */
type Open = { name: string; depth: number }
type Tag = { name: string; isEnd: boolean; isAlone: boolean; source: string }

export function htmlText(source: string): HtmlText {
  const html = source.slice(0, MOST)
  const out: string[] = []
  let length = 0
  let hasStruck = false
  const inside: { skip: Open | undefined; struck: Open | undefined } = { skip: undefined, struck: undefined }
  const write = (text: string) => {
    out.push(text)
    length += text.length
  }
  for (let at = 0; at < html.length && length < MOST_TEXT; ) {
    const open = html.indexOf('<', at)
    if (!inside.skip) write(decoded(html.slice(at, open < 0 ? html.length : open)).replace(/[ \t\r\n\f]+/g, ' '))
    if (open < 0) break
    const { tag, next } = readTag(html, open)
    at = next
    if (!tag) {
      if (next === open + 1 && !inside.skip) write('<')
      continue
    }
    if (inside.skip) {
      inside.skip = countedDown(inside.skip, tag)
      continue
    }
    if (tag.name === 'blockquote' || (!tag.isEnd && QUOTE_MARK.test(tag.source))) break
    if (inside.struck) {
      inside.struck = countedDown(inside.struck, tag)
      if (!inside.struck) write(']')
    }
    if (!tag.isEnd && !tag.isAlone) {
      if (UNSEEN.has(tag.name) || HIDDEN.test(tag.source)) inside.skip = { name: tag.name, depth: 1 }
      else if (!inside.struck && (STRUCK.has(tag.name) || CROSSED.test(tag.source))) {
        hasStruck = true
        inside.struck = { name: tag.name, depth: 1 }
        write(' [crossed out: ')
      }
    }
    write(LINES[tag.name] ?? '')
  }
  return { text: tidied(out.join('')), hasStruck }
}

/** Nothing when it is a comment, or no tag at all. */
function readTag(html: string, open: number): { tag: Tag | undefined; next: number } {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { tag: undefined, next: end < 0 ? html.length : end + 3 }
  }
  const name = /^<(\/?)([a-z][a-z0-9:]{0,30})/i.exec(html.slice(open, open + 40))
  const isOther = /^<[!?]/.test(html.slice(open, open + 2))
  if (!name && !isOther) return { tag: undefined, next: open + 1 }
  const end = endOfTag(html, open)
  if (!name) return { tag: undefined, next: end }
  const source = html.slice(open, end)
  const lower = (name[2] ?? '').toLowerCase()
  return { tag: { name: lower, isEnd: name[1] === '/', isAlone: VOID.has(lower) || source.endsWith('/>'), source }, next: end }
}

/** A > inside quotation marks does not end a tag; quotation marks that are never closed do not swallow the letter. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  const most = Math.min(html.length, open + MOST_TAG)
  for (let at = open + 1; at < most; at++) {
    const sign = html[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at + 1
  }
  const end = html.indexOf('>', open)
  return end < 0 ? html.length : end + 1
}

function countedDown(counted: Open, tag: Tag): Open | undefined {
  if (tag.name !== counted.name || tag.isAlone) return counted
  const depth = counted.depth + (tag.isEnd ? -1 : 1)
  return depth === 0 ? undefined : { ...counted, depth }
}

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: '\u2019', lsquo: '\u2018', ldquo: '\u201c', rdquo: '\u201d' },
  ...{
    ndash: '\u2013',
    mdash: '\u2014',
    hellip: '\u2026',
    zwnj: '',
    zwj: '',
    shy: '',
    pound: '\u00a3',
    euro: '\u20ac',
    copy: '\u00a9',
    reg: '\u00ae',
  },
  ...{
    eacute: '\u00e9',
    egrave: '\u00e8',
    agrave: '\u00e0',
    ccedil: '\u00e7',
    uuml: '\u00fc',
    ouml: '\u00f6',
    auml: '\u00e4',
    szlig: '\u00df',
    middot: '\u00b7',
    bull: '\u2022',
  },
}

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
  })

const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
