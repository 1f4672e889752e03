/** Identifiers made by the application: 26 characters that sort by the time they were made, like a ULID. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_LENGTH = 10
const TURN_LENGTH = 4
const CHANCE_LENGTH = 12

let turn = 0

/** Ten characters of milliseconds, four that count up so that one moment keeps its order, twelve of chance (60 bits). */
export function newId(now: Date): string {
  turn = (turn + 1) % ALPHABET.length ** TURN_LENGTH
  const chance = crypto.getRandomValues(new Uint8Array(CHANCE_LENGTH))
  return encode(now.getTime(), TIME_LENGTH) + encode(turn, TURN_LENGTH) + [...chance].map((byte) => ALPHABET[byte % 32]).join('')
}

export const isId = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{26}$/.test(text)

/** The moment that an id says it was made in; whoever chose it themselves may say any. */
export const timeOf = (id: string): Date =>
  new Date([...id.slice(0, TIME_LENGTH)].reduce((time, letter) => time * ALPHABET.length + ALPHABET.indexOf(letter), 0))

function encode(number: number, length: number): string {
  let left = number
  let done = ''
  for (let place = 0; place < length; place++) {
    done = ALPHABET[left % 32] + done
    left = Math.floor(left / 32)
  }
  return done
}
