import type { Selected } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { NoticeKind } from '../domain/notices';
import { notify } from './notify';

interface Outcome {
  kind: NoticeKind;
  /** Told whoever met another one that was merged into it. */
  ofOther?: NoticeKind;
  occasion: string;
}

/** What is told of an event: once an episode; a cancellation, and its taking back, each by itself. */
function outcomeOf(event: Selected<'tickets.*'>): Outcome | undefined {
  const [episode, version] = [`episode-${event.data.episode}`, `version-${event.aggregateversion}`];
  switch (event.type) {
    case 'tickets.repair-resolved.v1':
      return { kind: 'repair-shared-resolved', ofOther: 'repair-shared-double-resolved', occasion: episode };
    case 'tickets.repair-closed.v1':
      return { kind: 'repair-shared-closed', ofOther: 'repair-shared-double-closed', occasion: episode };
    case 'tickets.repair-reopened.v1':
      return { kind: 'repair-shared-reopened', ofOther: 'repair-shared-double-reopened', occasion: episode };
    // What others are merged into is not cancelled: there is none to tell of.
    case 'tickets.repair-cancelled.v1':
      return { kind: 'repair-shared-cancelled', occasion: version };
    case 'tickets.act-taken-back.v1':
      return event.data.act.type === 'tickets.repair-cancelled.v1' ? { kind: 'repair-shared-goes-on', occasion: version } : undefined;
    default:
      return undefined;
  }
}

/** Who said "me too" hears what becomes of it, also where it was merged into another request, of which this tells. */
export async function followSharers(tx: Transaction, event: Selected<'tickets.*'>): Promise<void> {
  if (event.type === 'tickets.repair-joined.v1') {
    tx.send('INSERT INTO repair_sharer (repair_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [event.subject, event.actorid]);
    return;
  }
  const outcome = outcomeOf(event);
  if (!outcome) return;
  const { kind, ofOther, occasion } = outcome;
  for (const { person_id: personId, repair_id: id, number } of await sharersOf(tx, event.subject)) {
    const direct = id === event.subject;
    if (!direct && !ofOther) continue;
    notify(tx, {
      personId,
      siteId: event.siteid,
      kind: direct ? kind : ofOther!,
      subject: { type: 'repair-request', id },
      occasion: direct ? occasion : `${event.subject}-${occasion}`,
      data: direct ? { number: event.data.number } : { number: number!, into: event.data.number },
      happenedAt: new Date(event.happenedat),
    });
  }
}

interface Sharer extends Record<string, unknown> {
  person_id: string;
  /** The one they met: this one, or one that was merged into it. */
  repair_id: string;
  /** Of that, where it was merged. */
  number: string | null;
}

/** Each once, by the request they know: by this one where they have met several. Who reported one of them hears of it as that. */
function sharersOf(tx: Transaction, repairId: string): Promise<Sharer[]> {
  return tx.query<Sharer>(
    `SELECT DISTINCT ON (s.person_id) s.person_id, s.repair_id, d.number
     FROM repair_sharer s LEFT JOIN joined_double d ON d.double_id = s.repair_id AND d.survivor_id = $1
     WHERE s.repair_id = ANY (ARRAY(SELECT double_id FROM joined_double WHERE survivor_id = $1 UNION ALL SELECT $1::uuid))
       AND NOT EXISTS (SELECT 1 FROM repair r WHERE r.reporter_id = s.person_id
                       AND (r.id = $1 OR r.id IN (SELECT double_id FROM joined_double WHERE survivor_id = $1)))
     ORDER BY s.person_id, s.repair_id <> $1, s.repair_id`,
    [repairId],
  );
}
