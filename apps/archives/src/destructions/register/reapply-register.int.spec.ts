import { existsSync } from 'node:fs';
import { PeopleContacts } from '@property-office/backbone';
import { newId } from '@property-office/kernel';
import { announced } from '@property-office/service-testing';
import { ArchivesUnderTest } from '../../archives.fixture';
import { heldContents } from '../../fixity/persistence/held-contents';
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

  it('of a living file what became a record only after the backup is destroyed in it: it is neither opened, checked, closed again nor accepted; what else it holds stays', async () => {
    const placeId = newId();
    const lift = { placeId, kind: 'public-place' as const, parentId: office.siteId, buildingId: null, code: 'lift', nameZh: '电梯', nameEn: null, label: '电梯', labelEn: 'Lift', timeZone: null, externalCode: null };
    await archives.hear(announced('directory.place-registered.v1', placeId, office.siteId, { ...lift, device: { number: 'DT-01', equipment: 'lift', installedOn: '2001-05-20', outOfServiceOn: '2012-06-30' } }));
    const [{ id: file }] = (await office.ask(`GET /api/living-files?subjectId=${placeId}`, office.clerk)).body.items;
    const scans = [office.file(), office.file(), office.file()];
    const put = (scan: string) => office.does(`/api/living-files/${file}/file-paper`, office.clerk, { paper: 'other', title: '材料', attachmentIds: [scan] });
    await put(scans[0]!);
    await office.does(`/api/living-files/${file}/close`, office.clerk);
    for (const scan of scans.slice(1)) await put(scan);
    // The second paper was closed and both were destroyed when the backup had been made.
    const [line] = (await laterThan([], { id: newId(), recordIds: [] })) as [RegisterLine];
    const known = await inside();
    const records = [1, 2].map((item) => {
      const attachmentIds = [scans[item - 1]!];
      return { recordId: newId(), archiveNumber: `PM01-SB·2012-D10-GCB-000${item}`, proof: '0'.repeat(64), parts: [], attachmentIds, living: { fileId: file, items: [item], attachmentIds } };
    });
    await reapplyRegister(adminUrl(), [...known, lineOf({ ...entryOf(line), n: known.length + 1, previous: known.at(-1)?.hash ?? null, records })]);
    const open = async (item: number) => (await office.ask(`GET /api/living-files/${file}/file?item=${item}&position=1`, office.clerk)).body;
    for (const item of [1, 2]) expect(await open(item)).toMatchObject({ status: 409, code: 'living-paper-destroyed' });
    expect(await open(3)).toMatchObject({ sha256: office.hashes.get(scans[2]!) });
    expect(await archives.rows(`SELECT item FROM ${heldContents} h WHERE id = $1`, [file])).toEqual([{ item: 3 }]);
    expect((await office.ask(`GET /api/living-files/${file}`, office.clerk)).body.volumes).toMatchObject([{ n: 1, standing: 'destroyed' }]);
    const [proposal] = (await office.ask(`GET /api/record-proposals?sourceId=${file}`, office.clerk)).body.items;
    expect((await office.ask(`POST /api/record-proposals/${proposal.id}/accept`, office.clerk)).body).toMatchObject({ status: 409, code: 'proposal-incomplete' });
    await office.does(`/api/record-proposals/${proposal.id}/return`, office.clerk, { reason: '已销毁' });
    await office.does(`/api/living-files/${file}/close`, office.clerk);
    const { volumes } = (await office.ask(`GET /api/living-files/${file}`, office.clerk)).body;
    expect(volumes).toMatchObject([{ n: 2, papers: 1, standing: 'proposed' }, { n: 1, standing: 'destroyed' }]);
    await expect(archives.rows('INSERT INTO living_paper_gone (file_id, item, destruction_id) VALUES ($1, 3, $1)', [file])).rejects.toThrow(/permission denied/);
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
