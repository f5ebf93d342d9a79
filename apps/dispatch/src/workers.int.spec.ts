import { DispatchUnderTest } from './dispatch.fixture';
import { Site } from './site.fixture';

let dispatch: DispatchUnderTest;
beforeAll(async () => {
  dispatch = await DispatchUnderTest.open();
});
afterAll(() => dispatch.close());

test('the last finished order says who took on work of the episode or helped, whoever finished it', async () => {
  const site = new Site(dispatch);
  const crew = await site.crew(['plumbing'], 4);
  const [first, second, helper, third] = crew.members.map(({ personId }) => personId);
  const { requestId, orderId } = await site.report();
  const as = (n: number) => crew.members[n]!;
  await dispatch.act(orderId, 'accept', as(0));
  await dispatch.act(orderId, 'arrive', as(0));
  await dispatch.act(orderId, 'transfer', as(0), { technicianId: second, reason: '换班' });
  for (const verb of ['accept', 'arrive']) await dispatch.act(orderId, verb, as(1));
  const furtherOrder = { skill: 'plumbing', reason: '等配件' };
  expect((await dispatch.act(orderId, 'finish', as(1), { workDone: '止水', helperIds: [helper], furtherOrder })).status).toBe(200);
  const further = (await site.orders(requestId)).find(({ id }) => id !== orderId)!;
  for (const verb of ['accept', 'arrive']) await dispatch.act(further.id, verb, as(3));
  expect((await dispatch.act(further.id, 'finish', as(3), { workDone: '换管' })).status).toBe(200);
  const finished = (await dispatch.events(further.id)).find(({ type }) => type === 'dispatch.work-order-finished.v1')!;
  expect(finished.data.remaining).toBe(0);
  expect([...(finished.data.workerIds as string[])].sort()).toEqual([first, second, helper, third].sort());
});
