import type { Clock, EscalatedLevel } from '@property-office/calendar';
import { rowsStatement } from '@property-office/persistence';

/** The clock of one promise about one thing in one episode, as it stands in the database. */
export interface Deadline {
  readonly id: string;
  /** What it is about, in the word the service gave to `watch`: `repair-request`. */
  readonly kind: string;
  readonly aggregateId: string;
  readonly siteId: string;
  readonly episode: number;
  readonly promise: string;
  class: string;
  clock: Clock;
  readonly ruledAt: Date;
  /** `cancelled`: over with the thing itself. `dropped`: not promised after all, by the class it was corrected to. */
  state: 'running' | 'closed' | 'cancelled' | 'dropped';
  dueAt: Date;
  nextAt: Date | null;
  firing: number;
  /** The id its levels are told under since some were told by what was taken back; null: its own. */
  toldAs: string | null;
  /** Reached, and not by what was taken back. */
  levels: RecordedLevel[];
}

/** What is kept of a clock that may be put back. */
export type StandingClock = Pick<Deadline, 'promise' | 'class' | 'clock' | 'state'>;

export interface RecordedLevel extends EscalatedLevel {
  /** As its clock had it when it was reached. */
  toldAs: string | null;
  /** The class whose rules it was reached by. */
  class: string;
  shownOnTime: boolean;
}

export interface DeadlineRow {
  id: string;
  kind: string;
  aggregate_id: string;
  site_id: string;
  episode: number;
  promise: string;
  class: string;
  clock: Clock;
  ruled_at: Date;
  state: Deadline['state'];
  due_at: Date;
  next_at: Date | null;
  firing: number;
  told_as: string | null;
  levels: Array<{ level: string; told_as: string | null; recipient: EscalatedLevel['to']; outcome: EscalatedLevel['outcome']; reached: string; class: string; at: string; shown_on_time: boolean }>;
}

export const deadlineColumns = `d.id, d.kind, d.aggregate_id, d.site_id, d.episode, d.promise, d.class, d.clock, d.ruled_at, d.state, d.due_at, d.next_at,
  d.firing, d.told_as, coalesce((SELECT json_agg(l ORDER BY l.at, l.level) FROM deadline_level l WHERE l.deadline_id = d.id AND NOT l.taken_back), '[]') AS levels`;

export function deadlineOf(row: DeadlineRow): Deadline {
  return {
    id: row.id,
    kind: row.kind,
    aggregateId: row.aggregate_id,
    siteId: row.site_id,
    episode: row.episode,
    promise: row.promise,
    class: row.class,
    clock: row.clock,
    ruledAt: row.ruled_at,
    state: row.state,
    dueAt: row.due_at,
    nextAt: row.next_at,
    firing: row.firing,
    toldAs: row.told_as,
    levels: row.levels.map(({ level, told_as: toldAs, recipient, class: name, outcome, reached, at, shown_on_time: shownOnTime }) => ({
      level,
      toldAs,
      class: name,
      to: recipient,
      outcome,
      reached,
      at: new Date(at).toISOString(),
      shownOnTime,
    })),
  };
}

const insert = `INSERT INTO deadline (id, kind, aggregate_id, site_id, episode, promise, class, clock, ruled_at, state, due_at, next_at, firing, told_as)
   SELECT * FROM json_to_recordset($1) AS new (id uuid, kind text, aggregate_id uuid, site_id uuid, episode int, promise text, class text,
     clock jsonb, ruled_at timestamptz, state text, due_at timestamptz, next_at timestamptz, firing int, told_as uuid)`;

/** Fails where the promise has a clock already: a clock never starts again (`deadline_once`). */
export const insertDeadlines = rowsStatement<SavedRow>('deadline_insert', insert);

export const saveDeadlines = rowsStatement<SavedRow>(
  'deadline_save',
  `${insert}
   ON CONFLICT (id) DO UPDATE SET class = excluded.class, clock = excluded.clock, ruled_at = excluded.ruled_at, state = excluded.state,
     due_at = excluded.due_at, next_at = excluded.next_at, firing = excluded.firing, told_as = excluded.told_as`,
  { key: ({ id }) => id },
);

export type SavedRow = Omit<DeadlineRow, 'levels'>;

export function rowOf(deadline: Deadline): SavedRow {
  return {
    id: deadline.id,
    kind: deadline.kind,
    aggregate_id: deadline.aggregateId,
    site_id: deadline.siteId,
    episode: deadline.episode,
    promise: deadline.promise,
    class: deadline.class,
    clock: deadline.clock,
    ruled_at: deadline.ruledAt,
    state: deadline.state,
    due_at: deadline.dueAt,
    next_at: deadline.nextAt,
    firing: deadline.firing,
    told_as: deadline.toldAs,
  };
}
