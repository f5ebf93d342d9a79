import { ServiceUnderTest } from '@property-office/service-testing';
import { documents } from './documents.module';

const tested = { definition: documents, asker: 'tracking' } as const;

/** documents, with files left to the spec. */
export class DocumentsUnderTest extends ServiceUnderTest {
  static async open(): Promise<DocumentsUnderTest> {
    return new DocumentsUnderTest(tested, await this.databaseOf(tested)).start();
  }
}
