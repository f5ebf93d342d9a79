import { existsSync } from 'node:fs';
import { PeopleContacts } from '@property-office/backbone';
import { newId } from '@property-office/kernel';
import { ArchivesUnderTest } from '../../archives.fixture';
import { DestructionOffice } from '../destruction-office.fixture';
import { entryOf, lineOf, type RegisterLine } from './register-entry';
import { reapplyRegister } from './reapply-register';
import { destructionRegisterPath, RegisterFile } from './register-file';
import { RegisterKeeper } from './register-keeper';

let archives: ArchivesUnderTest;
let office: DestructionOffice;

beforeAll(async () => {
  archives = await ArchivesUnderTest.open();
  // Directory is another service.
  archives.part(PeopleContacts).namesOf = () => Promise.resolve(() => '');
});
afterAll(() => archives?.close());
beforeEach(async () => void (office = await new DestructionOffice(archives).open()));

/** As the operator's command signs in. */
function adminUrl(): string {
  const { host, port, user, password, database } = archives.admin as typeof archives.admin & { password: string };
  return `postgres://${user}:${encodeURIComponent(password ?? '')}@${encodeURIComponent(host)}:${port}/${database}`;
}
const inside = (): Promise<RegisterLine[]> => archives.rows<RegisterLine & Record<string, unknown>>('SELECT entry AS text, hash FROM destruction_register ORDER BY n');

/** What the register outside has more than the database: lists that were carried out after the backup. */
async function laterThan(known: readonly RegisterLine[], ...lists: Array<{ id: string; recordIds: string[] }>): Promise<RegisterLine[]> {
  const lines = [...known];
  for (const { id, recordIds } of lists) {
    const records = await archives.rows<{ id: string; number: string; proof: string; attachments: string[] }>(
      'SELECT id, archive_number AS number, proof, ARRAY(SELECT attachment_id::text FROM record_file WHERE record_id = r.id) AS attachments FROM record r WHERE id = ANY ($1)',
      [recordIds],
    );
    const act = (by: string) => ({ by, for: null, at: new Date().toISOString() });
    lines.push(
      lineOf({
        n: lines.length + 1, previous: lines.at(-1)?.hash ?? null, destructionId: id, number: `X-20261128-${lines.length}`, siteId: office.siteId, listHash: '0'.repeat(64),
        applied: act(office.clerk.personId), approved: act(office.director.personId), witnesses: [office.head, office.lead].map(({ personId }) => ({ personId, linkId: null, at: act(personId).at })),
        carriedOut: act(office.clerk.personId), method: null,
        records: records.map((record) => ({ recordId: record.id, archiveNumber: record.number, proof: record.proof, parts: [], attachmentIds: record.attachments })),
      }),
    );
  }
  return lines;
}

it('there is a register outside from the first start on, also while there is nothing in it: one that is missing was lost', async () => {
  await archives.part(RegisterKeeper).written();
  const path = destructionRegisterPath({ dataDir: archives.dataDir });
  expect([existsSync(path), new RegisterFile(path).read()]).toEqual([true, []]);
});

describe('a backup older than a destruction is restored (W1.3, W4.4)', () => {
  it('what the register outside knows of is destroyed again, wherever its list stood then, once', async () => {
    await office.carriedOut([(await office.due()).id]);
    const [applied, approved, witnessed, unlisted] = [await office.due(), await office.due(), await office.due(), await office.due()];
    const lists = [
      { id: await office.applied([applied.id]), recordIds: [applied.id] },
      { id: await office.approved([approved.id]), recordIds: [approved.id] },
      { id: await office.witnessed([witnessed.id]), recordIds: [witnessed.id] },
      // Neither this list nor its other record was there when the backup was made.
      { id: newId(), recordIds: [unlisted.id, newId()] },
    ];
    const lines = await laterThan(await inside(), ...lists);
    const noted: string[][] = [];
    const reapply = () => reapplyRegister(adminUrl(), lines, (_, entries) => noted.push(entries.map(({ destructionId }) => destructionId)));
    const again = await reapply();
    expect(again.map(({ destructionId }) => destructionId)).toEqual(lists.map(({ id }) => id));
    expect(again.flatMap(({ records }) => records.flatMap(({ attachmentIds }) => attachmentIds))).toHaveLength(4);
    for (const { id, archiveNumber, proof } of [applied, approved, witnessed, unlisted]) {
      expect((await office.read(id)).body).toMatchObject({ archiveNumber, proof, files: [], destroyedAt: expect.any(String) });
      expect(await archives.told(id)).toEqual(['record-archived', 'record-destroyed']);
    }
    for (const { id } of lists.slice(0, 3)) {
      expect(await office.stands(id)).toBe('certified');
      expect((await archives.told(id)).at(-1)).toBe('destruction-reapplied');
    }
    expect(await inside()).toEqual(lines);
    expect(await reapply()).toEqual([]);
    expect(noted).toEqual([lists.map(({ id }) => id)]);
    await archives.hear(office.wiped(applied.id));
    expect(await office.stands(lists[0]!.id)).toBe('certified');
  });

  it('until then nothing else is destroyed: its line would be where the register outside has another', async () => {
    const [back, due] = [await office.due(), await office.due()];
    const id = await office.witnessed([due.id]);
    const keeper = archives.part(RegisterKeeper);
    keeper.wake();
    await keeper.written();
    const outside = new RegisterFile(destructionRegisterPath({ dataDir: archives.dataDir }));
    outside.append((await laterThan(await inside(), { id: newId(), recordIds: [back.id] })).at(-1)!);
    expect((await office.onList(id, 'carry-out', office.clerk)).body).toMatchObject({ status: 409, code: 'register-ahead', detail: expect.stringContaining('ops destroy-again') });
    expect([await office.stands(id), (await office.read(due.id)).body.destroyedAt]).toEqual(['witnessed', null]);
    expect(await reapplyRegister(adminUrl(), outside.read())).toHaveLength(1);
    expect((await office.onList(id, 'carry-out', office.clerk)).status).toBe(200);
    await keeper.written();
    expect(outside.read()).toEqual(await inside());
  });

  it('its certificate is printed by the register alone, once files has said what became of what is here: no row says who signed, and of one list there is none', async () => {
    const [record, unlisted] = [await office.due(), await office.due()];
    const lists = [{ id: await office.applied([record.id]), recordIds: [record.id] }, { id: newId(), recordIds: [unlisted.id, newId()] }];
    await reapplyRegister(adminUrl(), await laterThan(await inside(), ...lists));
    const certificate = (id: string, who = office.clerk) => archives.answer(`GET /api/destructions/${id}/certificate`, who);
    for (const { id } of lists) expect((await certificate(id)).body).toMatchObject({ status: 409, code: 'wiping-unfinished', detail: expect.stringContaining('Of 1 records') });
    for (const { id } of [record, unlisted]) await archives.hear(office.wiped(id));
    for (const { id } of lists) expect((await certificate(id)).text).toMatch(/^%PDF-/);
    for (const [id, who] of [[lists[1]!.id, office.head], [newId(), office.clerk]] as const) expect((await certificate(id, who)).status).toBe(404);
  });

  it('a register of another office, or one that was changed, is refused, and nothing is destroyed', async () => {
    const record = await office.due();
    const id = await office.carriedOut([(await office.due()).id]);
    const known = await inside();
    const more = await laterThan(known, { id: newId(), recordIds: [record.id] });
    const others = lineOf({ ...entryOf(known.at(-1)!), number: 'X-1' });
    for (const [lines, said] of [
      [[...known.slice(0, -1), others], 'another one than in the database'],
      [[...more.slice(0, -1), { ...more.at(-1)!, text: more.at(-1)!.text.replace('null', '"x"') }], 'says something else than its hash'],
    ] as const)
      await expect(reapplyRegister(adminUrl(), lines)).rejects.toThrow(said);
    expect([(await office.read(record.id)).body.destroyedAt, await office.stands(id)]).toEqual([null, 'carried-out']);
  });
});
