import { mostBytesTold } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { FilesUnderTest, somebody, stores } from '../files.fixture';
import { DescribeAttachmentsController } from './describe-attachments/describe-attachments.controller';
import { ReadAttachmentBytesController } from './read-attachment-bytes/read-attachment-bytes.controller';

const pdf = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`%PDF-1.7\n% ${newId()}\n%%EOF`));
const request = () => ({ type: 'repair-request', id: newId() });

describe.each(stores)('attachments after their upload, kept on %s', (store) => {
  let files: FilesUnderTest;

  beforeAll(async () => {
    files = await FilesUnderTest.open(store);
  });
  afterAll(() => files.close());

  const statusOf = async (path: string, principal?: ReturnType<typeof somebody>): Promise<number> =>
    (await files.get(path, { principal })).status;
  const codeOf = async (path: string): Promise<string> =>
    ((await (await files.get(path)).json()) as { code: string }).code;

  describe('are seen', () => {
    it('by their uploader until an object has them, and by nobody else without a link', async () => {
      const uploader = somebody();
      const id = await files.uploaded(pdf(), uploader);
      const path = `/api/attachments/${id}`;
      expect([
        await statusOf(path, uploader),
        await statusOf(path, somebody()),
        await statusOf(path),
      ]).toEqual([200, 404, 404]);

      const object = request();
      await files.claims.claim([id], uploader.personId, object);
      expect(await statusOf(path, uploader)).toBe(200);
      await files.link([id], object);
      expect(await statusOf(path, uploader)).toBe(404);
    });

    it('by whoever has a link of the last five minutes, as it was signed', async () => {
      const [id, other] = [await files.uploaded(pdf(), somebody()), await files.uploaded(pdf(), somebody())];
      const { url } = files.linkTo(id);
      expect(await statusOf(url)).toBe(200);
      expect([
        await statusOf(files.linkTo(id, 301_000).url),
        await codeOf(files.linkTo(id, 301_000).url),
      ]).toEqual([403, 'link-expired']);
      expect(await statusOf(url.replace(id, other))).toBe(404);
      expect(await statusOf(url.replace(/until=\d+/, (until) => `${until}0`))).toBe(404);
      expect(await statusOf(url.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')))).toBe(404);
      expect(await statusOf(url.replace(/&signature.*/, ''))).toBe(404);
      expect(await statusOf(files.linkTo(newId()).url)).toBe(404);
    });

    it('as something to save, never to run', async () => {
      const id = await files.uploaded(pdf(), somebody(), '漏水 "照片" 100%.pdf');
      const { headers } = await files.get(files.linkTo(id).url);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-disposition': `attachment; filename="__ ____ 100_.pdf"; filename*=UTF-8''%E6%BC%8F%E6%B0%B4%20_%E7%85%A7%E7%89%87_%20100%25.pdf`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, max-age=300, immutable',
      });
    });
  });

  it('are described to archives by name, hash and size, whoever has them, and not once they are gone (W4.2)', async () => {
    const [kept, gone] = [await files.uploaded(pdf(), somebody()), await files.uploaded(pdf(), somebody())];
    await files.link([kept], request());
    const describe = async () => (await files.part(DescribeAttachmentsController).describe({ attachmentIds: [kept, gone, newId()] })).attachments;
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect((await describe()).toSorted((a, b) => (a.id === kept ? -1 : b.id === kept ? 1 : 0))).toEqual([
      { id: kept, name: expect.any(String), mediaType: 'application/pdf', sha256, size: pdf().length },
      { id: gone, name: expect.any(String), mediaType: 'application/pdf', sha256, size: pdf().length },
    ]);
    await files.rows('UPDATE attachment SET expires_at = platform.now() WHERE id = $1', [gone]);
    expect((await describe()).map(({ id }) => id)).toEqual([kept]);
  });

  it('are told to archives piece by piece, and not once they are gone (W4.3)', async () => {
    const content = Buffer.concat([pdf(), Buffer.alloc(mostBytesTold + 10, '.')]);
    const id = await files.uploaded(new Uint8Array(content), somebody());
    const read = (attachmentId: string, from: number) => files.part(ReadAttachmentBytesController).read({ attachmentId, from });
    const [first, second, behind] = [await read(id, 0), await read(id, mostBytesTold), await read(id, content.length)];
    expect([first, second, behind].map(({ size }) => size)).toEqual([content.length, content.length, content.length]);
    expect(Buffer.concat([first, second].map(({ base64 }) => Buffer.from(base64, 'base64'))).equals(content)).toBe(true);
    expect(behind.base64).toBe('');
    await expect(read(newId(), 0)).rejects.toMatchObject({ code: 'attachment-unknown' });
    await files.rows('UPDATE attachment SET expires_at = platform.now() WHERE id = $1', [id]);
    await expect(read(id, 0)).rejects.toMatchObject({ code: 'attachment-unknown' });
  });

  describe('are claimed', () => {
    const claim = (ids: string[], person: string, object = request()) =>
      files.claims.claim(ids, person, object);

    it('by their uploader alone', async () => {
      const uploader = somebody();
      const id = await files.uploaded(pdf(), uploader);
      await expect(claim([id], newId())).rejects.toMatchObject({
        code: 'attachment-refused',
        fields: [{ pointer: '/attachmentIds/0' }],
      });
      const [{ sha256 }] = (await files.rows<{ sha256: string }>('SELECT sha256 FROM attachment WHERE id = $1', [id])) as [{ sha256: string }];
      await expect(claim([id], uploader.personId)).resolves.toEqual([{ id, name: expect.any(String), mediaType: 'application/pdf', sha256 }]);
    });

    it('all or none', async () => {
      const uploader = somebody();
      const id = await files.uploaded(pdf(), uploader);
      await expect(claim([id, newId()], uploader.personId)).rejects.toMatchObject({
        fields: [{ pointer: '/attachmentIds/1' }],
      });
      expect(await files.rows('SELECT claimed_id FROM attachment WHERE id = $1', [id])).toEqual([
        { claimed_id: null },
      ]);
    });

    it('again for another object as long as the first one has not come about, and no longer', async () => {
      const uploader = somebody();
      const id = await files.uploaded(pdf(), uploader);
      const [refused, made] = [request(), request()];
      await claim([id], uploader.personId, refused);
      await claim([id], uploader.personId, made);
      await files.link([id], made);
      await expect(claim([id], uploader.personId, refused)).rejects.toMatchObject({
        code: 'attachment-refused',
      });
      await expect(claim([id], uploader.personId, made)).resolves.toMatchObject([{ id }]);
    });

    it('by services and nobody else', async () => {
      const answer = await fetch(`${files.url}/internal/attachments/claims`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(await files.headersOf({ principal: somebody() })),
        },
        body: JSON.stringify({ attachmentIds: [newId()], uploaderId: newId(), object: request() }),
      });
      expect(answer.status).toBe(401);
    });
  });

  /** The clock stays ahead: these come last. */
  describe('are gone', () => {
    const left = async (ids: string[]): Promise<string[]> =>
      (
        await files.rows<{ id: string }>('SELECT id FROM attachment WHERE id = ANY ($1) ORDER BY id', [ids])
      ).map(({ id }) => id);

    it('after a day unless claimed, and their bytes with the last that had them', async () => {
      const uploader = somebody();
      const shared = pdf();
      const [unclaimed, twin, linked, claimed] = [
        await files.uploaded(pdf(), uploader),
        await files.uploaded(shared, uploader),
        await files.uploaded(shared, uploader),
        await files.uploaded(pdf(), uploader),
      ];
      const [keeping, waiting] = [request(), request()];
      await files.claims.claim([linked], uploader.personId, keeping);
      await files.link([linked], keeping);
      await files.claims.claim([claimed], uploader.personId, waiting);
      const before = files.stored();
      const all = [unclaimed, twin, linked, claimed];

      await files.moveClock('23 hours 59 minutes');
      await files.runtime.timers.fireDue();
      expect(await left(all)).toEqual(all.toSorted());
      expect(files.stored()).toEqual(before);

      await files.moveClock('2 minutes');
      expect(await statusOf(`/api/attachments/${unclaimed}`, uploader)).toBe(404);
      await expect(files.claims.claim([unclaimed], uploader.personId, request())).rejects.toMatchObject({
        code: 'attachment-refused',
      });
      await files.runtime.timers.fireDue();
      expect(await left(all)).toEqual([linked, claimed].toSorted());
      // Those of the tests before are gone by now, too: what is left is what rows refer to.
      const hashes = await files.rows<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachment');
      expect(files.stored()).toEqual(hashes.map(({ sha256 }) => sha256).sort());
      expect(await statusOf(files.linkTo(linked).url)).toBe(200);

      // The event of the claim was late by days; what it names is there.
      await files.moveClock('5 days');
      await files.runtime.timers.fireDue();
      await files.link([claimed], waiting);
      await files.moveClock('30 days');
      await files.runtime.timers.fireDue();
      expect(await left(all)).toEqual([linked, claimed].toSorted());
    });

    it('a week after a claim that came to nothing', async () => {
      const uploader = somebody();
      const id = await files.uploaded(pdf(), uploader);
      await files.claims.claim([id], uploader.personId, request());
      await files.moveClock('6 days 23 hours');
      await files.runtime.timers.fireDue();
      expect(await left([id])).toEqual([id]);
      await files.moveClock('2 hours');
      await files.runtime.timers.fireDue();
      expect(await left([id])).toEqual([]);
    });

    it('never while the same bytes are being uploaded again', async () => {
      const uploader = somebody();
      for (let round = 0; round < 10; round += 1) {
        const bytes = pdf();
        await files.uploaded(bytes, uploader);
        await files.moveClock('25 hours');
        const [, again] = await Promise.all([
          files.runtime.timers.fireDue(),
          files.uploaded(bytes, uploader),
        ]);
        expect(await statusOf(`/api/attachments/${again}`, uploader)).toBe(200);
      }
      await waitFor(() => files.stored().every((name) => !name.includes('-')), { what: 'drafts to be gone' });
    });
  });
});
