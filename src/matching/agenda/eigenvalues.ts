/** The smallest eigenvalues of a symmetric matrix, for a bound. */

/** Halvings of an interval: more than a double has digits. */
const HALVINGS = 60

/**
 * Of a symmetric matrix of n times n numbers, row by row, the `many` smallest, the least first: it is made tridiagonal by reflections
 * (Householder, 1958), and then each value is closed in by counting how many lie below a number (Givens, 1954). The matrix is used up.
 *
 * @example smallestEigenvalues(Float64Array.of(2, 1, 1, 2), 2, 2) // 1, 3
 */
export function smallestEigenvalues(matrix: Float64Array, n: number, many: number): Float64Array {
  const { diagonal, beside } = tridiagonal(matrix, n)
  let reach = 0
  for (let at = 0; at < n; at++) reach = Math.max(reach, Math.abs(diagonal[at]!) + Math.abs(beside[at]!) + Math.abs(beside[at + 1] ?? 0))
  return Float64Array.from({ length: Math.min(n, many) }, (_, rank) => {
    let [low, high] = [-reach, reach]
    for (let turn = 0; turn < HALVINGS; turn++) {
      const middle = (low + high) / 2
      if (countBelow(middle, diagonal, beside) > rank) high = middle
      else low = middle
    }
    return low
  })
}

/** `beside[i]` stands between places i - 1 and i of the diagonal. */
function tridiagonal(matrix: Float64Array, n: number): { diagonal: Float64Array; beside: Float64Array } {
  const [mirror, image] = [new Float64Array(n), new Float64Array(n)]
  for (let at = 0; at + 2 < n; at++) {
    let length = 0
    for (let row = at + 1; row < n; row++) length += matrix[row * n + at]! ** 2
    const first = matrix[(at + 1) * n + at]!
    const kept = first > 0 ? -Math.sqrt(length) : Math.sqrt(length)
    const square = length - first * kept
    if (square === 0) continue
    for (let row = at + 1; row < n; row++) mirror[row] = matrix[row * n + at]! - (row === at + 1 ? kept : 0)
    let along = 0
    for (let row = at + 1; row < n; row++) {
      let sum = 0
      for (let column = at + 1; column < n; column++) sum += matrix[row * n + column]! * mirror[column]!
      image[row] = sum / square
      along += (sum / square) * mirror[row]!
    }
    for (let row = at + 1; row < n; row++) image[row]! -= (along / (2 * square)) * mirror[row]!
    for (let row = at + 1; row < n; row++)
      for (let column = at + 1; column < n; column++)
        matrix[row * n + column]! -= mirror[row]! * image[column]! + image[row]! * mirror[column]!
    matrix[(at + 1) * n + at] = kept
  }
  return {
    diagonal: Float64Array.from({ length: n }, (_, at) => matrix[at * n + at]!),
    beside: Float64Array.from({ length: n }, (_, at) => (at === 0 ? 0 : matrix[at * n + at - 1]!)),
  }
}

/** By the signs of a sequence of Sturm. */
function countBelow(number: number, diagonal: Float64Array, beside: Float64Array): number {
  let [many, pivot] = [0, 1]
  for (let at = 0; at < diagonal.length; at++) {
    pivot = diagonal[at]! - number - beside[at]! ** 2 / (pivot || Number.MIN_VALUE)
    if (pivot < 0) many++
  }
  return many
}
