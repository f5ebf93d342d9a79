import { Injectable } from '@nestjs/common';
import { derivedId, searchText, searchWords } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { archiveNumber, recordYear, type Series } from '../domain/archive-number';
import { recordErrors } from '../domain/errors';
import { toArchivedEvent } from '../events';
import { expectCheck } from '../fixity/persistence/content-checks';
import { addDescription } from './descriptions';
import { proofOf, sheetsOf, type NewRecord, type Sheet } from './new-record';
import { RecordState } from './record-state.entity';
import { keepTexts } from './record-texts';

/** A record as it was numbered. */
export interface Archived {
  id: string;
  archiveNumber: string;
  version: number;
}

/** Makes records: the only place where one gets its number. */
@Injectable()
export class Archive {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Gives a record the next number of its series and writes down all it is and holds. It locks the counter of the series until
   * COMMIT: to be called when everything else is done that may be waited for. What is rolled back gives its number back.
   * @throws oldNumberTaken (409)
   */
  async file(tx: Transaction, act: Act, record: NewRecord): Promise<Archived> {
    await this.assertOldNumber(tx, record);
    const { id, siteId, category, retention, office, description } = record;
    // Shared: the director does not change it meanwhile.
    const [fonds] = await tx.query<{ code: string }>('SELECT code FROM fonds WHERE site_id = $1 FOR SHARE', [siteId]);
    const series: Series = { fonds: fonds!.code, category, year: recordYear(description.datedAt), retention, office };
    const { seriesId, item } = await nextItem(tx, siteId, series);
    const number = archiveNumber(series, item);
    const sheets = sheetsOf(number, record);
    const proof = proofOf(number, [...record.files, ...sheets]);
    this.insert(tx, act, record, { seriesId, item, number, proof, year: series.year });
    this.insertHeld(tx, record, sheets);
    addDescription(tx, act, id, { version: 1, reason: null, ...description });
    if (record.shelf !== null)
      tx.send('INSERT INTO record_shelf (record_id, n, shelf, moved_by, happened_at, recorded_at) VALUES ($1, 1, $2, $3, $4, $5)', [
        id, record.shelf, act.actor.personId, act.happenedAt, tx.now,
      ]);
    tx.save(stateOf(tx, act, record, number));
    this.ledger.append(tx, toArchivedEvent(record, act, { series, item, number, proof }));
    return { id, archiveNumber: number, version: 1 };
  }

  /** Two at the same moment wait for one another (`lockAlike`). */
  private async assertOldNumber(tx: Transaction, { siteId, oldNumber }: NewRecord): Promise<void> {
    if (oldNumber === null) return;
    const [taken] = await tx.query('SELECT 1 FROM record WHERE site_id = $1 AND old_number = $2', [siteId, oldNumber]);
    if (taken) throw recordErrors.oldNumberTaken({ oldNumber });
  }

  private insert(tx: Transaction, { actor, happenedAt }: Act, record: NewRecord, given: { seriesId: string; item: number; number: string; proof: string; year: number }): void {
    const { id, siteId, oldNumber, category, retention, office, legalBasis, basisRank, source, proposalId, duplicateReason, description } = record;
    tx.send(
      `INSERT INTO record (id, site_id, series_id, item, archive_number, old_number, category, year, retention, office, legal_basis, basis_rank, source_type, source_id,
         source_number, proposal_id, dated_at, duplicate_reason, proof, archived_by, archived_for, archived_as, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)`,
      [
        id, siteId, given.seriesId, given.item, given.number, oldNumber, category, given.year, retention, office, legalBasis, basisRank, source?.type ?? null, source?.id ?? null,
        source?.number ?? null, proposalId, description.datedAt, duplicateReason, given.proof, actor.personId, actor.forPersonId ?? null, actor.role, happenedAt, tx.now,
      ],
    );
  }

  private insertHeld(tx: Transaction, { id, files, text }: NewRecord, sheets: readonly Sheet[]): void {
    files.forEach(({ id: attachmentId, name, mediaType, sha256 }, i) =>
      tx.send('INSERT INTO record_file (record_id, position, attachment_id, name, media_type, sha256) VALUES ($1, $2, $3, $4, $5, $6)', [
        id, i + 1, attachmentId, name, mediaType, sha256,
      ]),
    );
    expectCheck(tx, files.map(({ sha256 }) => sha256));
    for (const { kind, content, sha256 } of sheets) tx.send('INSERT INTO record_sheet (record_id, kind, content, sha256) VALUES ($1, $2, $3, $4)', [id, kind, content, sha256]);
    keepTexts(tx, id, files.map((file, i) => ({ position: i + 1, attachmentId: file.id })), text);
  }
}

/** The next number of a series, kept from its first record on. */
async function nextItem(tx: Transaction, siteId: string, { fonds, category, year, retention, office }: Series): Promise<{ seriesId: string; item: number }> {
  const seriesId = derivedId('series', fonds, category, String(year), retention, office);
  const [row] = await tx.query<{ item: number }>(
    `INSERT INTO series AS s (id, site_id, fonds, category, year, retention, office, last_item) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
     ON CONFLICT (id) DO UPDATE SET last_item = s.last_item + 1 RETURNING last_item AS item`,
    [seriesId, siteId, fonds, category, year, retention, office],
  );
  return { seriesId, item: row!.item };
}

function stateOf(tx: Transaction, act: Act, { id, siteId, description, shelf, oldNumber, source }: NewRecord, number: string): RecordState {
  const { confidentiality, confidentialUntil } = description;
  const searched = searchText(number, oldNumber, source?.number, description.title, description.documentNumber, description.responsibleParty, ...description.keywords);
  return Object.assign(new RecordState(), {
    id,
    siteId,
    version: 1,
    description: 1,
    confidentiality,
    confidentialUntil,
    held: false,
    holds: 0,
    shelf,
    shelves: shelf === null ? 0 : 1,
    searchText: searched,
    searchWords: searchWords(searched),
    lastHappenedAt: act.happenedAt,
    recordedAt: tx.now,
    changedAt: tx.now,
  } satisfies RecordState);
}
