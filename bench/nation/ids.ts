/** Ids like the product's own, but the same at every run: they sort by the moment that they are made for. */
import type { Chance } from '../chance.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export class Ids {
  readonly #chance: Chance
  #turn = 0

  constructor(chance: Chance) {
    this.#chance = chance
  }

  at(moment: Date): string {
    this.#turn = (this.#turn + 1) % 32 ** 4
    return letters(moment.getTime(), 10) + letters(this.#turn, 4) + letters(this.#word(), 6) + letters(this.#word(), 6)
  }

  #word(): number {
    return Math.floor(this.#chance.number() * 32 ** 6)
  }
}

function letters(number: number, length: number): string {
  let [left, done] = [number, '']
  for (let place = 0; place < length; place++) {
    done = ALPHABET[left % 32] + done
    left = Math.floor(left / 32)
  }
  return done
}
