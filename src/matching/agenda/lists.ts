/** Many lists of whole numbers in two flat arrays. */

/** List i is `item[start[i]]` up to, not including, `item[start[i + 1]]`. */
export type Lists = { start: Int32Array; item: Int32Array }

/** @example listsOf([[4, 2], [], [7]]) // { start: [0, 2, 2, 3], item: [4, 2, 7] } */
export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1)
  for (const [at, list] of lists.entries()) start[at + 1] = start[at]! + list.length
  return { start, item: Int32Array.from(lists.flat()) }
}

export const listAt = ({ start, item }: Lists, at: number): Int32Array => item.subarray(start[at], start[at + 1])

export const howMany = ({ start }: Lists): number => start.length - 1
