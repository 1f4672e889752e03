/** Reads an .eml file as a mail program would: its headers, unfolded and decoded, its text, and its HTML where there is some. */
export type Mail = { headers: Map<string, string>; text: string; html?: string }

export function readMail(file: string): Mail {
  const end = file.indexOf('\r\n\r\n')
  const unfolded = file.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const headers = new Map(
    unfolded.split('\r\n').map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())]
    }),
  )
  const body = file.slice(end + 4)
  const boundary = /^multipart\/alternative;.*boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) return { headers, text: decoded(body, headers) }
  const [plain, html] = body
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => readMail(part.replace(/^\r\n/, '')))
  return { headers, text: plain?.text ?? '', ...(html ? { html: html.text } : {}) }
}

function decoded(body: string, headers: Mail['headers']): string {
  const encoding = headers.get('content-transfer-encoding')
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? printable(body) : Buffer.from(body)
  return bytes.toString('utf8').replaceAll('\r\n', '\n')
}

const printable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** =?UTF-8?Q?...?= and =?UTF-8?B?...?=; the space between two of them does not count. */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : printable(word.replaceAll('_', ' ')).toString(),
    )
