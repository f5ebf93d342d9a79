import { recordMatterPaths, type RecordMatter } from '@property-office/contracts';
import { ServiceUnderTest } from '@property-office/service-testing';
import { documents } from './documents.module';

const tested = { definition: documents, asker: 'tracking' } as const;

/** documents, with files left to the spec. */
export class DocumentsUnderTest extends ServiceUnderTest {
  static async open(): Promise<DocumentsUnderTest> {
    return new DocumentsUnderTest(tested, await this.databaseOf(tested)).start();
  }

  /** What archives are told of documents. */
  async matters(...ids: string[]): Promise<RecordMatter[]> {
    return (await this.sendInside(recordMatterPaths.documents, { ids }, 'archives')).body.matters;
  }
}
