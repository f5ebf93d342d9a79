import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Reaction, type EventOf, type ReactionContext } from '@property-office/messaging';
import { rowsStatement, type Transaction } from '@property-office/persistence';

const followed = [
  'notifications.notice-released.v1',
  'notifications.notice-corrected.v1',
  'notifications.notice-withdrawn.v1',
  'notifications.notice-reviewed.v1',
  'notifications.notice-reminded.v1',
  'notifications.notice-task-set.v1',
  'notifications.notice-task-done.v1',
  'notifications.notice-task-cancelled.v1',
] as const;

interface EntryRow {
  event_id: string;
  notice_id: string;
  aggregate_id: string;
  site_id: string;
  type: string;
  happened_at: string;
  data: object;
}

const add = rowsStatement<EntryRow>(
  'notice_entry_add',
  `INSERT INTO notice_entry (event_id, notice_id, aggregate_id, site_id, type, happened_at, data)
   SELECT * FROM json_to_recordset($1) AS added (event_id uuid, notice_id uuid, aggregate_id uuid, site_id uuid, type text,
     happened_at timestamptz, data jsonb)
   ON CONFLICT (event_id) DO NOTHING`,
);

/** What is said in a notice or about it: figures need none of it, and retention has nothing to blank here. */
const words: ReadonlySet<string> = new Set(['title', 'reason', 'remarks', 'lateReason', 'where']);

/** Keeps what figures of notices are counted from, release and tasks alike (W2.4). */
@Controller()
export class FollowNoticesReaction {
  @Reaction({ durable: 'tracking__notices_v1', events: followed, order: 'any', replay: 'rebuild' })
  onEvent(@Payload() event: EventOf<(typeof followed)[number]>, @Ctx() { tx }: ReactionContext<Transaction>): void {
    tx.gather(add, {
      event_id: event.id,
      notice_id: 'noticeId' in event.data ? event.data.noticeId : event.subject,
      aggregate_id: event.subject,
      site_id: event.siteid,
      type: event.type,
      happened_at: event.happenedat,
      data: Object.fromEntries(Object.entries(event.data).filter(([name]) => !words.has(name))),
    });
  }
}
