/** The words of a need, as they are compared: small, without endings, without words that every text has. */

/** Words that say nothing about what is needed. */
const EMPTY = new Set(
  'a an and are as at be by can do for from get has have how i if in is it its me my no not of on or our so that the their them they this to up us was we what when where which who will with you your tell tells want wants know knows'.split(
    ' ',
  ),
)
/** Cut from the longest to the shortest; what is left has at least four letters. */
const ENDINGS = ['ations', 'ation', 'ments', 'ment', 'ings', 'ing', 'ers', 'ed', 'er', 'ion']
const SHORTEST_STEM = 4

/**
 * Words of two letters and more, in order, small; "freeSchoolMeals" is three words.
 * @example wordsOfNeed('Free schoolMeals for pupils') // ['free', 'school', 'meals', 'for', 'pupils']
 */
export const wordsOfNeed = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)

export const isEmptyWord = (word: string): boolean => EMPTY.has(word)

/** A light stem: "applying", "applied" and "apply" need not meet, but "meals" and "meal", "parking" and "park" do. */
export function stemOfNeed(word: string): string {
  let stem = word
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
  else if (stem.length > 3 && /[^siu]s$/.test(stem)) stem = stem.slice(0, -1)
  const ending = ENDINGS.find((each) => stem.endsWith(each) && stem.length - each.length >= SHORTEST_STEM)
  if (ending) stem = stem.slice(0, -ending.length)
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem
}
