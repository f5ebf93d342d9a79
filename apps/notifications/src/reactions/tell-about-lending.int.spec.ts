import type { EventData, EventType } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { announced } from '@property-office/service-testing';
import { NotificationsUnderTest } from '../notifications.fixture';
import { TellAboutLendingReaction } from './tell-about-lending.reaction';

describe('who must decide on loans and copies hears of them, and whoever asked what became of it (W4.3)', () => {
  let office: NotificationsUnderTest;
  const [clerk, other, director, borrower] = [newId(), newId(), newId(), newId()];
  const loan = { number: 'L-20261128-10001', recordId: newId(), borrowerId: borrower, form: 'paper' } as const;
  const dueAt = '2026-12-08T02:00:00.000Z';

  beforeAll(async () => {
    office = await NotificationsUnderTest.open();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await office.forget();
    for (const [personId, role] of [[clerk, 'clerk'], [other, 'clerk'], [director, 'director']])
      await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, office.awake, new Date('2020-01-01T00:00:00Z')]);
  });

  async function happens<T extends EventType>(type: T, data: EventData<T>, actorid: string): Promise<void> {
    const event = announced(type, newId(), office.awake, data, { actorid } as never) as never;
    const reaction = new TellAboutLendingReaction();
    await office.database.transaction((tx) => {
      const context = { tx, now: tx.now } as unknown as ReactionContext<Transaction>;
      return type.startsWith('archives.loan') ? reaction.onLoan(event, context) : reaction.onCopy(event, context);
    });
  }
  const told = async () => {
    const rows = await office.database.query<{ kind: string; person_id: string }>('SELECT kind, person_id FROM notification');
    const names = new Map([[clerk, 'clerk'], [other, 'other'], [director, 'director'], [borrower, 'borrower']]);
    return rows.map(({ kind, person_id: personId }) => `${kind} ${names.get(personId)}`).sort();
  };

  it('the clerks and the director, or the director alone; never who asks', async () => {
    await happens('archives.loan-asked.v1', { ...loan, dueAt, important: false }, borrower);
    await happens('archives.loan-asked.v1', { ...loan, borrowerId: clerk, dueAt, important: false }, clerk);
    expect(await told()).toEqual(['loan-to-decide clerk', 'loan-to-decide director', 'loan-to-decide director', 'loan-to-decide other', 'loan-to-decide other']);
  });

  it('the director’s deputy while the director is away (G1)', async () => {
    const deputy = newId();
    const [from, until] = [new Date('2020-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z')];
    await office.database.query(`INSERT INTO office_deputy (id, kind, from_person_id, to_person_id, deputy, from_at, until_at) VALUES ($1, 'approvals', $2, $3, 1, $4, $5)`, [newId(), director, deputy, from, until]);
    await office.database.query('INSERT INTO office_absence (id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4)', [newId(), director, from, until]);
    await happens('archives.loan-asked.v1', { ...loan, dueAt, important: true }, borrower);
    expect(await office.database.query('SELECT kind, person_id FROM notification')).toEqual([{ kind: 'loan-to-decide', person_id: deputy }]);
    for (const table of ['office_deputy', 'office_absence']) await office.database.query(`DELETE FROM ${table}`);
  });

  it('of what becomes of a loan', async () => {
    await happens('archives.loan-asked.v1', { ...loan, dueAt, important: true }, borrower);
    await happens('archives.loan-approved.v1', { ...loan, dueAt }, clerk);
    await happens('archives.loan-refused.v1', loan, clerk);
    await happens('archives.loan-extended.v1', { ...loan, dueAt }, clerk);
    await happens('archives.loan-recalled.v1', { ...loan, dueAt, borrowerLeft: false }, clerk);
    await happens('archives.loan-recalled.v1', { ...loan, dueAt, borrowerLeft: true }, director);
    await happens('archives.loan-returned.v1', { ...loan, whole: true }, clerk);
    await happens('archives.loan-returned.v1', { ...loan, whole: false }, clerk);
    await happens('archives.loan-ended.v1', { ...loan, form: 'digital', because: 'closed' }, borrower);
    await happens('archives.loan-ended.v1', { ...loan, form: 'digital', because: 'recalled' }, clerk);
    expect(await told()).toEqual([
      'loan-approved borrower', 'loan-ended borrower', 'loan-extended borrower', 'loan-finding director', 'loan-left-behind clerk', 'loan-left-behind other',
      'loan-recalled borrower', 'loan-refused borrower', 'loan-to-decide director', 'loan-to-hand-over other',
    ]);
  });

  it('of copies, and nobody from whom the complaint they are of is hidden', async () => {
    const copy = { number: 'K-20261128-10001', recordId: loan.recordId, askerId: borrower, copies: 2 };
    const complaintId = newId();
    await office.database.query('INSERT INTO complaint_part (object_id, complaint_id) VALUES ($1, $2)', [copy.recordId, complaintId]);
    const [hidden, crew] = [newId(), newId()];
    await office.database.query('INSERT INTO object_shield (object_id, subject) VALUES ($1, $2), ($1, $3)', [complaintId, `person:${other}`, `crew:${crew}`]);
    // A clerk who belongs to the crew it is about.
    await office.database.query('INSERT INTO role_held (grant_id, person_id, role, site_id, starts_at) VALUES ($1, $2, $3, $4, $5)', [newId(), hidden, 'clerk', office.awake, new Date('2020-01-01T00:00:00Z')]);
    await office.database.query('INSERT INTO crew_member (membership_id, crew_id, person_id, starts_at) VALUES ($1, $2, $3, $4)', [newId(), crew, hidden, new Date('2020-01-01T00:00:00Z')]);
    await happens('archives.copy-asked.v1', { ...copy, important: false, official: true }, borrower);
    await happens('archives.copy-approved.v1', copy, director);
    await happens('archives.copy-refused.v1', copy, director);
    await happens('archives.copy-made.v1', { ...copy, first: 1 }, clerk);
    expect(await told()).toEqual(['copy-approved borrower', 'copy-made borrower', 'copy-refused borrower', 'copy-to-decide clerk', 'copy-to-decide director', 'copy-to-make clerk']);
    expect(await office.database.query('SELECT count(*)::int AS n FROM complaint_part WHERE complaint_id = $1', [complaintId])).toEqual([{ n: 5 }]);
  });
});
