import type { NoticeChannel } from '@property-office/contracts';
import type { Database } from '@property-office/persistence';
import { robotKey, webhookKey } from './recipients';

/** Channels that reach no person by name: chats of the staff, other systems, boards, residents' chat groups, paper. */
export const placeChannels = ['portal-board', 'chat-group', 'paper-board', 'robot', 'webhook'] as const satisfies readonly NoticeChannel[];

export interface PlaceFigures {
  channel: string;
  places: number;
  /** Arrived, or posted with its proof. */
  done: number;
  open: number;
  /** Given up, refused, or called off before it was done. */
  failed: number;
}

/** From the board, the tasks and the deliveries of a notice. A channel it does not go by has no row. */
export function placesReached(database: Database, noticeId: string): Promise<PlaceFigures[]> {
  return database.query<PlaceFigures & Record<string, unknown>>(
    `SELECT channel, count(*)::int AS places, count(*) FILTER (WHERE how = 'done')::int AS done, count(*) FILTER (WHERE how = 'open')::int AS open,
       count(*) FILTER (WHERE how = 'failed')::int AS failed
     FROM (
       SELECT 'portal-board' AS channel, CASE WHEN released_at IS NULL THEN 'open' ELSE 'done' END AS how FROM notice
       WHERE id = $1 AND content::jsonb -> 'channels' ? 'portal-board'
       UNION ALL
       SELECT CASE task WHEN 'chat-post' THEN 'chat-group' ELSE 'paper-board' END, CASE state WHEN 'cancelled' THEN 'failed' ELSE state END FROM notice_task
       WHERE notice_id = $1 AND task IN ('chat-post', 'paper-up')
       UNION ALL
       SELECT d.channel, CASE d.state WHEN 'sent' THEN 'done' WHEN 'waiting' THEN 'open' ELSE 'failed' END FROM (
         SELECT ${robotKey('$1::text', 'g.id')} AS key FROM group_robot g UNION ALL SELECT ${webhookKey('$1::text', 'w.id')} FROM webhook w) endpoint
       JOIN delivery d ON d.business_key = endpoint.key
     ) reached GROUP BY channel ORDER BY channel`,
    [noticeId],
  );
}
