/** Secrets that are given out once and kept only as a hash. */
import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits, fit for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** A code has few values, so its hash belongs to one sign-in only. */
export const codeHashOf = (signIn: string, code: string): string => hashOf(`${signIn} ${code}`)
