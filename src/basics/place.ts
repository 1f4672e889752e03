/** Where something is, and how far from somewhere else. */
export type Position = { lat: number; lon: number }

const EARTH_RADIUS_KM = 6371

/** Kilometres along the surface (haversine). */
export function kilometresBetween(a: Position, b: Position): number {
  const [lat, lon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const half = Math.sin(lat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(lon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half))
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180
