import type { Recipient } from '@property-office/calendar';
import type { Transaction } from '@property-office/persistence';
import type { OnDuty } from '../duty/standing';

/** A level that was reached: what the event of the service says. */
export interface Escalation {
  deadlineId: string;
  episode: number;
  promise: string;
  class: string;
  dueAt: Date;
  level: string;
  to: Recipient;
  outcome: 'told' | 'nobody-on-duty';
  reached: string;
  told: OnDuty[];
}

/** A level of which a late entry shows that its time had not come (G2). */
export type ShownOnTime = Pick<Escalation, 'deadlineId' | 'episode' | 'promise' | 'class' | 'dueAt' | 'level'>;

/** The thing a level is about, locked. */
export interface Watched {
  /** Who answers for it now; nobody where nobody took it. */
  responsible: readonly string[];
  /** Who may not hear of it, whatever they hold: for them their level has nobody on duty, a deputy of theirs is nobody, too, and they are nobody's deputy. */
  barred?: ReadonlySet<string>;
  /** It is over, and whoever ended it knew nothing of its clocks (a process of the version before): they end, and nobody is told. */
  over?: boolean;
  /** Writes the event of the service, in the transaction of the level. */
  escalated(escalation: Escalation): Promise<void> | void;
}

/** What a service knows of the things its deadlines are about. */
export interface Watch {
  /** States in which their clocks may stop (G4). */
  waitingStates: readonly string[];
  /** Locks the aggregate, as its acts do: two orders of locking would be a deadlock. */
  lock(tx: Transaction, aggregateId: string): Promise<Watched | undefined>;
}
