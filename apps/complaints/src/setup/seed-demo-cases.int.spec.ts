import { FieldCipher, newFieldKeyFile } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from '../complaints.fixture';
import { complaintStates } from '../domain/complaint-states';
import { suggestionStates } from '../domain/suggestion-states';
import { seedDemoCases } from './seed-demo-cases';

it('shows a complaint and a suggestion in each state, once', async () => {
  const complaints = await ComplaintsUnderTest.open();
  try {
    const parts = { database: complaints.runtime.database, fieldCipher: new FieldCipher(newFieldKeyFile()) };
    const people = { siteId: newId(), homeId: newId(), residentId: newId(), deskId: newId() };
    await seedDemoCases(parts, people);
    await seedDemoCases(parts, people);
    const states = async (table: string) => (await complaints.rows<{ state: string }>(`SELECT state FROM ${table}`)).map(({ state }) => state).sort();
    expect(await states('complaint')).toEqual([...complaintStates].sort());
    expect(await states('suggestion')).toEqual([...suggestionStates].sort());
    const said = JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger'));
    expect(said).not.toContain(people.residentId);
    expect(said).not.toContain(people.homeId);
  } finally {
    await complaints.close();
  }
});
