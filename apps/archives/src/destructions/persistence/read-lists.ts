import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page } from '@property-office/kernel';
import { Database, whereAfter, whereEquals } from '@property-office/persistence';
import { fewestYears } from '../../domain/retention';
import { isOver, thisYear } from '../../lists/persistence/listed-records';
import { listById, listsOf, shownColumns, shownFrom, type ListFilter, type ShownRecord } from '../../lists/persistence/read-lists';
import { recordAccess } from '../../persistence/record-access';
import type { AppraisalState } from '../domain/appraisal-states';
import type { DestructionState } from '../domain/destruction-states';
import { Appraisal } from './appraisal.entity';
import { Destruction } from './destruction.entity';

/** Appraisals, destruction lists, and what is due, as a principal may see them; the condition is part of every query. */
@Injectable()
export class ReadLists {
  constructor(private readonly database: Database) {}

  appraisals(principal: Principal, filter: ListFilter<AppraisalState>): Promise<Page<Appraisal>> {
    return listsOf(this.database, Appraisal, principal, 'archives.listAppraisals', filter);
  }

  appraisal(principal: Principal, id: string): Promise<Appraisal | undefined> {
    return listById(this.database, Appraisal, principal, 'archives.readAppraisal', id);
  }

  destructions(principal: Principal, filter: ListFilter<DestructionState>): Promise<Page<Destruction>> {
    return listsOf(this.database, Destruction, principal, 'archives.listDestructions', filter);
  }

  destruction(principal: Principal, id: string): Promise<Destruction | undefined> {
    return listById(this.database, Destruction, principal, 'archives.readDestruction', id);
  }

  /**
   * Those whose retention is over, and which are neither held nor destroyed nor handed over nor on a list (W4.4), the last archived first. The
   * term is worked out, record by record, only of what is old enough.
   */
  async due(principal: Principal, { limit, cursor, siteId }: ListFilter<never>): Promise<Page<ShownRecord>> {
    const conditions = [...whereEquals('s.site_id', siteId), ...whereAfter('s', cursor)];
    const params = conditions.map(({ value }) => value);
    const access = recordAccess(principal, 'archives.listDueRecords', 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<ShownRecord & Record<string, unknown>>(
      `SELECT ${shownColumns} ${shownFrom} WHERE ${where} AND r.retention <> 'Y' AND r.year < ${thisYear} - ${fewestYears} AND NOT s.held AND ${isOver}
         AND NOT EXISTS (SELECT 1 FROM record_destruction x WHERE x.record_id = s.id) AND NOT EXISTS (SELECT 1 FROM record_listing l WHERE l.record_id = s.id)
         AND NOT EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = s.id) AND NOT EXISTS (SELECT 1 FROM handing_over o WHERE o.item_id = s.id)
       ORDER BY s.recorded_at DESC, s.id DESC LIMIT ${Number(limit) + 1}`,
      [...params, ...access.params],
    );
    return toPage(rows, limit, ({ recordedAt, recordId }) => ({ at: recordedAt.toISOString(), id: recordId }));
  }
}
