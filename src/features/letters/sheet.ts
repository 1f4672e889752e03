/** What a letter looks like when it leaves: plain text first, and the same words as simple HTML. */
import { ANSWER_ABOVE, type LetterClass, type LetterText, linkTo, partsOf } from './letter.ts'

const CHOICES = `Choose what we write to you, or pause it:\n${linkTo('/letter-choices')}`

/** Why somebody gets it. No link in it acts for the reader, so that a letter can be passed on to a manager. */
const WHY: Record<LetterClass, string> = {
  door: 'You get this letter because it is about how you sign in, or somebody typed your address.',
  ask: `You get this letter because we wait for your answer. ${CHOICES}`,
  guest:
    'You get this letter because somebody you work with named this address. We use it for this question alone, and you need no account.',
  news: `You get this letter because you take part in what it is about. ${CHOICES}`,
  digest: `You get this letter because you take part, once a week at most. ${CHOICES}`,
  confirmation: `You get this letter because you have just written to us or chosen what we write to you. ${CHOICES}`,
}

/** Plain text: paragraphs with a free line between, and who writes why. */
export const bodyOf = (letter: LetterText, chapter: string, about: LetterClass): string =>
  `${[...(letter.isAnswerable ? [ANSWER_ABOVE] : []), ...letter.paragraphs, `${chapter}\n${WHY[about]}`].join('\n\n')}\n`

/** No picture, no table, no font from elsewhere; the reader's own colours, light or dark. */
const STYLE =
  ':root{color-scheme:light dark}body{margin:0;padding:1.5rem 1rem;font:1rem/1.5 system-ui,sans-serif;color:#1d2433;background:#fffdf8}main{max-width:36rem;margin:0 auto}p{margin:0 0 1.25rem;overflow-wrap:anywhere}a{color:#0b5563}.why{margin-top:2rem;padding-top:1rem;border-top:1px solid #d9d5ca;color:#4a5568}@media (prefers-color-scheme:dark){body{color:#ece9e1;background:#14181f}a{color:#8fd0dc}.why{border-color:#3b4352;color:#b6bdc9}}'

/** The body as HTML: each paragraph a paragraph, each of our own links a link, and nothing else can be followed. */
export function htmlOf(subject: string, body: string, origin: string): string {
  const paragraphs = body.trimEnd().split('\n\n')
  const last = paragraphs.length - 1
  const lines = paragraphs.map((text, index) => `<p${index === last ? ' class="why"' : ''}>${inHtml(text, origin)}</p>`)
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${STYLE}</style>
</head>
<body><main>
${lines.join('\n')}
</main></body>
</html>
`
}

const inHtml = (text: string, origin: string): string =>
  partsOf(text)
    .map((part) => {
      if (part.is === 'text') return escaped(part.text).replaceAll('\n', '<br>\n')
      const address = escaped(origin + part.text)
      return `<a href="${address}">${address}</a>`
    })
    .join('')

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
