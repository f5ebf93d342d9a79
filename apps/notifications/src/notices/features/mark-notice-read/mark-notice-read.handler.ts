import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { noteReader } from '../../persistence/readers';
import type { Reading } from '../../persistence/read-notices';

/** Somebody a notice is addressed to has read it, and says so where that is asked for. Twice is once. */
@Injectable()
export class MarkNoticeReadHandler {
  /** @throws unknown (404), notAsked (409) */
  async execute(tx: Transaction, { principal, operation }: CommandContext, id: string, acknowledge: boolean): Promise<Reading> {
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'n.id', siteColumn: 'n.site_id', firstParam: 2 });
    const [found] = await tx.query<{ asks: boolean }>(
      `SELECT (n.content::jsonb ->> 'acknowledge')::boolean AS asks FROM notice n WHERE n.id = $1 AND ${access.sql}`,
      [id, ...access.params],
    );
    if (!found) throw noticeErrors.unknown();
    if (acknowledge && !found.asks) throw noticeErrors.notAsked();
    return noteReader(tx, id, principal.personId, acknowledge);
  }
}
