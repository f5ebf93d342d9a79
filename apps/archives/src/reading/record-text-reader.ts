import { Injectable } from '@nestjs/common';
import { AttachmentReader, type ToldText } from '@property-office/backbone';
import { searchedIn } from '@property-office/kernel';
import { expectFiles, takeInTexts } from '../persistence/record-texts';

const first = '00000000-0000-0000-0000-000000000000';
/** Ten minutes: a process of the release before files records without their texts while it is still there. */
const roundsBetweenLooks = 1_200;

/** What records say, for their search (W4.2): their files as files tells it, and, of records that were there before, their final texts. */
@Injectable()
export class RecordTextReader extends AttachmentReader {
  protected readonly texts = { table: 'held_text', owner: 'record_id' };
  private roundsToLook = 0;

  /** What was taken in stays so: whoever is stopped goes on with the rest. */
  protected override async prepare(): Promise<void> {
    if (this.roundsToLook > 0) {
      this.roundsToLook -= 1;
      return;
    }
    await expectFiles(this.database);
    for (let last: string | undefined = first; last !== undefined && !this.stopping; ) last = await takeInTexts(this.database, last);
    this.roundsToLook = roundsBetweenLooks;
  }

  protected keep(attachmentId: string, told: ToldText): Promise<unknown> {
    const { searchText, searchWords } = searchedIn(told.state === 'read' ? told.text : '');
    return this.database.query(
      `UPDATE held_text SET state = $2, reason = $3, search_text = $4, search_words = $5 WHERE source_id = $1 AND state = 'waiting'`,
      [attachmentId, told.state, told.state === 'none' ? told.reason : null, searchText, searchWords],
    );
  }
}
