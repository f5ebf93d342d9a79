import type { QueryRunner } from 'typeorm';
import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';
import { EndedParts1763901200700 } from './persistence/migrations/1763901200700-ended-parts.migration';

let documents: DocumentsUnderTest;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents.close());

it('rights that were left open when a part in a document ended are ended, and no others (W1.1, W1.2)', async () => {
  const outgoing = await OutgoingOffice.open(documents);
  const { office } = outgoing;
  const { clerk, head, lead, desk, technician, director } = office;
  const out = await outgoing.submitted({ confidentiality: 'confidential' }, [lead.personId]);
  await outgoing.does(out, 'return', director, { reason: '补充' });
  await outgoing.does(out, 'submit', clerk, { reviewerId: desk.personId, countersignerIds: [technician.personId] });
  const into = await office.decided({ confidentiality: 'confidential' });
  await office.does(into, 'assign', clerk, { actingPersonId: technician.personId });
  await office.does(into, 'circulate', director, { readerIds: [desk.personId] });
  const statuses = async () => [
    ...(await Promise.all([head, lead, desk, technician, clerk].map(async (who) => (await outgoing.read(out, who)).status))),
    ...(await Promise.all([head, desk, technician, clerk].map(async (who) => (await office.read(into, who)).status))),
  ];
  const ended = [404, 404, 200, 200, 200, 404, 200, 200, 200];
  expect(await statuses()).toEqual(ended);
  await documents.rows('UPDATE object_access SET until = NULL WHERE object_id = ANY ($1::uuid[])', [[out, into]]);
  expect(await statuses()).toEqual(ended.map(() => 200));
  await new EndedParts1763901200700().up({ query: (sql: string) => documents.rows(sql) } as unknown as QueryRunner);
  expect(await statuses()).toEqual(ended);
});
