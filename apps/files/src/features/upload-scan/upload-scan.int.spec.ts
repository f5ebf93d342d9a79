import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { scanLimits } from '../../domain/limits';
import { FilesUnderTest, somebody } from '../../files.fixture';

let files: FilesUnderTest;

beforeAll(async () => void (files = await FilesUnderTest.open()));
afterAll(() => files?.close());

const clerk = () => ({ ...somebody(), roles: somebody().roles.map((each) => ({ ...each, role: 'clerk' as const })) });

/** A file of so many bytes, made while it is sent. */
async function* form(head: string, size: number): AsyncGenerator<Buffer> {
  const blank = Buffer.alloc(256 * 1024, ' ');
  yield Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="整卷.pdf"\r\n\r\n');
  yield Buffer.from(head);
  for (let left = size - head.length; left > 0; left -= blank.length) yield blank.subarray(0, Math.min(left, blank.length));
  yield Buffer.from('\r\n--b--\r\n');
}

async function send(principal: ReturnType<typeof clerk> | ReturnType<typeof somebody>, head: string, size: number): Promise<{ status: number; body: { code?: string; detail?: string; size?: number } }> {
  const headers = { ...(await files.headersOf({ principal })), 'content-type': 'multipart/form-data; boundary=b' };
  const sending = request(`${files.url}/api/scans`, { method: 'POST', headers });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  await pipeline(form(head, size), sending);
  const [response] = await answered;
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { status: response.statusCode!, body: JSON.parse(text) };
}

it('takes a scan of 200 MiB as it arrives, never holding all of it', async () => {
  const before = process.memoryUsage();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before.arrayBuffers)), 20);
  const answer = await send(clerk(), '%PDF-1.7\n', scanLimits.largest);
  clearInterval(watch);
  expect(answer).toMatchObject({ status: 201, body: { name: '整卷.pdf', mediaType: 'application/pdf', size: scanLimits.largest } });
  expect(most).toBeGreaterThan(0);
  // With what is not collected yet, and the sender's own pieces; whoever kept it would have all of it in the end.
  expect(most).toBeLessThan(scanLimits.largest * 0.9);
});

it('takes no byte more than 200 MiB', async () => {
  await files.leavesNothing(async () => {
    expect(await send(clerk(), '%PDF-1.7\n', scanLimits.largest + 1)).toMatchObject({ status: 413, body: { code: 'file-too-large', detail: '每个文件最大 200 MiB。' } });
  });
});

it('is for the staff, and for PDF', async () => {
  await files.leavesNothing(async () => {
    expect(await send(somebody(), '%PDF-1.7\n', 5000)).toMatchObject({ status: 403 });
    expect(await send(clerk(), '\x89PNG\r\n\x1a\n', 5000)).toMatchObject({
      status: 415,
      body: { code: 'file-type-refused', detail: '这里可以上传 PDF；以文件内容为准，与文件名无关。' },
    });
  });
});
