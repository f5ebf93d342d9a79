import { ServiceUnderTest } from '@property-office/service-testing';
import { archives } from './archives.module';

const tested = { definition: archives } as const;

/** archives, with files and the services records are proposed from left to the spec. */
export class ArchivesUnderTest extends ServiceUnderTest {
  static async open(): Promise<ArchivesUnderTest> {
    return new ArchivesUnderTest(tested, await this.databaseOf(tested)).start();
  }
}
