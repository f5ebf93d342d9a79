import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from './complaints.fixture';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
import { ReadRecordEventsController } from './features/read-record-events/read-record-events.controller';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
  office = await Office.open(complaints);
});
afterAll(() => complaints?.close());

it('archives are told what a case was about and what came of it, without who complained (W2.3, W4.5)', async () => {
  const id = await office.recorded();
  await office.closed(id);
  const { number } = (await office.read(id)).body;
  const { matters } = await complaints.part(ReadRecordMattersController).read({ ids: [id, newId()] });
  expect(matters).toMatchObject([{ id, title: `投诉 ${number}（保洁）`, confidentiality: 'confidential', paper: false, attachmentIds: [] }]);
  expect(matters[0]!.text).toMatch(new RegExp(`^投诉 ${number}\n投诉内容：楼道三天没有打扫\n核实情况：.+处理结果：已补扫并调整排班`, 's'));
  expect(matters[0]!.trail.map(({ type }) => type.split('.')[1])).toEqual(expect.arrayContaining(['complaint-recorded', 'complaint-decided', 'complaint-closed']));
  expect(JSON.stringify(matters)).not.toContain(office.resident.personId);
});

it('archives are told which cases were closed in a time, and from whom each is hidden (W2.3, W4.5)', async () => {
  const id = await office.recorded();
  await office.recorded();
  const from = await complaints.now();
  await office.closed(id);
  const asked = { siteId: office.siteId, from: new Date(from.getTime() - 3_600_000), to: new Date((await complaints.now()).getTime() + 3_600_000) };
  const part = complaints.part(ReadRecordEventsController);
  const { events, next } = await part.read(asked);
  expect([events.filter(({ subject }) => subject === id).map(({ type }) => type), next]).toEqual([['complaints.complaint-closed.v1'], null]);
  expect(events.every(({ type }) => type === 'complaints.complaint-closed.v1')).toBe(true);
  expect(events.find(({ subject }) => subject === id)!.data).toHaveProperty('hiddenFrom');
  expect((await part.read({ ...asked, siteId: newId() })).events).toEqual([]);
  expect((await part.read({ ...asked, to: asked.from })).events).toEqual([]);
});
