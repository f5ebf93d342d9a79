import { ArchivesUnderTest } from '../archives.fixture';
import { DestructionOffice } from './destruction-office.fixture';

let archives: ArchivesUnderTest;
let office: DestructionOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => void (office = await new DestructionOffice(archives).open()));

describe('only the act that destroys may (W4.2, W4.4)', () => {
  it('runs as a role of its own, by a function that looks at everything again; the running role can neither delete nor become it', async () => {
    const record = await office.due();
    const id = await office.approved([record.id]);
    for (const sql of [
      'DELETE FROM record_file',
      `DELETE FROM record_sheet`,
      `INSERT INTO record_destruction (record_id, destruction_id, happened_at) VALUES ('${record.id}', '${id}', platform.now())`,
      `INSERT INTO destroyed_part (record_id, kind, position, sha256) VALUES ('${record.id}', 'file', 1, '')`,
      `SELECT wipe_records('${id}', ARRAY['${record.id}']::uuid[], platform.now())`,
      'SET ROLE archives_destroy',
      'UPDATE destruction_signature SET person_id = NULL',
      'DELETE FROM destruction_register',
      'UPDATE appraisal_opinion SET verdict = verdict',
    ])
      await expect(archives.rows(sql)).rejects.toThrow(/permission denied/);
    const destroy = () => archives.rows('SELECT destroy_listed($1, platform.now())', [id]);
    await expect(destroy()).rejects.toThrow(/not approved and witnessed/);
    // Whoever changes what they may change gets no further.
    await archives.rows(`UPDATE destruction SET state = 'witnessed' WHERE id = $1`, [id]);
    await expect(destroy()).rejects.toThrow(/two witnesses who neither applied nor approved have not signed/);
    const { rows } = await archives.admin.query<{ may: string }>(
      `SELECT table_name || ' ' || privilege_type AS may FROM information_schema.role_table_grants WHERE grantee = 'archives_destroy' AND privilege_type <> 'SELECT' ORDER BY 1`,
    );
    expect(rows.map(({ may }) => may)).toEqual(['destroyed_part INSERT', 'record_destruction INSERT', 'record_file DELETE', 'record_sheet DELETE']);
    const { rows: [role] } = await archives.admin.query(`SELECT rolcanlogin AS login, rolsuper AS super, pg_has_role('archives_app', 'archives_destroy', 'MEMBER') AS app FROM pg_roles WHERE rolname = 'archives_destroy'`);
    expect(role).toEqual({ login: false, super: false, app: false });
  });

  it('does nothing where a term is not over or a record was not appraised by two', async () => {
    const record = await office.due();
    const id = await office.witnessed([record.id]);
    const destroy = () => archives.rows('SELECT destroy_listed($1, platform.now())', [id]);
    await archives.admin.query('INSERT INTO record_term (record_id, n, appraisal_id, kept_until_year, recorded_at) SELECT record_id, 1, appraisal_id, NULL, platform.now() FROM record_listing WHERE record_id = $1', [record.id]);
    await expect(destroy()).rejects.toThrow(/retention of a record is not over/);
    await archives.admin.query('DELETE FROM record_term WHERE record_id = $1', [record.id]);
    await archives.admin.query('DELETE FROM appraisal_opinion WHERE record_id = $1 AND person_id = $2', [record.id, office.lead.personId]);
    await expect(destroy()).rejects.toThrow(/not appraised by two/);
    expect(await archives.rows('SELECT 1 FROM record_file WHERE record_id = $1', [record.id])).toHaveLength(1);
  });
});
