import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stocktakeErrors } from '../../domain/errors';
import type { StocktakeFinding } from '../../domain/finding';
import { foundRecords } from '../../persistence/expected-records';
import { keepScans, namedRecords } from '../../persistence/scans';
import { Stocktakes } from '../../persistence/stocktakes';
import type { ScanShelfDto } from './scan-shelf.dto';

export interface Scanned {
  code: string;
  recordId: string | null;
  archiveNumber: string | null;
  finding: StocktakeFinding;
  catalogueShelf: string | null;
  again: boolean;
}

/**
 * What somebody sees on a shelf, one or many at once (W4.4). A scan is a row and no event: several people enter theirs in any order, some
 * later than they saw it, and nobody waits for one.
 */
@Injectable()
export class ScanShelfHandler {
  constructor(private readonly stocktakes: Stocktakes) {}

  /** @throws stocktakeUnknown (404), nothingScanned (400), stocktakeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { shelf, codes, ...input }: ScanShelfDto): Promise<Scanned[]> {
    const { stocktake, act } = await this.stocktakes.lockForMove(tx, command, id, 'scan', input, async (_, { happenedAt }) => happenedAt);
    if (codes.length === 0) throw stocktakeErrors.nothingScanned();
    const named = await namedRecords(tx, command.principal, stocktake.siteId, codes);
    const again = await keepScans(tx, stocktake, act, shelf, codes, named);
    const recordOf = new Map(named.map((each) => [each.code, each]));
    const found = new Map((await foundRecords(tx, stocktake, named.map(({ recordId }) => recordId))).map((record) => [record.recordId, record]));
    return codes.map((code) => {
      const { recordId = null, archiveNumber = null } = recordOf.get(code) ?? {};
      const record = recordId === null ? undefined : found.get(recordId);
      return { code, recordId, archiveNumber, finding: record?.finding ?? 'unknown', catalogueShelf: record?.catalogueShelf ?? null, again: again.has(code) };
    });
  }
}
