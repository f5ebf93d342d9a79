import { statement, type Transaction } from '@property-office/persistence';

const lockPositions = statement(
  'reaction_position_lock',
  `INSERT INTO reaction_position AS p (consumer, aggregate_id, version)
   SELECT $1, id, 0 FROM unnest($2::uuid[]) AS id ORDER BY id
   ON CONFLICT (consumer, aggregate_id) DO UPDATE SET version = p.version
   RETURNING aggregate_id, version`,
);
// Not an UPDATE with a join: its plan may read every row of the consumer.
const savePositions = statement(
  'reaction_position_save',
  `INSERT INTO reaction_position (consumer, aggregate_id, version) SELECT $1, * FROM unnest($2::uuid[], $3::int[])
   ON CONFLICT (consumer, aggregate_id) DO UPDATE SET version = excluded.version`,
);

/** Up to which version a reaction has applied each of some aggregates; the rows stay locked until COMMIT. */
export class Positions {
  private readonly moved = new Map<string, number>();

  private constructor(
    private readonly tx: Transaction,
    private readonly consumer: string,
    private readonly versions: Map<string, number>,
  ) {}

  static async lock(tx: Transaction, consumer: string, aggregateIds: string[]): Promise<Positions> {
    const distinct = [...new Set(aggregateIds)];
    const rows = await tx.query<{ aggregate_id: string; version: number }>(lockPositions, [
      consumer,
      distinct,
    ]);
    return new Positions(tx, consumer, new Map(rows.map((row) => [row.aggregate_id, row.version])));
  }

  /** 0 before the first. */
  of(aggregateId: string): number {
    return this.versions.get(aggregateId) ?? 0;
  }

  move(aggregateId: string, version: number): void {
    this.versions.set(aggregateId, version);
    this.moved.set(aggregateId, version);
  }

  save(): void {
    if (this.moved.size > 0)
      this.tx.send(savePositions, [this.consumer, [...this.moved.keys()], [...this.moved.values()]]);
  }
}
