/** Chance that everybody can repeat: what decides between two that are equal otherwise. */

/** A whole number below 2^32 for two ids in either order and a seed (FNV-1a, then the finaliser of MurmurHash3 by Austin Appleby). */
export function tieOf(seed: number, one: string, other: string): number {
  const text = one < other ? `${one} ${other}` : `${other} ${one}`
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
