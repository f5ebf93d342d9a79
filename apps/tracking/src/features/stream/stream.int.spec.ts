import { waitFor, type EventStream } from '@property-office/testing';
import { LiveFeed } from '../../persistence/live-feed';
import { TrackingUnderTest } from '../../tracking.fixture';

let tracking: TrackingUnderTest;
beforeEach(async () => {
  tracking = await TrackingUnderTest.open();
});
afterEach(() => tracking.close());

const numbersOf = ({ events }: EventStream) => events.map(({ data }) => (data as { number: string }).number);
const until = (stream: EventStream, count: number) =>
  waitFor(() => stream.events.length >= count, { what: `${count} events of the stream` });
/** One more request the watcher may see: when it is there, whatever was to come before it has come. */
async function afterOneMore(stream: EventStream, personId: string): Promise<string[]> {
  const [last] = await tracking.reported(1, personId);
  await waitFor(() => numbersOf(stream).includes(last!), { what: 'the last request' });
  return numbersOf(stream).slice(0, -1);
}

test('without a last id it begins now, and tells what happens as it happens', async () => {
  await tracking.reported(3);
  const desk = tracking.holding('desk');
  await waitFor(async () => (await new LiveFeed(tracking.runtime.database).last()) === 3, { what: 'the past to be numbered' });
  const stream = await tracking.stream(desk);
  const [number] = await tracking.reported();
  await until(stream, 1);
  expect(stream.events).toEqual([
    { id: '4', event: 'timeline', data: expect.objectContaining({ number, type: 'tickets.repair-requested.v1', summary: `Reported as ${number}` }) },
  ]);
});

test('whoever comes back misses nothing and gets nothing twice, also over many pages', async () => {
  const desk = tracking.holding('desk');
  const first = await tracking.stream(desk);
  const before = await tracking.reported(5);
  await until(first, 5);
  first.close();
  await first.ended;
  const meanwhile = await tracking.reported(450);
  const again = await tracking.stream(desk, first.events.at(2)!.id);
  const afterwards = await tracking.reported(3);
  await until(again, 455);
  expect(numbersOf(again)).toEqual([...before.slice(3), ...meanwhile, ...afterwards]);
  const ids = again.events.map(({ id }) => Number(id));
  expect(ids).toEqual(ids.map((_, i) => ids[0]! + i));
});

test('whoever comes back after more than seven days is told to begin anew, and goes on from there', async () => {
  const desk = tracking.holding('desk');
  const first = await tracking.stream(desk);
  await tracking.reported(2);
  await until(first, 2);
  first.close();
  await tracking.moveClock('8 days');
  await new LiveFeed(tracking.runtime.database).prune();
  const again = await tracking.stream(desk, first.events[0]!.id);
  await until(again, 1);
  expect(again.events[0]).toMatchObject({ event: 'reset', data: {} });
  const [number] = await tracking.reported();
  await until(again, 2);
  expect(numbersOf(again).slice(1)).toEqual([number]);
  const next = await tracking.stream(desk, again.events[0]!.id);
  await until(next, 1);
  expect(numbersOf(next)).toEqual([number]);
});

test('a person sees what is theirs to see, as it is when it is read', async () => {
  const resident = tracking.holding('resident');
  const stream = await tracking.stream(resident);
  const [own] = await tracking.reported(1, resident.personId);
  await tracking.reported(3);
  expect(await afterOneMore(stream, resident.personId)).toEqual([own]);
  await tracking.taken(own!, resident.personId);
  await tracking.goesOn(own!);
  expect((await afterOneMore(stream, resident.personId)).filter((number) => number === own)).toEqual([own]);
});

test('another site is not to be seen, nor anything without a role', async () => {
  const elsewhere = tracking.holding('desk', { roles: [{ role: 'desk', siteId: tracking.holding('desk').personId }] });
  const nobody = tracking.holding('desk', { roles: [] });
  const streams = [await tracking.stream(elsewhere), await tracking.stream(nobody)];
  const watching = await tracking.stream(tracking.holding('desk'));
  await tracking.reported(3);
  await until(watching, 3);
  // Told of the same positions in one go.
  expect(streams.map(({ events }) => events)).toEqual([[], []]);
});

test('a last id that is none is refused', async () => {
  expect((await tracking.stream(tracking.holding('desk'), 'x')).status).toBe(400);
  expect((await tracking.stream(tracking.holding('desk'), '-1')).status).toBe(400);
});

test('a client that goes away before its stream begins leaves nothing behind', async () => {
  for (let i = 0; i < 20; i++) (await tracking.deafStream(tracking.holding('desk'), '0')).destroy();
  const stream = await tracking.stream(tracking.holding('desk'));
  await waitFor(() => tracking.openStreams === 1, { what: 'only the last one to be open' });
  stream.close();
});

test('one person opens a dozen streams and no more', async () => {
  const desk = tracking.holding('desk');
  for (let i = 0; i < 12; i++) expect((await tracking.stream(desk)).status).toBe(200);
  expect((await tracking.stream(desk)).status).toBe(429);
  expect((await tracking.stream(tracking.holding('desk'))).status).toBe(200);
});
