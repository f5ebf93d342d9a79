import { createHash } from 'node:crypto';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { FilesUnderTest, somebody, stores } from '../../files.fixture';
import { BlobStore } from '../../storage/blob-store';
import { Drafts } from '../../storage/drafts';
import { writeFile } from '../../storage/written-file';
import { DiscardUnreferredHandler, unreferredTimerKind } from './discard-unreferred.handler';

const [hour, day] = [3_600_000, 86_400_000];
const pdf = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${newId()}\n%%EOF`));

describe.each(stores)('bytes that no upload refers to, kept on %s', (store) => {
  let files: FilesUnderTest;

  beforeEach(async () => void (files = await FilesUnderTest.open(store)));
  afterEach(() => files.close());

  const sweep = (): Promise<number> => files.part(DiscardUnreferredHandler).execute();
  /** As an upload leaves them whose process ends before it is recorded. @returns their hash */
  const left = async (msAgo: number): Promise<string> => {
    const blobs = files.part(BlobStore);
    const drafts = new Drafts(blobs.drafts);
    const draft = await writeFile(await drafts.next(), [Buffer.from(newId())] as unknown as AsyncIterable<Buffer>);
    for (const rendition of ['original', 'thumbnail'] as const) await blobs.keep(draft, draft.sha256, rendition);
    await drafts.discard();
    for (const name of [draft.sha256, `${draft.sha256}.thumbnail`]) files.age(name, msAgo);
    return draft.sha256;
  };
  const uploadedLongAgo = async (): Promise<string> => {
    const bytes = pdf();
    await files.uploaded(bytes, somebody());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.age(sha256, 30 * day);
    return sha256;
  };

  it('are removed when they are a day old, with their previews; whatever has a row stays, however old', async () => {
    const [old, young, kept] = [await left(25 * hour), await left(23 * hour), await uploadedLongAgo()];
    expect(await sweep()).toBe(1);
    expect(files.stored()).toEqual([young, `${young}.thumbnail`, kept].toSorted());
    expect(files.keeps(old)).toBe(false);
    expect(await sweep()).toBe(0);
  });

  it('are looked for each week, by a timer that sets the next one', async () => {
    const due = () => files.rows<{ due: Date }>(`SELECT due_at AS due FROM timer WHERE kind = $1 AND status = 'set'`, [unreferredTimerKind]);
    for (let week = 1; week <= 2; week += 1) {
      const [{ due: first }, sha256] = [(await due())[0]!, await left(2 * day)];
      await files.later(Math.ceil((first.getTime() - (await files.now()).getTime()) / 1000));
      await waitFor(() => !files.keeps(sha256), { what: 'the bytes to be removed' });
      const next = await due();
      expect(next).toHaveLength(1);
      expect(next[0]!.due.getTime() - first.getTime()).toBeGreaterThanOrEqual(7 * day);
    }
  });

  it('are none of this office where they are many, and most of what lies there: none is removed', async () => {
    for (let n = 0; n < 21; n += 1) await left(2 * day);
    await uploadedLongAgo();
    const before = files.stored();
    await expect(sweep()).rejects.toThrow('21 of 22 stored contents belong to no upload of this office: none is removed');
    expect(files.stored()).toEqual(before);
  });
});
