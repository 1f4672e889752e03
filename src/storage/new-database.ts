/** Writes the database that every new folder begins with: it has every table, and nothing in them. */
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrations.ts'

export async function writeNewDatabase(file: string, worker: URL): Promise<void> {
  const storage = await openEmbedded(undefined, worker, { made: file })
  await migrate(storage.db)
  await storage.close()
}
