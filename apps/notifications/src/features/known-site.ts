import type { Transaction } from '@property-office/persistence';
import { notificationErrors } from '../domain/errors';

/** @throws endpointInvalid (400) for a site that nobody has announced */
export async function assertKnownSite(tx: Transaction, siteId: string): Promise<void> {
  const [known] = await tx.query('SELECT 1 FROM site_zone WHERE site_id = $1', [siteId]);
  if (known) return;
  const message = { zh: '没有这个项目', en: 'There is no such site' };
  throw notificationErrors.endpointInvalid({}, { fields: [{ pointer: '/siteId', message }] });
}
