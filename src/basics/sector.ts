/** The sectors that organisations belong to. */
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

export const isSector = (text: string): text is Sector => (SECTORS as readonly string[]).includes(text)
