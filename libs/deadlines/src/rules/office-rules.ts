import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@property-office/persistence';
import type { OfficeRule } from './office-rule';
import { RuleBook } from './rule-book';

const keptForMs = 2_000;

/** A row of `office_rule`, in a copy as in directory. */
export interface RuleRow {
  id: string;
  kind: OfficeRule['kind'];
  site_id: string | null;
  content: OfficeRule['content'];
  source: OfficeRule['source'];
  effective_from: Date;
  recorded_at: Date;
}

/** The service's own copy of the office's rules: asked with everything that starts, changed a few times a year. */
@Injectable()
export class OfficeRules {
  private kept: { at: number; book: RuleBook } | undefined;

  constructor(private readonly database: Database) {}

  /** @param tx inside a transaction: it must not wait for a second connection */
  async book(tx?: Transaction): Promise<RuleBook> {
    const now = performance.now();
    if (!this.kept || now - this.kept.at > keptForMs) this.kept = { at: now, book: await this.read(tx ?? this.database) };
    return this.kept.book;
  }

  private async read(from: Pick<Database, 'query'>): Promise<RuleBook> {
    const rules = await from.query<RuleRow>('SELECT id, kind, site_id, content, source, effective_from, recorded_at FROM office_rule ORDER BY recorded_at, id');
    const sites = await from.query<{ id: string; time_zone: string }>('SELECT id, time_zone FROM office_site');
    return new RuleBook(rules.map(ruleOf), new Map(sites.map(({ id, time_zone }) => [id, time_zone])));
  }
}

export function ruleOf(row: RuleRow): OfficeRule {
  const { id, kind, site_id: siteId, content, source, effective_from: effectiveFrom, recorded_at: recordedAt } = row;
  return { id, kind, siteId, content, source, effectiveFrom, recordedAt };
}
