import { Injectable } from '@nestjs/common';
import type { LivingFileSubject } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { lateOf } from '../events';
import { knownPapers, listedPapers, type KnownPaper, type ListedPaper } from './required-papers';
import { Settings } from './settings';

/** What somebody changed, as it was from then on. */
export interface ListChange extends KnownPaper {
  version: number;
  /** Why it is not wanted any more; null where it is. */
  reason: string | null;
  setBy: string;
  setFor: string | null;
  happenedAt: Date;
  recordedAt: Date;
}

/** Which list: of the living files of one kind on one site (应归材料清单). */
interface ListOf {
  siteId: string;
  subject: LivingFileSubject;
}

export interface CompletenessList extends ListOf {
  /** Counts its changes; 0: as it was shipped. */
  version: number;
  papers: ListedPaper[];
  /** The last one first. */
  changes: ListChange[];
}

/** A locked one, with what belongs there and what did. */
export interface LockedList extends ListOf {
  version: number;
  known: KnownPaper[];
}

/** What belongs into living files, as an office sets it: each change is another version, and none is ever changed itself. */
@Injectable()
export class CompletenessLists {
  constructor(
    private readonly settings: Settings,
    private readonly ledger: Ledger,
  ) {}

  async of(on: Database | Transaction, { siteId, subject }: ListOf): Promise<CompletenessList> {
    const papers = listedPapers(await knownPapers(on, siteId, subject));
    const changes = await on.query<ListChange & Record<string, unknown>>(
      `SELECT v.version, v.paper, v.name_zh AS "nameZh", v.name_en AS "nameEn", q.per_owner AS "perOwner", v.equipment, v.required, v.reason, v.set_by AS "setBy", v.set_for AS "setFor",
         v.happened_at AS "happenedAt", v.recorded_at AS "recordedAt"
       FROM required_paper_version v JOIN required_paper q USING (site_id, subject_type, paper) WHERE v.site_id = $1 AND v.subject_type = $2 ORDER BY v.version DESC`,
      [siteId, subject],
    );
    return { siteId, subject, version: changes[0]?.version ?? 0, papers, changes };
  }

  /** Until COMMIT, with all settings of its site, which begins with what is shipped where it has none. */
  async lock(tx: Transaction, { siteId, subject }: ListOf): Promise<LockedList> {
    await this.settings.begin(tx, siteId);
    await this.settings.lock(tx, siteId);
    const [last] = await tx.query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM required_paper_version WHERE site_id = $1 AND subject_type = $2', [siteId, subject]);
    return { siteId, subject, version: last!.version, known: await knownPapers(tx, siteId, subject) };
  }

  /** It belongs there from now on, and as it says here. */
  set(tx: Transaction, list: LockedList, act: Act, paper: ListedPaper): void {
    const { siteId, subject } = list;
    tx.send(
      `INSERT INTO required_paper (site_id, subject_type, paper, name_zh, name_en, per_owner, position, shipped)
       SELECT $1, $2, $3, $4, $5, $6, 1 + coalesce(max(position), 0), false FROM required_paper WHERE site_id = $1 AND subject_type = $2 ON CONFLICT DO NOTHING`,
      [siteId, subject, paper.paper, paper.nameZh, paper.nameEn, paper.perOwner],
    );
    this.ledger.append(tx, { type: 'archives.required-paper-set.v1', ...this.next(tx, list, act, paper, null), data: { subject, ...paper, ...lateOf(act) } });
  }

  /** It belongs there no longer; what was filed as it stays. */
  retire(tx: Transaction, list: LockedList, act: Act, paper: ListedPaper, reason: string): void {
    const data = { subject: list.subject, paper: paper.paper, ...lateOf(act) };
    this.ledger.append(tx, { type: 'archives.required-paper-retired.v1', ...this.next(tx, list, act, paper, reason), data });
  }

  /** Writes the next version. @returns where its event stands */
  private next(tx: Transaction, { siteId, subject, version }: LockedList, { actor, happenedAt }: Act, { paper, nameZh, nameEn, equipment }: ListedPaper, reason: string | null) {
    tx.send(
      `INSERT INTO required_paper_version (site_id, subject_type, version, paper, name_zh, name_en, equipment, required, reason, set_by, set_for, set_as, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [siteId, subject, version + 1, paper, nameZh, nameEn, equipment, reason === null, reason, actor.personId, actor.forPersonId ?? null, actor.role, happenedAt, tx.now],
    );
    return { aggregateId: derivedId('completeness-list', siteId, subject), aggregateVersion: version + 1, siteId, happenedAt, actor };
  }
}
