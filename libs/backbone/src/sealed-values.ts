import type { FieldCipher } from '@property-office/access';
import type { Database } from '@property-office/persistence';
import type { ServiceDefinition } from './service-definition';

/**
 * Refuses to start on personal data whose key is not there (architecture.md, Data): a key made anew would hide that
 * until somebody asks for a telephone number.
 * @throws fieldKeyMissing, which says what to do
 */
export async function assertSealedValuesOpen(
  services: readonly Pick<ServiceDefinition, 'name' | 'sealedSample'>[],
  databaseOf: (service: string) => Pick<Database, 'query'>,
  cipher: () => FieldCipher,
): Promise<void> {
  for (const { name, sealedSample } of services) {
    if (sealedSample === undefined) continue;
    const rows = await databaseOf(name).query<{ sealed: string }>(sealedSample);
    if (rows.length > 0) cipher().assertReadable(rows.map(({ sealed }) => sealed));
  }
}
