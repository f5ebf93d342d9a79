import type { Principal } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OwnDatabase } from '@property-office/service-testing';
import { TimerLoop } from '@property-office/timers';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanFollowUpHandler } from './features/plan-follow-up/plan-follow-up.handler';
import { TakeFollowUpHandler } from './features/take-follow-up/take-follow-up.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { followupsSchema } from './persistence/schema';
import { FollowEpisodesReaction } from './reactions/follow-episodes.reaction';
import { NoteWorkersReaction } from './reactions/note-workers.reaction';

const siteId = newId();

describe('whoever did the work or helped does not follow it up (G1), whichever durable is faster', () => {
  let own: OwnDatabase;
  let database: Database;
  let take: TakeFollowUpHandler;
  let episodes: FollowEpisodesReaction;
  const workers = new NoteWorkersReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(followupsSchema);
    ({ database } = own);
    const followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined })), followUps);
    clocks.onModuleInit();
    take = new TakeFollowUpHandler(followUps);
    episodes = new FollowEpisodesReaction(new PlanFollowUpHandler(followUps), new ApplyFactHandler(followUps, clocks), followUps);
  });

  afterAll(() => own.close());

  /** A request whose work is done, with what dispatch and tickets say of that. */
  async function done() {
    const [requestId, technician, helper, before] = [newId(), newId(), newId(), newId()];
    const said = (type: string, data: object, aggregateversion: number) => {
      const at = new Date(Date.now() - 60_000).toISOString();
      return { type, subject: requestId, siteid: siteId, happenedat: at, time: at, actorid: technician, actorrole: 'technician', aggregateversion, data } as never;
    };
    const inTransaction = (react: (context: never) => unknown) =>
      database.transaction(async (tx) => void (await react({ tx, now: tx.now } as ReactionContext<Transaction> as never)));
    const which = { number: 'R-20261123-10001', episode: 1 };
    await inTransaction((context) => episodes.onEvent(said('tickets.repair-requested.v1', { ...which, repairClass: 'P2', reporterId: newId(), location: { kind: 'home', id: newId() } }, 1), context));
    const workerIds = [technician, helper, before];
    return {
      workerIds,
      resolved: () => inTransaction((context) => episodes.onEvent(said('tickets.repair-resolved.v1', { ...which, workOrderId: newId(), workerIds }, 2), context)),
      finished: () =>
        inTransaction((context) =>
          workers.onWork(said('dispatch.work-order-finished.v1', { repairRequestId: requestId, episode: 1, technicianId: technician, helperIds: [helper] }, 5), context),
        ),
      async takes(personId: string) {
        const [row] = await database.query<{ id: string }>('SELECT id FROM follow_up WHERE repair_request_id = $1', [requestId]);
        const principal: Principal = { personId, accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role: 'desk', siteId }], crews: [], homes: [] };
        const command: CommandContext = { operation: 'followups.takeFollowUp', principal, requestId: 'r', traceparent: '00-0-0-00', language: 'zh', route: '' };
        return database.transaction((tx) => take.execute(tx, command, row!.id, {})).then(() => 'taken', (error: { code: string }) => error.code);
      },
    };
  }

  it.each([
    ['resolved first', ['resolved', 'finished']],
    ['finished first', ['finished', 'resolved']],
    ['finished still on its way', ['resolved']],
  ] as const)('%s', async (_, order) => {
    const work = await done();
    for (const step of order) await work[step]();
    for (const personId of work.workerIds) expect(await work.takes(personId)).toBe('own-work');
    expect(await work.takes(newId())).toBe('taken');
  });
});
