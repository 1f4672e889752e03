/** How both engines hand values over, so that a row looks the same from either: days as text, whole and decimal numbers as numbers. */
const INT8 = 20
const DATE = 1082
const NUMERIC = 1700

export const PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
}
