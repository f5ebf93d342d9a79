import { Injectable } from '@nestjs/common';
import { searchText, searchWords } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { isEased } from '../../domain/confidence';
import { corrected } from '../../domain/corrected';
import { recordErrors } from '../../domain/errors';
import { asDirector } from '../../persistence/as-director';
import { addDescription } from '../../persistence/descriptions';
import type { Description } from '../../persistence/new-record';
import { ReadRecords } from '../../persistence/read-records';
import { Records } from '../../persistence/records';
import type { CorrectDescriptionDto } from './correct-description.dto';

/** A description is corrected by another version of it: the earlier ones stay, and number and files never change (G3, W4.2). */
@Injectable()
export class CorrectDescriptionHandler {
  constructor(
    private readonly records: Records,
    private readonly reading: ReadRecords,
  ) {}

  /** @throws recordUnknown (404), nothingCorrected, datedInFuture, termWithoutConfidence, termOver (400), easedByDirector (403), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectDescriptionDto): Promise<void> {
    const locked = await this.records.lockForAct(tx, command, id, input);
    const record = (await this.reading.one(command.principal, id, command.operation, tx))!;
    const { title, responsibleParty, documentNumber, datedAt, pages, copies, carrier, confidentiality, confidentialUntil, keywords, remarks } = record;
    const before: Description = { title, responsibleParty, documentNumber, datedAt, pages, copies, carrier, confidentiality, confidentialUntil, keywords, remarks };
    const { reason, happenedAt: _, lateReason: __, ...said } = input;
    const changes = corrected(before, said);
    if (Object.keys(changes).length === 0) throw recordErrors.nothingCorrected();
    const described = { ...before, ...changes };
    // A term belongs to what is confidential; it goes when that does.
    if (described.confidentiality !== 'confidential' && changes.confidentialUntil === undefined) described.confidentialUntil = null;
    if (described.datedAt > tx.now) throw recordErrors.datedInFuture();
    if (described.confidentialUntil && described.confidentiality !== 'confidential') throw recordErrors.termWithoutConfidence();
    if (changes.confidentialUntil && changes.confidentialUntil <= tx.now) throw recordErrors.termOver();
    const act = isEased(before, described) ? asDirector(command, locked.act, record.siteId) : locked.act;
    if (!act) throw recordErrors.easedByDirector();
    const version = locked.state.description + 1;
    addDescription(tx, act, id, { version, reason, ...described });
    const { archiveNumber, oldNumber, source } = record;
    const searched = searchText(archiveNumber, oldNumber, source?.number, described.title, described.documentNumber, described.responsibleParty, ...described.keywords);
    this.records.advance(tx, { ...locked, act }, { kind: 'described' }, {
      description: version,
      confidentiality: described.confidentiality,
      confidentialUntil: described.confidentialUntil,
      searchText: searched,
      searchWords: searchWords(searched),
    });
  }
}
