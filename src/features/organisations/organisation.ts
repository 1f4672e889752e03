/** An organisation that people work for, recognised by the domains of its e-mail addresses. */
import type { Sector } from '../../basics/sector.ts'

export type Organisation = { id: string; name: string; sector: Sector }

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)
