import { afterAll } from 'vitest'
import type { Role } from '../../../src/catalog/index.ts'
import { openCatalog, ownCatalog } from '../../fixtures/catalog.ts'
import { roleIn } from './drive.ts'
import { type Harness, openHarness } from './harness.ts'

/** Opens the bot with the ladder that it comes with, for the tests of one file; it is closed after them. */
export async function openOwnHarness(): Promise<{ readonly harness: Harness; readonly role: Role }> {
  const harness = await openHarness({ catalogIndex: await openCatalog(ownCatalog) })
  afterAll(() => harness.close())
  return { harness, role: roleIn(harness.catalogue.catalogIndex) }
}
