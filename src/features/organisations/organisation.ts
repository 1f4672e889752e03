/** An organisation that people work for, recognised by the domains of its e-mail addresses. */
export const SECTORS = [
  'local',
  'central',
  'health',
  'police',
  'fire',
  'education',
  'justice',
  'charity',
  'supplier',
  'other public',
] as const
export type Sector = (typeof SECTORS)[number]

export type Organisation = { id: string; name: string; sector: Sector }

export const isSector = (text: string): text is Sector => (SECTORS as readonly string[]).includes(text)

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)
