import { newId } from '@property-office/kernel';
import { ReadDoneRepairsController } from './features/read-done-repairs/read-done-repairs.controller';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

let tickets: TicketsUnderTest;
let office: Office;

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
  office = await Office.open(tickets);
});
afterAll(() => tickets?.close());

it('archives are told what was reported, under its number, with each step, without a telephone (W4.5)', async () => {
  const id = await office.reported({ description: '厨房漏水', contact: { name: '王芳', phone: '13800138000' } });
  const { number } = (await office.read(id)).body;
  const { matters } = await tickets.part(ReadRecordMattersController).read({ ids: [id, newId()] });
  expect(matters).toMatchObject([{ id, title: `报修 ${number}`, text: `报修 ${number}\n厨房漏水`, confidentiality: 'internal', trail: [{ type: 'tickets.repair-requested.v1', actorId: null, actorRole: 'resident' }] }]);
  expect(JSON.stringify(matters)).not.toMatch(/王芳|13800138000/);
  expect(JSON.stringify(matters)).not.toContain(office.resident.personId);
  const byDesk = await office.reported({}, office.desk);
  expect((await tickets.part(ReadRecordMattersController).read({ ids: [byDesk] })).matters[0]!.trail).toMatchObject([{ actorId: office.desk.personId, actorRole: 'desk' }]);
});

describe('what happened in a month, as the ledger has it (W4.5)', () => {
  const day = (n: number): Date => new Date(Date.UTC(2026, 9, n, 4));
  const month = { from: day(1), to: day(32) };

  /** Tells more of a request than the spec makes happen. */
  async function says(id: string, ...steps: Array<[type: string, at: Date, data: object, recordedAt?: Date]>): Promise<void> {
    for (const [type, at, data, recordedAt = at] of steps)
      await tickets.admin.query(
        `INSERT INTO ledger (event_id, type, aggregate_type, aggregate_id, aggregate_version, site_id, happened_at, recorded_at, actor_id, actor_role, data)
         SELECT gen_random_uuid(), 'tickets.' || $2, 'repair-request', $1, max(aggregate_version) + 1, $3, $4, $6, $1, 'desk', $5 FROM ledger WHERE aggregate_id = $1`,
        [id, type, office.siteId, at, JSON.stringify(data), recordedAt],
      );
  }

  it('archives are told which repairs were closed, and of which kind they were then', async () => {
    const [danger, disputed, ordinary] = [await office.reported(), await office.reported(), await office.reported()];
    const closed = (n: number): [string, Date, object] => ['repair-closed.v1', day(n), { number: 'R', episode: 1 }];
    await says(danger, ['repair-corrected.v1', day(2), { to: { repairClass: 'P0' } }], closed(5), ['repair-corrected.v1', day(6), { to: { repairClass: 'P3' } }]);
    await says(disputed, closed(5), ['repair-reopened.v1', day(7), { repairClass: 'P2' }], closed(9));
    await says(ordinary, closed(30), closed(40));
    const part = tickets.part(ReadRecordEventsController);
    const { events, repairs, next } = await part.read({ siteId: office.siteId, ...month });
    const of = (id: string) => events.filter(({ subject }) => subject === id).map((event) => repairs![event.id]);
    expect(of(danger)).toEqual([{ repairClass: 'P0', disputed: false }]);
    expect(of(disputed).toSorted((a, b) => Number(a!.disputed) - Number(b!.disputed))).toEqual([expect.objectContaining({ disputed: false }), { repairClass: 'P2', disputed: true }]);
    expect([of(ordinary).length, next]).toEqual([1, null]);
    // Entered some days late; what stands a month and more behind it in the ledger is not looked at.
    const [late, beyond] = [await office.reported(), await office.reported()];
    const steps = (recorded: number): Parameters<typeof says>[1][] => [[...closed(30), day(recorded)], ['repair-resolved.v1', day(30), { number: 'R', episode: 1 }, day(recorded)]];
    await says(late, ...steps(38));
    await says(beyond, ...steps(64));
    const all = (await part.read({ siteId: office.siteId, ...month })).events;
    const told = all.map(({ subject }) => subject);
    expect([told.includes(late), told.includes(beyond)]).toEqual([true, false]);
    const numbers = (await tickets.part(ReadDoneRepairsController).read({ siteId: office.siteId, ...month })).repairs.map(({ number }) => number);
    expect(await Promise.all([late, beyond].map(async (id) => numbers.includes((await office.read(id)).body.number)))).toEqual([true, false]);
    expect((await part.read({ siteId: newId(), ...month })).events).toEqual([]);
    expect((await part.read({ siteId: office.siteId, ...month, after: all.at(-1)!.id })).events).toEqual([]);
  });

  it('archives are told what was done, where, of what kind and with what result, without who reported it', async () => {
    const [good, bad] = [await office.reported(), await office.reported()];
    await says(good, ['repair-resolved.v1', day(12), { number: 'R', episode: 1 }], ['repair-closed.v1', day(13), { result: 'satisfied' }]);
    await says(bad, ['repair-resolved.v1', day(14), { number: 'R', episode: 1 }], ['repair-reopened.v1', day(15), {}], ['repair-resolved.v1', day(16), { number: 'R', episode: 2 }]);
    const { number } = (await office.read(good)).body;
    const { repairs } = await tickets.part(ReadDoneRepairsController).read({ siteId: office.siteId, ...month });
    expect(repairs.filter((repair) => repair.number === number)).toMatchObject([{ episode: 1, category: expect.any(String), result: 'satisfied', doneAt: day(12).toISOString(), closedAt: day(13).toISOString() }]);
    const { number: reopened } = (await office.read(bad)).body;
    const again = repairs.filter((repair) => repair.number === reopened).toSorted((a, b) => a.episode - b.episode);
    expect(again).toMatchObject([{ episode: 1, result: 'reopened', closedAt: null }, { episode: 2, result: 'done', closedAt: null }]);
    expect(JSON.stringify(repairs)).not.toContain(office.resident.personId);
  });
});
