/** An organisation that people work for, and how an e-mail address tells which. */
import type { Sector } from '../../basics/sector.ts'

export type Organisation = { id: string; name: string; sector: Sector }

/** What a country pack or a list may know of an organisation beside its name. */
export type Facts = { kind?: string; nation?: string; region?: string; lat?: number; lon?: number; population?: number; code?: string }
export type NewOrganisation = { name: string; sector: Sector; domains: readonly string[]; facts?: Facts }

/** What an address tells: one organisation; several, and the person is asked which; or none, perhaps with a sector. */
export type Recognised =
  | { is: 'one'; organisation: Organisation }
  | { is: 'several'; organisations: readonly Organisation[] }
  | { is: 'none'; sector: Sector | undefined }

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

/** The domain and those above it, the longest first: of a@x.leeds.gov.uk that is x.leeds.gov.uk, leeds.gov.uk, gov.uk, uk. */
export function domainsAbove(email: string): string[] {
  const labels = domainOf(email).split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}

/** The longest domain decides: an exact one before its parent, an organisation's own before a sector's ending. */
export function recognise(
  email: string,
  owners: readonly (Organisation & { domain: string })[],
  endings: readonly { ending: string; sector: Sector | undefined }[],
): Recognised {
  const domains = domainsAbove(email)
  for (const domain of domains) {
    const [first, ...others] = owners.filter((owner) => owner.domain === domain).map(({ domain: _, ...organisation }) => organisation)
    if (first && others.length > 0) return { is: 'several', organisations: [first, ...others] }
    if (first) return { is: 'one', organisation: first }
  }
  const ending = domains.flatMap((domain) => endings.filter((each) => each.ending === domain)).at(0)
  return { is: 'none', sector: ending?.sector }
}

/** Those that an address tells: none, one, or the several that it serves. */
export const organisationsOf = (told: Recognised): readonly Organisation[] =>
  told.is === 'one' ? [told.organisation] : told.is === 'several' ? told.organisations : []
