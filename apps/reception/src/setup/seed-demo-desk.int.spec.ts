import { FieldCipher, newFieldKeyFile } from '@property-office/access';
import { conversionKinds } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { contactStates, type ContactState } from '../domain/contact-states';
import { enquiryState, enquiryStates } from '../domain/enquiry-status';
import type { HandOverRole } from '../domain/hand-over';
import { phoneNoteStates } from '../domain/phone-note-states';
import { visitorStates } from '../domain/visitor-states';
import { ReceptionUnderTest } from '../reception.fixture';
import { seedDemoDesk, type DemoDesk } from './seed-demo-desk';

let reception: ReceptionUnderTest;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
afterAll(() => reception.close());

it('shows a desk at work, once, with its ledger', async () => {
  const [desk, lead, clerk, resident] = [newId(), newId(), newId(), newId()];
  const siteId = newId();
  const from = new Date('2020-01-01T00:00:00Z');
  const grant = (personId: string, role: 'desk' | 'desk-lead' | 'clerk') => ({ id: newId(), personId, role, siteId, from, until: null });
  const grants = [grant(desk, 'desk'), grant(lead, 'desk-lead'), grant(clerk, 'clerk')];
  const people: DemoDesk = { siteId, desk, lead, clerk, resident, homeId: newId(), grants };
  const parts = { database: reception.runtime.database, fieldCipher: new FieldCipher(newFieldKeyFile()) };
  expect(await Promise.all([seedDemoDesk(parts, people), seedDemoDesk(parts, people)])).toEqual(expect.arrayContaining([true, false]));
  const states = async (table: string) => (await reception.rows<{ state: string }>(`SELECT state FROM ${table} ORDER BY number`)).map(({ state }) => state);
  expect(new Set(await states('contact'))).toEqual(new Set(contactStates));
  const converted = await reception.rows<{ to: string; introduced: boolean }>(`SELECT data ->> 'to' AS to, (data ->> 'introduced')::boolean AS introduced FROM ledger WHERE type = 'reception.contact-converted.v1'`);
  expect(converted.map(({ to }) => to).sort()).toEqual([...conversionKinds, 'visitor'].sort());
  for (const { introduced } of converted) expect(introduced).toBe(false);
  const written = await reception.rows<{ state: ContactState; offered_role: HandOverRole | null }>('SELECT state, offered_role FROM contact WHERE written_by = $1', [resident]);
  expect(new Set(written.map(({ state, offered_role: role }) => enquiryState(state, role)))).toEqual(new Set(enquiryStates));
  expect(await reception.rows(`SELECT outcome FROM hand_over WHERE outcome = 'returned'`)).toHaveLength(1);
  expect(new Set(await states('phone_note'))).toEqual(new Set(phoneNoteStates));
  await reception.later(2);
  expect(new Set(await states('visitor'))).toEqual(new Set(visitorStates));
  expect(await reception.rows(`SELECT state FROM visitor WHERE overstayed_at IS NOT NULL`)).toEqual([{ state: 'inside' }]);
  const [gap] = await reception.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)) broken`,
  );
  expect(gap!.n).toBe(0);
});
