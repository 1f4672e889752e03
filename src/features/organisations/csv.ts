/** Reads a list of organisations from a spreadsheet: one a line, "name,sector,domain domain ...". */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { isSector, type Sector } from '../../basics/sector.ts'

type Listed = { name: string; sector: Sector; domains: string[] }
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** The organisations, or a sentence that names the line and its fault. A first line of headings is passed over. */
export function readOrganisations(text: string): Answer<Listed[], string> {
  const found: Listed[] = []
  // Excel begins a file with a byte order mark.
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || (index === 0 && /^name,/i.test(line))) continue
    const cells = /^(?:"([^"]*)"|([^",]*)),([^,]*),(.*)$/.exec(line)
    const name = (cells?.[1] ?? cells?.[2] ?? '').trim()
    const sector = (cells?.[3] ?? '').trim()
    const domains = (cells?.[4] ?? '')
      .toLowerCase()
      .split(/[\s"]+/)
      .filter(Boolean)
    const where = `Line ${index + 1}`
    if (!cells || name === '') return no(`${where} must read: name,sector,domains.`)
    if (!isSector(sector)) return no(`${where}: "${sector}" is not a sector we know.`)
    const wrong = domains.find((domain) => !DOMAIN.test(domain))
    if (wrong !== undefined) return no(`${where}: "${wrong}" is not a domain.`)
    if (found.some((other) => other.name === name)) return no(`${where}: ${name} is listed twice.`)
    const twice = domains.find((domain, at) => domains.indexOf(domain) < at || found.some((other) => other.domains.includes(domain)))
    if (twice !== undefined) return no(`${where}: the domain ${twice} is listed twice.`)
    found.push({ name, sector, domains })
  }
  return yes(found)
}
