import { waitFor } from '@property-office/testing';
import sharp from 'sharp';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted, repairsPath, report, reportOf } from '../../support/repairs';
import type { Session } from '../../support/session';
import { attachmentsPath, pdfOf, scansPath, upload } from '../../support/uploads';
import type { RepairView } from '../../support/views';

const mebibyte = 1024 * 1024;

interface WithAttachments extends RepairView {
  attachments: Array<{ id: string; url: string; thumbnailUrl: string }>;
}

export const attachments = journey('attachments through the gateway', (given) => {
  let office: Office;
  let resident: Session;

  beforeAll(async () => {
    ({ office } = given);
    resident = await office.as('resident');
  });

  const status = async (person: Session, path: string): Promise<number> => (await person.get(path)).status;
  const photo = (): Promise<Buffer> =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#336699' } })
      .withExif({ IFD3: { GPSLatitude: '31/1 13/1 0/1' } })
      .jpeg()
      .toBuffer();

  it('a photo goes with a report, and whoever may see the report sees the photo', async () => {
    const { id, name } = accepted(await upload(resident, await photo(), '厨房漏水.jpg'), 201);
    expect(name).toBe('厨房漏水.jpg');
    expect(await status(resident, `${attachmentsPath}/${id}`)).toBe(200);
    expect(await status(await office.as('desk'), `${attachmentsPath}/${id}`)).toBe(404);

    const request = await report(resident, { attachmentIds: [id] });
    // The event has linked it: from now on the request decides who sees it.
    await waitFor(async () => (await status(resident, `${attachmentsPath}/${id}`)) === 404, {
      what: 'the link',
    });

    const seen = accepted(
      await (await office.as('desk')).get<WithAttachments>(`${repairsPath}/${request.id}`),
      200,
    );
    expect(seen.attachments).toEqual([{ id, url: expect.any(String), thumbnailUrl: expect.any(String) }]);
    const [{ url, thumbnailUrl }] = seen.attachments as [WithAttachments['attachments'][number]];
    expect((await office.nobody().get(url)).headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining(
        "filename*=UTF-8''%E5%8E%A8%E6%88%BF%E6%BC%8F%E6%B0%B4.jpg",
      ),
    });
    expect((await office.nobody().get(thumbnailUrl)).headers['content-type']).toBe('image/webp');
    expect(await status(office.nobody(), url.replace(/until=\d/, 'until=9'))).toBe(404);
    expect(await status(await office.as('resident2'), `${repairsPath}/${request.id}`)).toBe(404);
  });

  it('what is another person’s, used or unknown cannot go with a report', async () => {
    const { id } = accepted(await upload(resident, pdfOf(500), 'a.pdf'), 201);
    const stranger = await office.as('resident2');
    const refused = await stranger.post<Problem>(repairsPath, reportOf(stranger, { attachmentIds: [id] }));
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'attachment-refused', errors: [{ pointer: '/attachmentIds/0' }] },
    });

    const body = reportOf(resident, { attachmentIds: [id] });
    const first = await resident.post<RepairView>(repairsPath, body, { key: 'with-attachment' });
    accepted(first, 201);
    // A repeat of what was accepted gets its answer, although what it names is taken by now.
    await waitFor(async () => (await status(resident, `${attachmentsPath}/${id}`)) === 404, {
      what: 'the link',
    });
    expect((await resident.post<RepairView>(repairsPath, body, { key: 'with-attachment' })).text).toBe(
      first.text,
    );
    expect((await resident.post<Problem>(repairsPath, body)).body).toMatchObject({
      status: 400,
      code: 'attachment-refused',
    });
  });

  it('25 MiB get through, and one byte more does not', async () => {
    expect(accepted(await upload(resident, pdfOf(25 * mebibyte), 'full.pdf'), 201).size).toBe(25 * mebibyte);
    expect((await upload<Problem>(resident, pdfOf(25 * mebibyte + 1), 'over.pdf')).body).toMatchObject({
      status: 413,
    });
    expect(
      (await upload<Problem>(resident, Buffer.from('<script>'.repeat(99)), 'photo.jpg')).body,
    ).toMatchObject({ status: 415 });
  });

  it('the office scans bundles that are larger, up to 200 MiB, and nobody else does', async () => {
    const clerk = await office.as('clerk');
    const scan = pdfOf(26 * mebibyte);
    const { id, size } = accepted(await upload(clerk, scan, '整卷.pdf', scansPath), 201);
    expect(size).toBe(26 * mebibyte);
    expect((await clerk.download(`${attachmentsPath}/${id}`)).equals(scan)).toBe(true);
    expect(await upload<Problem>(clerk, await photo(), 'photo.jpg', scansPath)).toMatchObject({
      status: 415,
      body: { code: 'file-type-refused', detail: expect.stringContaining('这里可以上传 PDF') },
    });
    expect((await upload(resident, pdfOf(500), 'a.pdf', scansPath)).status).toBe(403);
    // By what is said of its length: none of it has to come.
    const headers = {
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(201 * mebibyte),
    };
    expect(await clerk.send<Problem>('POST', scansPath, '--b', { headers })).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    });
  });

  it('internal routes stay closed to everybody outside', async () => {
    expect((await resident.post('/internal/attachments/claims', {})).status).toBe(404);
  });
});
