import { createHash } from 'node:crypto';
import { systemActor } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import { FilesUnderTest, somebody, stores } from '../../files.fixture';
import { WipeObjectHandler } from './wipe-object.handler';

const pdf = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${newId()}\n%%EOF`));
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(stores)('the files of a destroyed record (W4.4), kept on %s', (store) => {
  let files: FilesUnderTest;

  beforeAll(async () => void (files = await FilesUnderTest.open(store)));
  afterAll(() => files.close());

  const isThere = (bytes: Uint8Array): boolean => files.keeps(hashOf(bytes));
  const uploadedFor = async (bytes: Uint8Array<ArrayBuffer>, ...objects: Array<{ type: string; id: string }>): Promise<string> => {
    const uploader = somebody();
    const id = await files.uploaded(bytes, uploader);
    for (const object of objects) await files.link([id], object);
    return id;
  };
  const destroy = (record: string, attachmentIds: string[], more: object = {}) =>
    files.hear(announced('archives.record-destroyed.v1', record, newId(), { archiveNumber: 'PM01-WS·2011-D10-KFB-0001', destructionId: newId(), proof: '0'.repeat(64), attachmentIds, ...more }), ['files__destroyed_records_v1']);
  const told = async (record: string) => (await files.events(record)).map(({ data }) => data);

  it('go with their bytes, unless something else holds them: which, is announced, once', async () => {
    const [record, other] = [newId(), { type: 'incoming-document', id: newId() }];
    const own = { type: 'record', id: record };
    const [alone, linked, copied, loose] = [pdf(), pdf(), pdf(), pdf()];
    const ids = [await uploadedFor(alone, own), await uploadedFor(linked, other, own), await uploadedFor(copied, own), await uploadedFor(loose, own)];
    const twin = await uploadedFor(copied, { type: 'living-file', id: other.id });
    await files.uploaded(loose, somebody());
    for (const bytes of [alone, linked]) await files.rows(`INSERT INTO content_text (sha256, said, read_at) VALUES ($1, '房屋交接', now()) RETURNING 1`, [hashOf(bytes)]);
    await destroy(record, ids);
    expect(await files.rows('SELECT sha256 FROM content_text WHERE sha256 = ANY ($1)', [[hashOf(alone), hashOf(linked)]])).toEqual([{ sha256: hashOf(linked) }]);
    expect([alone, linked, copied, loose].map(isThere)).toEqual([false, true, true, true]);
    const [data] = await told(record);
    expect(data).toMatchObject({ objectType: 'record', objectId: record, wiped: [hashOf(alone)] });
    expect(new Map((data!.kept as Array<{ sha256: string; heldBy: object[] }>).map(({ sha256, heldBy }) => [sha256, heldBy]))).toEqual(
      new Map([[hashOf(linked), [other]], [hashOf(copied), [{ type: 'living-file', id: other.id }]], [hashOf(loose), []]]),
    );
    expect((await files.rows('SELECT id FROM attachment WHERE id = ANY ($1)', [[...ids, twin]])).map(({ id }) => id).toSorted()).toEqual([ids[1], twin].toSorted());
    expect((await files.get(files.linkTo(ids[0]!).url)).status).toBe(404);
    await destroy(record, ids);
    expect(await told(record)).toHaveLength(1);
  });

  it('go also where they were added to the proposal that became the record', async () => {
    const [record, proposal, other] = [newId(), { type: 'record-proposal', id: newId() }, { type: 'living-file', id: newId() }];
    const [added, linked] = [pdf(), pdf()];
    const ids = [await uploadedFor(added, proposal, { type: 'record', id: record }), await uploadedFor(linked, proposal, { type: 'record', id: record }, other)];
    await destroy(record, ids);
    expect((await told(record))[0]).toMatchObject({ wiped: [hashOf(added)], kept: [{ sha256: hashOf(linked), heldBy: [other] }] });
    expect([added, linked].map(isThere)).toEqual([false, true]);
  });

  it('go also from the living file they were closed of, and stay where another paper of it has them', async () => {
    const [record, living] = [newId(), { type: 'living-file', id: newId() }];
    const own = { type: 'record', id: record };
    const [closed, kept] = [pdf(), pdf()];
    const ids = [await uploadedFor(closed, living, own), await uploadedFor(kept, living, own)];
    await destroy(record, ids, { living: { fileId: living.id, attachmentIds: [ids[0]!] } });
    expect((await told(record))[0]).toMatchObject({ wiped: [hashOf(closed)], kept: [{ sha256: hashOf(kept), heldBy: [living] }] });
    expect([closed, kept].map(isThere)).toEqual([false, true]);
  });

  it('go also when two records that share them are destroyed at the same moment', async () => {
    const [one, other] = [{ type: 'record', id: newId() }, { type: 'record', id: newId() }];
    const bytes = pdf();
    const id = await uploadedFor(bytes, one, other);
    const handler = files.part(WipeObjectHandler);
    const act = { actor: systemActor, happenedAt: await files.now() };
    let second: Promise<unknown> = Promise.resolve();
    await files.transaction(async (tx) => {
      await handler.execute(tx, act, newId(), { object: one, attachmentIds: [id] });
      second = destroy(other.id, [id]);
      await waitFor(async () => (await files.admin.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rowCount! > 0, { what: 'the second to wait' });
    });
    await second;
    expect((await told(other.id))[0]).toMatchObject({ wiped: [hashOf(bytes)], kept: [] });
    expect([isThere(bytes), await files.rows('SELECT 1 FROM attachment WHERE id = $1', [id])]).toEqual([false, []]);
  });

  it('do not come back when the record is heard of only then', async () => {
    const record = newId();
    await destroy(record, []);
    const id = await uploadedFor(pdf(), { type: 'record', id: record });
    expect(await files.rows('SELECT expires_at IS NULL AS kept, EXISTS (SELECT 1 FROM attachment_link l WHERE l.attachment_id = a.id) AS linked FROM attachment a WHERE id = $1', [id])).toEqual([{ kept: false, linked: false }]);
  });

  it('nobody takes back what was destroyed', async () => {
    for (const sql of ['DELETE FROM wiped_object', 'UPDATE wiped_object SET object_id = object_id']) await expect(files.rows(sql)).rejects.toThrow(/permission denied/);
  });
});
