import { ServiceUnderTest } from '@property-office/service-testing';
import { reception } from './reception.module';

const tested = { definition: reception, asker: 'tickets' } as const;

/** reception, with directory, files, tickets and complaints left to the spec. */
export class ReceptionUnderTest extends ServiceUnderTest {
  static async open(): Promise<ReceptionUnderTest> {
    return new ReceptionUnderTest(tested, await this.databaseOf(tested)).start();
  }
}
