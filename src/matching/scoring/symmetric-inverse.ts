/** The inverse of a symmetric positive definite matrix: by Cholesky's factor, which needs no pivots on such a one. */

/** `matrix[row * n + column]`; what comes back is laid out alike. @throws RangeError when the matrix is not positive definite. */
export function inverseOf(matrix: Float64Array, n: number): Float64Array {
  const factor = factorOf(matrix, n)
  const inverse = new Float64Array(n * n)
  const column = new Float64Array(n)
  for (let unit = 0; unit < n; unit++) {
    // Forward through the factor from where the unit vector begins, then back to where the answer is known by symmetry.
    for (let row = unit; row < n; row++) {
      let sum = row === unit ? 1 : 0
      for (let at = unit; at < row; at++) sum -= factor[row * n + at]! * column[at]!
      column[row] = sum / factor[row * n + row]!
    }
    for (let row = n - 1; row >= unit; row--) {
      let sum = column[row]!
      for (let at = row + 1; at < n; at++) sum -= factor[at * n + row]! * column[at]!
      column[row] = sum / factor[row * n + row]!
      inverse[row * n + unit] = column[row]!
      inverse[unit * n + row] = column[row]!
    }
  }
  return inverse
}

/** The lower triangle L of matrix = L L'. */
function factorOf(matrix: Float64Array, n: number): Float64Array {
  const factor = new Float64Array(n * n)
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * n + column]!
      for (let at = 0; at < column; at++) sum -= factor[row * n + at]! * factor[column * n + at]!
      if (row !== column) factor[row * n + column] = sum / factor[column * n + column]!
      else if (sum > 0) factor[row * n + row] = Math.sqrt(sum)
      else throw new RangeError('The matrix is not positive definite.')
    }
  return factor
}
