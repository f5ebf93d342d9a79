import { grantAccess } from '@property-office/access';
import type { Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Database } from '@property-office/persistence';
import { announced, OwnDatabase } from '@property-office/service-testing';
import { LiveFeed } from './live-feed';
import { trackingSchema } from './schema';
import { addEntry, openTimeline } from './timelines';

const siteId = newId();

function requested(): WireEvent<'tickets.repair-requested.v1'> {
  const now = new Date().toISOString();
  const data = {
    number: 'R-20261123-10001',
    episode: 1,
    category: 'water-leak',
    repairClass: 'P2' as const,
    dispatchMode: 'assign' as const,
    skill: 'plumbing' as const,
    location: { kind: 'home' as const, id: newId() },
    description: '漏水',
    reporterId: null,
    preferredFrom: null,
    preferredTo: null,
    channel: 'portal' as const,
    urgent: false,
    seenAt: null,
    externalReference: null,
    attachmentIds: [],
  };
  return announced('tickets.repair-requested.v1', newId(), siteId, data, { time: now, happenedat: now, actorrole: 'resident' });
}

describe('the live feed', () => {
  let kept: OwnDatabase;
  let database: Database;
  let feed: LiveFeed;
  const staff: Principal = { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role: 'desk', siteId }], crews: [], homes: [] };

  beforeEach(async () => {
    kept = await OwnDatabase.open(trackingSchema);
    ({ database } = kept);
    feed = new LiveFeed(database);
  });

  afterEach(() => kept.close());

  /** Writes an entry; `hold` keeps its transaction open so that others commit before it. */
  async function write(hold = 0, personId?: string): Promise<string> {
    const event = requested();
    await database.transaction(async (tx) => {
      openTimeline(tx, event);
      addEntry(tx, event.subject, event);
      if (personId) grantAccess(tx, { objectId: event.subject, siteId, subject: `person:${personId}`, right: 'read', sourceVersion: 1 });
      await tx.query('SELECT pg_sleep($1)', [hold / 1_000]);
    });
    return event.subject;
  }

  async function readFrom(position: number, principal = staff): Promise<{ ids: string[]; next: number }> {
    const ids: string[] = [];
    for (;;) {
      const page = await feed.after(principal, position);
      ids.push(...page.items.map(({ repairRequestId }) => repairRequestId));
      position = page.next;
      if (page.next >= (await feed.last())) return { ids, next: position };
    }
  }

  it('misses nothing that commits late while a reader follows it', async () => {
    const seen: string[] = [];
    let position = 0;
    let writing = true;
    const reader = (async () => {
      while (writing) {
        await Promise.all([feed.number(), feed.number()]);
        const { ids, next } = await readFrom(position);
        seen.push(...ids);
        position = next;
      }
    })();
    const written = await Promise.all(Array.from({ length: 60 }, (_, i) => write((i * 7) % 40)));
    writing = false;
    await reader;
    while ((await feed.number()) > 0);
    seen.push(...(await readFrom(position)).ids);
    expect(seen).toHaveLength(60);
    expect(new Set(seen)).toEqual(new Set(written));
  });

  it('shows a resident only what is theirs, and goes on past the rest', async () => {
    const resident: Principal = { ...staff, personId: newId(), roles: [{ role: 'resident', siteId }] };
    await write();
    const own = await write(0, resident.personId);
    await write();
    await feed.number();
    expect(await readFrom(0, resident)).toEqual({ ids: [own], next: 3 });
    expect((await readFrom(0)).ids).toHaveLength(3);
    expect((await readFrom(0, { ...staff, roles: [{ role: 'desk', siteId: newId() }] })).ids).toEqual([]);
  });

  it('resumes after any position, and says reset for one it no longer keeps or never gave', async () => {
    const ids = [await write(), await write(), await write()];
    await feed.number();
    expect((await readFrom(1)).ids).toEqual(ids.slice(1));
    await database.query(`UPDATE feed SET numbered_at = numbered_at - interval '8 days' WHERE position <= 2`);
    await feed.prune();
    expect(await feed.after(staff, 0)).toMatchObject({ reset: true, next: 3 });
    expect(await feed.after(staff, 2)).toMatchObject({ reset: false });
    expect(await feed.after(staff, 99)).toMatchObject({ reset: true, next: 3 });
  });
});
