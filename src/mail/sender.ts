/** Whether a letter comes from the address that it names, as the receiving mail server of the organisation says in the header Authentication-Results. */
export type Proof = 'proven' | 'unproven' | 'forged'

/**
 * `results` are all headers of that name, from the top. Only the topmost counts, and only when `trusted` wrote it:
 * whoever sends a letter can put any number of them below.
 */
export function proofOf(results: readonly string[], trusted: string | undefined, from: string): Proof {
  const [top] = results
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  if (top === undefined || trusted === undefined || domain === '') return 'unproven'
  const [server = '', ...methods] = withoutComments(top)
    .split(';')
    .map((part) => part.trim().toLowerCase())
  if (server.split(/\s+/)[0] !== trusted.toLowerCase()) return 'unproven'
  const said = methods.map(readMethod)
  const dmarc = said.filter(({ method }) => method === 'dmarc')
  if (dmarc.some(({ result }) => result === 'fail')) return 'forged'
  const isPassed = said.some(({ method, result, properties }) => {
    if (result !== 'pass') return false
    if (method === 'dmarc') return properties.get('header.from') === domain
    const by = method === 'dkim' ? properties.get('header.d') : method === 'spf' ? domainOf(properties.get('smtp.mailfrom')) : undefined
    return by !== undefined && by === domain
  })
  return isPassed ? 'proven' : 'unproven'
}

type Method = { method: string; result: string; properties: ReadonlyMap<string, string> }

function readMethod(part: string): Method {
  const pairs = part.split(/\s+/).map((pair): [string, string] => {
    const equals = pair.indexOf('=')
    return [pair.slice(0, equals), pair.slice(equals + 1).replace(/^"|"$/g, '')]
  })
  const [first] = pairs
  return { method: first?.[0] ?? '', result: first?.[1] ?? '', properties: new Map(pairs.slice(1)) }
}

const domainOf = (address: string | undefined): string | undefined => address?.slice(address.lastIndexOf('@') + 1)

/** Comments may hold anything, semicolons too; what is inside quotation marks may as well. */
function withoutComments(header: string): string {
  let depth = 0
  let isQuoted = false
  let kept = ''
  for (const sign of header.slice(0, MOST)) {
    if (sign === '"' && depth === 0) isQuoted = !isQuoted
    if (!isQuoted && sign === '(') depth++
    else if (!isQuoted && sign === ')' && depth > 0) depth--
    else if (depth === 0 && !(isQuoted && sign === ';')) kept += sign
  }
  return kept
}

const MOST = 4000
