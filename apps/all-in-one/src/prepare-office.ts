import type { FieldCipher } from '@property-office/access';
import type { PlatformConfiguration } from '@property-office/service-kit';
import { openDemoDesk } from './demo-desk';
import { openDemoFollowUps } from './demo-follow-ups';
import { openDemoNotices } from './demo-notices';
import { openDemoPapers } from './demo-papers';
import { openDemoRecords } from './demo-records';
import { openFirstAccounts } from './first-accounts';
import { prepareForServices } from './prepare';

/**
 * Makes ready what the services of an office on its own servers find: their schemas, the first accounts, the demonstration (DEMO=1).
 * @param adminUrl the database, as administrator
 * @returns where each service finds its schema
 */
export async function prepareOffice(
  configuration: PlatformConfiguration,
  adminUrl: string,
  fieldCipher: FieldCipher,
  say: (line: string) => void,
): Promise<(service: string) => string> {
  const databaseUrlOf = await prepareForServices(configuration, adminUrl, say);
  await openFirstAccounts(configuration, databaseUrlOf, fieldCipher, say);
  await openDemoDesk(configuration, databaseUrlOf, fieldCipher);
  await openDemoFollowUps(configuration, databaseUrlOf);
  await openDemoNotices(configuration, databaseUrlOf);
  await openDemoPapers(configuration, databaseUrlOf);
  await openDemoRecords(configuration, databaseUrlOf);
  return databaseUrlOf;
}
