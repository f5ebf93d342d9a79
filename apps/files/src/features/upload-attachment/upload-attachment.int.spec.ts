import sharp from 'sharp';
import { largestFile, leastRoom, mostUnlinked, mostWaiting } from '../../domain/limits';
import { FilesUnderTest, somebody } from '../../files.fixture';
import { DraftFolder } from '../../storage/draft-folder';

type Bytes = Uint8Array<ArrayBuffer>;

const red = { r: 200, g: 30, b: 30 };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: red } });
const pngOf = async (width = 40, height = 20): Promise<Bytes> =>
  new Uint8Array(await picture(width, height).png().toBuffer());
const pdfOf = (size: number): Bytes => {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set(Buffer.from(`%PDF-1.7\n% ${Math.random()}\n`, 'latin1'));
  return bytes;
};

describe('uploading an attachment', () => {
  let files: FilesUnderTest;

  beforeAll(async () => {
    files = await FilesUnderTest.open();
  });
  afterAll(() => files.close());

  // So that `files.stored()` has a folder to look at.
  beforeAll(() => files.uploaded(pdfOf(100), somebody(), 'first.pdf'));

  it('stores an image without EXIF, upright, with a thumbnail', async () => {
    const uploader = somebody();
    const photo = await picture(800, 400)
      .withExif({ IFD0: { Copyright: 'private' }, IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();

    const answer = await files.upload(new Uint8Array(photo), '厨房.jpg', { principal: uploader });
    const body = (await answer.json()) as { id: string };
    expect(answer.status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      name: '厨房.jpg',
      mediaType: 'image/jpeg',
      size: expect.any(Number),
      width: 400,
      height: 800,
    });
    expect(answer.headers.get('location')).toBe(`/api/attachments/${body.id}`);

    const stored = Buffer.from(
      await (await files.get(`/api/attachments/${body.id}`, { principal: uploader })).arrayBuffer(),
    );
    const metadata = await sharp(stored).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 400, height: 800 });
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(stored.includes('private')).toBe(false);

    const thumbnail = await files.get(`/api/attachments/${body.id}?thumbnail=1`, { principal: uploader });
    expect(thumbnail.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).toMatchObject({
      width: 160,
      height: 320,
    });
  });

  it('makes large images smaller and drops what was appended to them', async () => {
    const uploader = somebody();
    const large = Buffer.concat([
      await picture(5000, 100).png().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const id = await files.uploaded(new Uint8Array(large), uploader, 'plan.png');
    const stored = Buffer.from(
      await (await files.get(`/api/attachments/${id}`, { principal: uploader })).arrayBuffer(),
    );
    expect(await sharp(stored).metadata()).toMatchObject({ width: 4096, height: 82 });
    expect(stored.includes('script')).toBe(false);
  });

  it('keeps the frames of an animation', async () => {
    const uploader = somebody();
    const frames = await Promise.all(
      [10, 120, 250].map((r) =>
        sharp({ create: { width: 30, height: 20, channels: 3, background: { ...red, r } } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const answer = await files.upload(new Uint8Array(gif), 'leak.gif', { principal: uploader });
    const { id, ...told } = (await answer.json()) as { id: string };
    expect(told).toMatchObject({ mediaType: 'image/gif', width: 30, height: 20 });
    const stored = await (await files.get(`/api/attachments/${id}`, { principal: uploader })).arrayBuffer();
    expect((await sharp(Buffer.from(stored), { animated: true }).metadata()).pages).toBe(3);
  });

  it('stores a document as it is, and equal bytes once', async () => {
    const pdf = pdfOf(5000);
    const [one, two] = [somebody(), somebody()];
    const first = await files.uploaded(pdf, one, '合同.pdf');
    const names = files.stored();
    const second = await files.uploaded(pdf, two, '合同.pdf');
    expect(second).not.toBe(first);
    expect(files.stored()).toEqual(names);
    const answer = await files.get(`/api/attachments/${second}`, { principal: two });
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect((await files.get(`/api/attachments/${second}?thumbnail=1`, { principal: two })).status).toBe(404);
  });

  it.each([
    [
      'a web page called a photo',
      async () => new TextEncoder().encode('<html><script>alert(1)</script></html>'),
      415,
      'file-type-refused',
    ],
    [
      'a program called a photo',
      async () => new Uint8Array(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3000)])),
      415,
      'file-type-refused',
    ],
    [
      'an SVG',
      async () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'file-type-refused',
    ],
    ['nothing', async () => new Uint8Array(0), 400, 'file-empty'],
    [
      'a PNG header and noise',
      async () => new Uint8Array(Buffer.concat([(await pngOf()).subarray(0, 16), Buffer.alloc(500, 7)])),
      415,
      'image-damaged',
    ],
    [
      'half a photo',
      async () => new Uint8Array((await picture(600, 600).jpeg().toBuffer()).subarray(0, 1500)),
      415,
      'image-damaged',
    ],
    [
      'a bomb of pixels',
      async () => new Uint8Array(await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()),
      413,
      'image-too-large',
    ],
  ])('refuses %s and keeps nothing of it', async (_, content, status, code) => {
    const bytes = (await content()) as Bytes;
    await files.leavesNothing(async () => {
      const answer = await files.upload(bytes, 'photo.png');
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
    });
  });

  it.each([['zh-CN', '文件是空的'], ['en', 'The file is empty']])('says of an empty file that it is empty (%s)', async (language, title) => {
    const headers = { 'accept-language': language };
    expect(await (await files.upload(new Uint8Array(0), 'photo.png', { headers })).json()).toMatchObject({ code: 'file-empty', title });
  });

  it('takes 25 MiB to the byte and not one more', async () => {
    const answer = await files.upload(pdfOf(largestFile), 'full.pdf');
    expect([answer.status, await answer.json()]).toEqual([
      201,
      expect.objectContaining({ size: largestFile }),
    ]);
    await files.leavesNothing(async () => {
      const refused = await files.upload(pdfOf(largestFile + 1), 'over.pdf');
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
        413,
        'file-too-large',
      ]);
    });
  });

  it.each([
    ['photo of 漏水.png', 'photo of 漏水.png'],
    ['水管💧.png', '水管💧.png'],
    ['..\\..\\windows\\照片.png', '照片.png'],
    ['../../../etc/cron.d/x.png', 'x.png'],
  ])('is called %j as %j', async (given, name) => {
    const answer = await files.upload(await pngOf(), given);
    expect(await answer.json()).toMatchObject({ name });
  });

  it('gives a repeat under the same key the same answer, and stores it once', async () => {
    const uploader = somebody();
    const [png, other] = [await pngOf(33, 33), await pngOf(34, 34)];
    const asked = { principal: uploader, headers: { 'idempotency-key': 'k1' } };
    const before = await files.count();
    const answers = await Promise.all([1, 2].map(() => files.upload(png, 'a.png', asked)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const [one, two] = (await Promise.all(answers.map((answer) => answer.json()))) as Array<{ id: string }>;
    expect(one).toEqual(two);
    expect(await files.count()).toBe(before + 1);
    await files.leavesNothing(async () => {
      expect((await files.upload(other, 'a.png', asked)).status).toBe(422);
    });
  });

  it('takes only so much a day that nothing uses, of each person, and says when again', async () => {
    const uploader = somebody();
    const asked = { principal: uploader };
    const id = await files.uploaded(pdfOf(100), uploader);
    const refused = async () => {
      const answer = await files.upload(pdfOf(100), 'a.pdf', asked);
      return [answer.status, ((await answer.json()) as { code: string }).code, Number(answer.headers.get('retry-after'))];
    };
    const pretend = (size: number, copies: number) =>
      files.rows(
        `INSERT INTO attachment (id, uploader_id, name, media_type, size, sha256, uploaded_at, expires_at)
         SELECT gen_random_uuid(), uploader_id, name, media_type, $2, sha256, uploaded_at, expires_at
         FROM attachment, generate_series(1, $3) WHERE id = $1`,
        [id, size, copies],
      );
    await pretend(1, mostUnlinked.files - 2);
    expect((await files.upload(pdfOf(100), 'a.pdf', asked)).status).toBe(201);
    await files.leavesNothing(async () => {
      expect(await refused()).toEqual([429, 'uploads-used-up', expect.any(Number)]);
    });
    expect((await refused())[2]).toBeGreaterThan(80_000);
    expect((await files.upload(pdfOf(100), 'a.pdf')).status).toBe(201);

    await files.rows(`UPDATE attachment SET expires_at = NULL WHERE uploader_id = $1 AND id <> $2`, [uploader.personId, id]);
    expect((await files.upload(pdfOf(100), 'a.pdf', asked)).status).toBe(201);
    await pretend(mostUnlinked.bytes - 250, 1);
    expect((await refused())[1]).toBe('uploads-used-up');
    await files.rows(`UPDATE attachment SET uploaded_at = uploaded_at - interval '25 hours' WHERE uploader_id = $1`, [uploader.personId]);
    expect((await files.upload(pdfOf(100), 'a.pdf', asked)).status).toBe(201);
  });

  it('lets uploads side by side no further than one after the other', async () => {
    const uploader = somebody();
    const id = await files.uploaded(pdfOf(100), uploader);
    await files.rows('UPDATE attachment SET size = $2 WHERE id = $1', [id, mostUnlinked.bytes - 250]);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => files.upload(pdfOf(100), 'a.pdf', { principal: uploader })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429]);
  });

  it('takes nothing in while the disk is nearly full, and says so', async () => {
    const room = jest.spyOn(DraftFolder.prototype, 'room').mockResolvedValue(leastRoom - 1);
    await files.leavesNothing(async () => {
      const answer = await files.upload(pdfOf(100), 'a.pdf');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60']);
    });
    room.mockRestore();
    expect((await files.upload(pdfOf(100), 'a.pdf')).status).toBe(201);
  });

  it('takes nothing in that would leave less room than is needed, by what its sender says of its size', async () => {
    const room = jest.spyOn(DraftFolder.prototype, 'room').mockResolvedValue(leastRoom + 50_000);
    await files.leavesNothing(async () => expect((await files.upload(pdfOf(60_000), 'a.pdf')).status).toBe(503));
    expect((await files.upload(pdfOf(1_000), 'a.pdf')).status).toBe(201);
    // Of what is too large in any case the answer is that it is.
    room.mockResolvedValue(leastRoom + largestFile);
    await files.leavesNothing(async () => expect((await files.upload(pdfOf(largestFile + 1), 'a.pdf')).status).toBe(413));
    room.mockRestore();
  });

  it('converts no more photos of one person than may wait; others are not held up', async () => {
    const uploader = somebody();
    const png = await pngOf(1000, 1000);
    const many = Array.from({ length: mostWaiting.each + 5 }, () => files.upload(png, 'a.png', { principal: uploader }));
    const other = await files.upload(png, 'b.png');
    expect(other.status).toBe(201);
    const answers = await Promise.all(many);
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.every(({ headers }) => headers.get('retry-after') === '10')).toBe(true);
    expect(answers.filter(({ status }) => status === 201).length + busy.length).toBe(many.length);
  });

  it('is for people who are signed in', async () => {
    const answer = await files.upload(await pngOf(), 'a.png', { principal: undefined });
    expect(answer.status).toBe(401);
  });
});
