import { checkout } from '../checkout';
import { filesOf } from '../source-file';
import { unexcused } from '../violation';
import { narrowings } from './expand-first';

/** Judged by what the code of the kept release (0.1.0) does. The list is empty again with the next release. */
const judged = {
  'archives.living_file_device': 'it writes neither of the two columns',
  'complaints.complainant_contact':
    'what it writes is never joined from another complaint, and of those there is still one of a contact; no ON CONFLICT of it stands on this',
  'complaints.complainant_hotline': 'it writes neither of the two columns',
  'complaints.complainant_households_check': 'it leaves the default, 1',
  'complaints.complainant_joined_once': 'it leaves joined_from null, and nulls are all different',
  'complaints.complaint_merged':
    'it has no such state, and so neither moves a complaint there nor on from there',
  'complaints.complaint_merged_into_another': 'it never writes merged_into',
  'complaints.complaint_task_cancelled': 'it writes none of the three columns',
  'complaints.complaint_task_ended_once':
    'what it finishes is cancelled no more, by complaint_task_finished_after_all',
  'complaints.complaint_task_finished_after_all': 'it changes columns it does not know',
  'complaints.converted_caller.person_id': 'a caller who is nobody is to it as one it was told nothing of',
  'deadlines.deadline_level_once':
    'what it writes has no told_as, so that it is the same as before; whatever stands there was reached to it, also what was taken back, and is not reached again; no ON CONFLICT of it stands on this',
  'directory.place_device_has_key': 'it writes no device',
  'directory.place_device_is_public': 'it writes no device, and the kind of a place never changes',
  'directory.place_device_number': 'it writes no device',
  'documents.outgoing_document_sealed': 'it writes no minutes; of all else it says what it said',
  'documents.print_job_something': 'it writes no job without a document or files; what else this lets through it only reads',
  'notifications.escalation.number': 'it calls a late claim of a home, which has none, by the word null, and hands on all else as it stands',
  'notifications.notice_slip_left': 'it writes neither of the two columns',
  'reception.contact_cause': 'it writes no cause_id, and answers no contact that was answered',
  'reception.contact_complainant': 'it writes no complainant_id',
  'reception.contact_conversion':
    'what it writes has no complainant_id, so that it is the same as before; no ON CONFLICT of it stands on this',
  'reception.contact_forgotten_whole': 'it changes a column it does not know',
  'reception.contact_name_forgotten': 'whom it forgets is forgotten whole, by contact_forgotten_whole',
  'reception.phone_note_forgotten_whole': 'it changes columns it does not know',
  'reception.visitor_forgotten_whole': 'it changes columns it does not know',
  'reception.visitor_name_forgotten': 'whom it forgets is forgotten whole, by visitor_forgotten_whole',
  'reception.visitor_note_forgotten': 'whom it forgets is forgotten whole, by visitor_forgotten_whole',
};

it('what the kept release does with its tables, it may do with those of today', () => {
  expect(unexcused(narrowings(checkout()), judged)).toEqual([]);
});

const kept = { 'test/upgrade/releases/0.1.0/release.json': '{ "migrations": ["Things1763900000000"] }' };
const pathOf = (time: number) => `apps/a/src/migrations/${time}-more.migration.ts`;
const migration = (time: number, up: string, down = '') =>
  `export class More${time} implements MigrationInterface { async up(r) { await r.query(\`${up}\`); } async down(r) { await r.query(\`${down}\`); } }`;

/** What is told of migrations that are applied one after the other. */
function told(...ups: string[]): string[] {
  const since = ups.map((up, at) => [pathOf(1763900000001 + at), migration(1763900000001 + at, up)] as const);
  return narrowings(filesOf({ ...kept, ...Object.fromEntries(since) })).map(
    ({ path, message }) => `${path} ${message.replace(/ \(apps.*/, '')}`,
  );
}

it.each([
  ['ADD COLUMN b text NOT NULL', 'a.thing.b is wanted, and has no default'],
  ['ADD b text CHECK (b IS NOT NULL)', 'a.thing_b_check binds what is written into thing (CHECK)'],
  ['ADD COLUMN b text CONSTRAINT b_once UNIQUE', 'a.b_once binds what is written into thing (UNIQUE)'],
  [
    'ADD COLUMN b text, ADD CONSTRAINT b_said CHECK (b IN (1, 2)) NOT VALID',
    'a.b_said binds what is written into thing (CHECK)',
  ],
  [
    'ADD CONSTRAINT of_other FOREIGN KEY (a) REFERENCES other',
    'a.of_other binds what is written into thing (FOREIGN KEY)',
  ],
  ['ADD CHECK (a > 0)', 'a.thing is another one: ADD CHECK (a > 0)'],
  ['ALTER COLUMN a SET NOT NULL', 'a.thing.a is another one: ALTER COLUMN a SET NOT NULL'],
  ['ALTER a DROP DEFAULT', 'a.thing.a is another one: ALTER a DROP DEFAULT'],
  ['ALTER COLUMN a DROP NOT NULL', 'a.thing.a is another one: ALTER COLUMN a DROP NOT NULL'],
  ['ALTER COLUMN a TYPE bigint', 'a.thing.a is another one: ALTER COLUMN a TYPE bigint'],
  ['DROP COLUMN a', 'a.thing.a is another one: DROP COLUMN a'],
  ['RENAME COLUMN a TO b', 'a.thing.a is another one: RENAME COLUMN a TO b'],
  ['RENAME TO things', 'a.thing is another one: RENAME TO things'],
  ['DROP CONSTRAINT a_once', 'a.a_once is gone from thing: ON CONFLICT may stand on it'],
  ['ENABLE ROW LEVEL SECURITY', 'a.thing is another one: ENABLE ROW LEVEL SECURITY'],
])('ALTER TABLE thing %s', (action, violation) => {
  expect(told(`ALTER TABLE thing ${action}`)).toEqual([violation]);
});

it.each([
  ['CREATE UNIQUE INDEX a_once ON thing (a)', ['a.a_once allows no second one in thing']],
  [
    'CREATE TRIGGER watch BEFORE INSERT ON thing FOR EACH ROW EXECUTE FUNCTION f()',
    ['a.watch is done to what is written into thing'],
  ],
  ['DROP TABLE thing, other', ['a.thing is gone', 'a.other is gone']],
  ['DROP INDEX a_once', ['a.a_once is gone']],
  [
    `DO $$ BEGIN EXECUTE format('REVOKE UPDATE, DELETE ON thing, other FROM %I', x); END $$`,
    ['a.thing is without a right', 'a.other is without a right'],
  ],
  [
    'ALTER TABLE thing ADD COLUMN b text; ALTER TABLE thing ALTER COLUMN b SET NOT NULL',
    ['a.thing.b is wanted, and has no default'],
  ],
  [
    "ALTER TABLE thing ADD COLUMN b text NOT NULL DEFAULT ''; ALTER TABLE thing ALTER COLUMN b DROP DEFAULT",
    ['a.thing.b is wanted, and has no default'],
  ],
])('%s', (sql, violations) => {
  expect(told(sql)).toEqual(violations);
});

it.each([
  [
    "ALTER TABLE thing ADD COLUMN b text NOT NULL DEFAULT '', ADD COLUMN c uuid REFERENCES other, ALTER COLUMN a SET DEFAULT 1",
  ],
  ['CREATE INDEX a_of ON thing (a); GRANT SELECT ON thing TO x'],
  ['-- Was: ALTER TABLE thing DROP COLUMN a;\nSELECT 1'],
  [
    'CREATE TABLE fresh (a text NOT NULL CHECK (a <> 0)); ALTER TABLE fresh DROP COLUMN a; CREATE UNIQUE INDEX fresh_once ON fresh (a); REVOKE DELETE ON fresh FROM x; DROP TABLE fresh',
  ],
])('%s: nothing the release does not bear', (sql) => {
  expect(told(sql)).toEqual([]);
});

it.each([
  ['ALTER TABLE thing ADD COLUMN b text NOT NULL', 'ALTER TABLE thing ALTER COLUMN b SET DEFAULT 1'],
  ['ALTER TABLE thing ADD COLUMN b text NOT NULL', 'ALTER TABLE thing ALTER COLUMN b DROP NOT NULL'],
  [
    'ALTER TABLE thing ADD COLUMN b text NOT NULL',
    'ALTER TABLE thing RENAME COLUMN b TO c; ALTER TABLE thing DROP COLUMN c',
  ],
  ['ALTER TABLE thing ADD CONSTRAINT b_said CHECK (b > 0)', 'ALTER TABLE thing DROP CONSTRAINT b_said'],
  ['CREATE UNIQUE INDEX a_once ON thing (a)', 'DROP INDEX a_once'],
])('%s, which a later one takes back: %s', (first, later) => {
  expect(told(first)).toHaveLength(1);
  expect(told(first, later)).toEqual([]);
});

it('what the release has itself, and the way back, are not told', () => {
  const things = {
    'apps/a/src/things.migration.ts': `export class Things1763900000000 implements MigrationInterface { up(r) { return r.query('ALTER TABLE thing DROP COLUMN a'); } }`,
  };
  expect(
    narrowings(
      filesOf({
        ...kept,
        ...things,
        [pathOf(1763900000001)]: migration(1763900000001, 'SELECT 1', 'DROP TABLE thing'),
      }),
    ),
  ).toEqual([]);
});

it('where, for whoever reads it', () => {
  expect(
    unexcused(
      narrowings(
        filesOf({
          ...kept,
          [pathOf(1763900000001)]: migration(1763900000001, 'ALTER TABLE thing DROP COLUMN a'),
        }),
      ),
    ),
  ).toEqual([`a.thing.a is another one: DROP COLUMN a (${pathOf(1763900000001)}:1)`]);
});
