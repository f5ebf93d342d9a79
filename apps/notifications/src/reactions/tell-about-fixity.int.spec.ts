import type { EventData, EventType } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutFixityReaction } from './tell-about-fixity.reaction';

describe('who keeps the records and the operator hear that a file is damaged, and that it is whole again (W4.2)', () => {
  let office: NotificationsUnderTest;
  const people = { clerk: newId(), director: newId(), operator: newId(), hidden: newId(), elsewhere: newId(), technician: newId() };
  const names = new Map(Object.entries(people).map(([name, id]) => [id, name]));
  const sha256 = 'abcdef012345'.padEnd(64, '0');
  const file = { archiveNumber: 'PM01-WS·2026-D30-KFB-0012', position: 1, sha256 };

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
    await office.forget();
    for (const [who, role, siteId] of [
      ['clerk', 'clerk', office.awake],
      ['director', 'director', office.awake],
      ['operator', 'operator', null],
      ['hidden', 'clerk', office.awake],
      ['elsewhere', 'clerk', newId()],
      ['technician', 'technician', office.awake],
    ] as const)
      await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), people[who], role, siteId, new Date('2020-01-01T00:00:00Z')]);
  });
  afterAll(() => office.close());

  it('each once; the operator by the hash, not by the record, and nobody from whom its complaint is hidden', async () => {
    const [record, complaint] = [newId(), newId()];
    await office.database.query('INSERT INTO complaint_part (object_id, complaint_id) VALUES ($1, $2)', [record, complaint]);
    await office.database.query('INSERT INTO object_shield (object_id, subject) VALUES ($1, $2)', [complaint, `person:${people.hidden}`]);
    const happens = <T extends EventType>(type: T, data: EventData<T>, subject = record) =>
      office.database.transaction((tx) => new TellAboutFixityReaction().onFile(announced(type, subject, office.awake, data) as never, { tx, now: tx.now } as unknown as ReactionContext<Transaction>));
    await happens('archives.file-damaged.v1', { ...file, found: 'damaged' });
    const told = async () => {
      const rows = await office.database.query<{ kind: string; person_id: string; data: { number: string } }>('SELECT kind, person_id, data FROM notification');
      return rows.map(({ kind, person_id: personId, data }) => `${kind} ${names.get(personId)} ${data.number}`).sort();
    };
    const damaged = [`record-file-damaged clerk ${file.archiveNumber}`, `record-file-damaged director ${file.archiveNumber}`, 'record-file-to-restore operator abcdef012345'];
    expect(await told()).toEqual(damaged);
    await office.database.query('DELETE FROM notification');
    await happens('archives.file-restored.v1', file);
    expect(await told()).toEqual([`record-file-restored clerk ${file.archiveNumber}`, `record-file-restored director ${file.archiveNumber}`, 'record-file-whole-again operator abcdef012345']);
    await office.database.query('DELETE FROM notification');
    const paper = { code: '3-2-501', subject: { type: 'home' as const, id: newId() }, item: 2, position: 1, sha256 };
    const living = newId();
    await happens('archives.living-paper-damaged.v1', { ...paper, found: 'missing' }, living);
    const keepers = (kind: string) => ['clerk', 'director', 'hidden'].map((who) => `${kind} ${who} 3-2-501`);
    expect(await told()).toEqual([...keepers('living-paper-damaged'), 'record-file-to-restore operator abcdef012345']);
    await office.database.query('DELETE FROM notification');
    await happens('archives.living-paper-restored.v1', paper, living);
    expect(await told()).toEqual([...keepers('living-paper-restored'), 'record-file-whole-again operator abcdef012345']);
  });
});
