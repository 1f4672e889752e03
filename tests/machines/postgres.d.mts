/** What postgres.mjs gives to benches, which are typed. */
type Postgres = { url: string; from: string; stop(): Promise<void> }
export function startPostgres(options?: { keep?: string }): Promise<Postgres | { missing: string }>
