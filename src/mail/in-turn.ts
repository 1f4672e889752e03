/** Lets one go at a time, in the order in which they came. */
export type Turns = () => Promise<() => void>

/** Each caller waits until all before it have called what they were given. */
export function inTurn(): Turns {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let done = (): void => {}
    last = new Promise((resolve) => {
      done = resolve
    })
    await before
    return done
  }
}
