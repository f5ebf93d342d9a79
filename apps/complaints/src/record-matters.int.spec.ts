import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from './complaints.fixture';
import { ReadRecordMattersController } from './features/read-record-matters/read-record-matters.controller';
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
