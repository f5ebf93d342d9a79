import { newId } from '@property-office/kernel';
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
