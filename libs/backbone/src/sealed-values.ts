import type { FieldCipher } from '@property-office/access';
import type { Database } from '@property-office/persistence';
import { sampleOf } from './sealed-columns';
import type { ServiceDefinition } from './service-definition';

/**
 * Refuses to start on personal data whose key is not there (architecture.md, Data): a key made anew would hide that
 * until somebody asks for a telephone number.
 * @throws fieldKeyMissing, which says what to do
 */
export async function assertSealedValuesOpen(
  services: readonly Pick<ServiceDefinition, 'name' | 'sealed'>[],
  databaseOf: (service: string) => Pick<Database, 'query'>,
  cipher: () => FieldCipher,
): Promise<void> {
  for (const { name, sealed } of services) {
    if (sealed === undefined) continue;
    const rows = await databaseOf(name).query<{ sealed: string }>(sampleOf(sealed));
    if (rows.length > 0) cipher().assertReadable(rows.map((row) => row.sealed));
  }
}
