import { FieldCipher, newFieldKeyFile } from '@property-office/access';
import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from '../complaints.fixture';
import { complaintStates } from '../domain/complaint-states';
import { measureStates } from '../domain/measure-states';
import { suggestionStates } from '../domain/suggestion-states';
import { demoFollowed } from './demo-cases';
import { seedDemoCases } from './seed-demo-cases';

it('shows a complaint, a task, a suggestion and a measure in each state, once', async () => {
  const complaints = await ComplaintsUnderTest.open();
  try {
    const parts = { database: complaints.runtime.database, fieldCipher: new FieldCipher(newFieldKeyFile()) };
    const [siteId, directorId] = [newId(), newId()];
    const grants = [{ id: newId(), personId: directorId, role: 'director', siteId, from: '2020-01-01T00:00:00Z', until: null }];
    const people = { siteId, homeId: newId(), residentId: newId(), deskId: newId(), technicianId: newId(), grants };
    await seedDemoCases(parts, people);
    await seedDemoCases(parts, people);
    const states = async (table: string) => (await complaints.rows<{ state: string }>(`SELECT state FROM ${table}`)).map(({ state }) => state).sort();
    expect(await states('complaint')).toEqual([...complaintStates, ...Array.from({ length: 4 }, () => 'recorded'), ...demoFollowed.map(({ disputed }) => (disputed ? 'disputed' : 'closed'))].sort());
    // A major one and what a hotline sent are the director's at once; a group has several complainants.
    const special = await complaints.rows('SELECT hotline_deadline IS NOT NULL AS hotline, major_because FROM complaint WHERE handler_id = $1 ORDER BY number', [directorId]);
    expect(special).toEqual([{ hotline: false, major_because: ['injury-or-safety'] }, { hotline: true, major_because: ['hotline'] }]);
    expect(await complaints.rows('SELECT subject FROM object_shield')).toEqual([{ subject: `person:${people.technicianId}` }]);
    expect(await complaints.rows('SELECT households FROM complainant WHERE complaint_id = (SELECT complaint_id FROM complainant WHERE joined_from IS NULL GROUP BY 1 HAVING count(*) > 1) ORDER BY joined_at, households DESC')).toEqual([{ households: 3 }, { households: 1 }]);
    // Whoever complains in the one that was merged complains in the one that goes on, and is to be told so.
    expect(await complaints.rows(`SELECT i.state, k.joined_from IS NOT NULL AS joined, t.complainant_id = k.id AS told FROM complaint c JOIN complaint i ON i.id = c.merged_into
      JOIN complainant k ON k.complaint_id = i.id JOIN complaint_task t ON t.complainant_id = k.id`)).toEqual([{ state: 'handling', joined: true, told: true }]);
    expect(await complaints.rows(`SELECT CASE WHEN finished_at IS NOT NULL THEN 'finished' WHEN cancelled_at IS NOT NULL THEN 'cancelled' ELSE 'open' END AS state FROM complaint_task WHERE complainant_id IS NULL ORDER BY 1`)).toEqual(
      ['cancelled', 'finished', 'open'].map((state) => ({ state })),
    );
    expect(await states('suggestion')).toEqual([...suggestionStates].sort());
    expect(await states('cause_measure')).toEqual([...measureStates].sort());
    const said = JSON.stringify(await complaints.rows('SELECT actor_id, data FROM ledger'));
    expect(said).not.toContain(people.residentId);
    expect(said).not.toContain(people.homeId);
  } finally {
    await complaints.close();
  }
});
