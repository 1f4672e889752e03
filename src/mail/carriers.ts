/** What every way has in common in which a letter leaves the house. */
import type { Envelope } from './envelope.ts'

export type { Envelope } from './envelope.ts'

/** What became of a letter that had left: its address does not take letters, for good or for the time being. */
export type Bounce = { letter: string; isForGood: boolean; status: string }

export type Carrier = {
  keepsSecrets: boolean
  /** How many letters it takes at once; one, when it does not say. */
  atOnce?: number
  /**
   * Takes a letter out of our hands. `kept` writes down that it has left; a carrier that cannot recognise a letter which it has carried
   * before calls it before the next one leaves, so that a crash doubles one letter at most. Whoever does not call it leaves that to us.
   */
  carry(envelope: Envelope, kept: () => Promise<void>): Promise<void>
  /** The newest letters that could not be delivered, where the carrier is told so later. */
  listBounced?(): Promise<readonly Bounce[]>
  close?(): void
}

/** A letter that will never arrive, however often it is tried. What can be mended, here or there, is any other fault. */
export class RefusedForGood extends Error {
  readonly code: string
  /** The address is what is wrong, so nothing else will arrive there either. */
  readonly isOfAddress: boolean
  constructor(code: string, isOfAddress: boolean) {
    super(`The letter is refused for good (${code})`)
    this.code = code
    this.isOfAddress = isOfAddress
  }
}
