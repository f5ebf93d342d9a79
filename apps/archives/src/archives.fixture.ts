import type { Platform } from '@property-office/backbone';
import { ServiceUnderTest } from '@property-office/service-testing';
import { throwawayFolder, waitFor } from '@property-office/testing';
import { archives } from './archives.module';

const tested = { definition: archives } as const;

/** archives, with files and the services records are proposed from left to the spec; the destruction register lies in a folder of its own. */
export class ArchivesUnderTest extends ServiceUnderTest {
  readonly dataDir = throwawayFolder();

  static async open(): Promise<ArchivesUnderTest> {
    return new ArchivesUnderTest(tested, await this.databaseOf(tested)).start();
  }

  /** Until somebody waits for a lock that the spec holds. */
  async somebodyWaits(): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await waitFor(async () => (await this.rows(waiting)).length > 0, { what: 'somebody to wait for the lock' });
  }

  protected override platform(): Platform {
    const platform = super.platform();
    return { ...platform, configuration: { ...platform.configuration, dataDir: this.dataDir } };
  }
}
