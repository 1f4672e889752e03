/** Where something is on the ground. */
export type Position = { lat: number; lon: number }
