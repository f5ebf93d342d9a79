import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from '../documents.fixture';
import { directiveStates } from '../domain/directive-states';
import { incomingStates } from '../domain/incoming-states';
import { mailStates } from '../domain/mail-states';
import { outgoingStates } from '../domain/outgoing-states';
import { printJobStates } from '../domain/print-job-states';
import { seedDemoPapers, type DemoPapers } from './seed-demo-papers';

let documents: DocumentsUnderTest;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents.close());

it('shows a document, a piece of mail, a directive and a print job in each state, once, with its ledger', async () => {
  const [clerk, director, lead, desk] = [newId(), newId(), newId(), newId()];
  const siteId = newId();
  const from = new Date('2020-01-01T00:00:00Z');
  const grant = (personId: string, role: 'clerk' | 'director' | 'desk-lead' | 'desk') => ({ id: newId(), personId, role, siteId, from, until: null });
  const grants = [grant(clerk, 'clerk'), grant(director, 'director'), grant(lead, 'desk-lead'), grant(desk, 'desk')];
  const people: DemoPapers = { siteId, clerk, director, lead, desk, grants };
  const { database } = documents.runtime;
  expect(await Promise.all([seedDemoPapers(database, people), seedDemoPapers(database, people)])).toEqual(expect.arrayContaining([true, false]));
  const states = async (table: string) => new Set((await documents.rows<{ state: string }>(`SELECT state FROM ${table}`)).map(({ state }) => state));
  expect(await states('incoming_document')).toEqual(new Set(incomingStates));
  expect(await states('outgoing_document')).toEqual(new Set(outgoingStates));
  expect(await states('directive')).toEqual(new Set(directiveStates));
  expect(await states('print_job')).toEqual(new Set(printJobStates));
  expect(await states('mail_item')).toEqual(new Set(mailStates));
  const [gap] = await documents.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)) broken`,
  );
  expect(gap!.n).toBe(0);
});
