import type { Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { tellReporter } from './group-notices';

/** What whoever reported a double hears of the request that goes on for both. */
const outcomes = {
  'tickets.repair-resolved.v1': 'repair-double-resolved',
  'tickets.repair-closed.v1': 'repair-double-closed',
  'tickets.repair-reopened.v1': 'repair-double-reopened',
} as const satisfies Record<string, NoticeKind>;

/**
 * Who reported a double, and was put off to another request, hears of its outcome. The copy is made of what that other request
 * tells, in its order: a double that joined it before it was resolved is known when it is. What two such requests tell of one double
 * comes in any order: its newest merge holds.
 */
export async function followDoubles(tx: Transaction, event: Selected<'tickets.*'>): Promise<void> {
  switch (event.type) {
    case 'tickets.repair-double-joined.v1': {
      const { id, number } = event.data.double;
      tx.send(
        `INSERT INTO joined_double (double_id, survivor_id, number, merge_version) VALUES ($1, $2, $3, $4)
         ON CONFLICT (double_id) DO UPDATE SET survivor_id = excluded.survivor_id, merge_version = excluded.merge_version
         WHERE excluded.merge_version >= joined_double.merge_version`,
        // Without it in what was told before: then the last one heard holds against others without.
        [id, event.subject, number, event.data.mergeVersion ?? 0],
      );
      return;
    }
    case 'tickets.repair-double-left.v1':
      // It may have joined another one since, which was heard before.
      tx.send('DELETE FROM joined_double WHERE double_id = $1 AND survivor_id = $2', [event.data.double.id, event.subject]);
      return;
    case 'tickets.repair-resolved.v1':
    case 'tickets.repair-closed.v1':
    case 'tickets.repair-reopened.v1':
      return tellOfDoubles(tx, event, outcomes[event.type]);
    default:
      return;
  }
}

async function tellOfDoubles(tx: Transaction, event: Selected<'tickets.*'>, kind: NoticeKind): Promise<void> {
  const doubles = await tx.query<{ double_id: string; number: string }>('SELECT double_id, number FROM joined_double WHERE survivor_id = $1', [event.subject]);
  for (const { double_id: id, number } of doubles)
    await tellReporter(tx, id, {
      siteId: event.siteid,
      kind,
      subject: { type: 'repair-request', id },
      occasion: `${event.subject}-episode-${event.data.episode}`,
      data: { number, into: event.data.number },
      happenedAt: new Date(event.happenedat),
    });
}
