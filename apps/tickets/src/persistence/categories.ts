import { Injectable } from '@nestjs/common';
import type { DispatchMode, RepairClass, Skill } from '@property-office/contracts';
import { Database, type Transaction } from '@property-office/persistence';
import type { RepairCategory } from '../domain/repair-categories';

interface CategoryRow {
  code: string;
  parent: string | null;
  name_zh: string;
  name_en: string;
  repair_class: RepairClass;
  dispatch_mode: DispatchMode;
  skill: Skill;
  needs_photo: boolean;
  needs_confirmation: boolean;
}

const keptForMs = 5_000;

/** The editable list of categories: read with every report, changed a few times a year, so kept for some seconds. */
@Injectable()
export class Categories {
  private kept: { at: number; list: Promise<RepairCategory[]> } | undefined;

  constructor(private readonly database: Database) {}

  /** In the order they are shown, parents before children. */
  all(): Promise<RepairCategory[]> {
    const now = performance.now();
    if (!this.kept || now - this.kept.at > keptForMs) {
      const list = this.read();
      this.kept = { at: now, list };
      list.catch(() => (this.kept = undefined));
    }
    return this.kept.list;
  }

  async find(code: string): Promise<RepairCategory | undefined> {
    return (await this.all()).find((category) => category.code === code);
  }

  /** As a transaction sees it, on its own connection. */
  async findIn(tx: Transaction, code: string): Promise<RepairCategory | undefined> {
    const [row] = await tx.query<CategoryRow & Record<string, unknown>>('SELECT * FROM repair_category WHERE code = $1', [code]);
    return row && categoryOf(row);
  }

  private async read(): Promise<RepairCategory[]> {
    const rows = await this.database.query<CategoryRow & Record<string, unknown>>('SELECT * FROM repair_category ORDER BY position');
    return rows.map(categoryOf);
  }
}

function categoryOf(row: CategoryRow): RepairCategory {
  return {
    code: row.code,
    parent: row.parent,
    name: { zh: row.name_zh, en: row.name_en },
    repairClass: row.repair_class,
    dispatchMode: row.dispatch_mode,
    skill: row.skill,
    finishingNeeds: { photo: row.needs_photo, confirmation: row.needs_confirmation },
  };
}
