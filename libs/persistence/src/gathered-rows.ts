import type { RowsStatement } from './statement';

/** Rows that wait for others of their kind. */
export class GatheredRows {
  private readonly waiting = new Map<RowsStatement<object>, object[] | Map<string, object>>();

  add<Row extends object>(rows: RowsStatement<Row>, row: Row): void {
    const { once } = rows;
    const kind = rows as unknown as RowsStatement<object>;
    let values = this.waiting.get(kind);
    if (!values) this.waiting.set(kind, (values = once ? new Map() : []));
    if (Array.isArray(values) || !once) return void (values as object[]).push(row);
    const key = once.key(row);
    const earlier = values.get(key) as Row | undefined;
    values.set(key, earlier && once.of ? once.of(earlier, row) : row);
  }

  /** Whether the row has not been taken yet. Only of kinds that may meet a row twice. */
  has<Row extends object>(rows: RowsStatement<Row>, row: Row): boolean {
    const values = this.waiting.get(rows as unknown as RowsStatement<object>);
    return Array.isArray(values) && values.includes(row);
  }

  /** Each kind with its rows, in the order of their first row; nothing is left. */
  take(): Array<{ rows: RowsStatement<object>; values: object[] }> {
    if (this.waiting.size === 0) return [];
    const taken = [...this.waiting].map(([rows, values]) => ({ rows, values: [...values.values()] }));
    this.waiting.clear();
    return taken;
  }
}
