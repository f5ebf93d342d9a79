import type { Transaction } from '@property-office/persistence';
import { forgetFixity } from '../persistence/content-fixity';
import { forgetText } from '../persistence/content-texts';
import type { BlobStore } from './blob-store';

/**
 * Removes bytes that nothing refers to, and what was read from them; their content is locked alone. They go before COMMIT: what fails
 * is done again, and finds them gone. The other way round they would be removed when somebody has them again: so it is waited for in
 * the transaction, for as long as `BlobStore.remove` gives the store.
 */
export async function removeContent(tx: Transaction, store: BlobStore, sha256: string): Promise<void> {
  forgetText(tx, sha256);
  forgetFixity(tx, sha256);
  await store.remove(sha256);
}
