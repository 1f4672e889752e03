/** Answers that cost much and may be a little old: each is asked for once, and given again for a while. */

type Answered<T> = { at: number; answer: Promise<T> }

/** Of this process alone. Whoever asks meanwhile shares the question; one that failed is asked again. */
export class Kept<T> {
  readonly #ms: number
  readonly #isWorthKeeping: (answer: T) => boolean
  readonly #known = new Map<string, Answered<T>>()

  constructor(ms: number, isWorthKeeping: (answer: T) => boolean) {
    this.#ms = ms
    this.#isWorthKeeping = isWorthKeeping
  }

  /** `about` names the question; what it depends on must all be in it, and who may see the answer too. */
  find(about: string, now: Date, ask: () => Promise<T>): Promise<T> {
    const known = this.#known.get(about)
    const age = now.getTime() - (known?.at ?? Number.NEGATIVE_INFINITY)
    if (known && age >= 0 && age < this.#ms) return known.answer
    const answered = { at: now.getTime(), answer: ask() }
    const forget = () => this.#known.get(about) === answered && this.#known.delete(about)
    this.#known.set(about, answered)
    answered.answer.then((answer) => this.#isWorthKeeping(answer) || forget(), forget)
    return answered.answer
  }
}
