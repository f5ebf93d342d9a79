import type { Transaction } from '@property-office/persistence';
import { forgetFixity } from '../persistence/content-fixity';
import { forgetText } from '../persistence/content-texts';
import type { BlobStore } from './blob-store';

/**
 * Removes bytes that nothing refers to, and what was read from them; their content is locked alone. They go before COMMIT: what fails
 * is done again, and finds them gone. The other way round they would stay for ever.
 */
export function removeContent(tx: Transaction, store: BlobStore, sha256: string): void {
  forgetText(tx, sha256);
  forgetFixity(tx, sha256);
  store.remove(sha256);
}
