import { request } from 'node:http';
import { connect } from 'node:net';
import { waitFor } from '@property-office/testing';
import { FilesUnderTest, somebody } from '../../files.fixture';

describe('an upload of a client that sends something else', () => {
  let files: FilesUnderTest;

  beforeAll(async () => {
    files = await FilesUnderTest.open();
    await files.uploaded(new Uint8Array(Buffer.from('%PDF-1.7 so that there is a folder')), somebody());
  });
  afterAll(() => files.close());

  const post = async (
    body: string | Buffer,
    headers: Record<string, string>,
  ): Promise<{ status: number; code: string }> => {
    const answer = await fetch(`${files.url}/api/attachments`, {
      method: 'POST',
      headers: { ...(await files.headersOf({ principal: somebody() })), ...headers },
      body: new Uint8Array(Buffer.from(body)),
    });
    return { status: answer.status, code: ((await answer.json()) as { code: string }).code };
  };
  const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
  const part = (head: string, content = 'x'): string =>
    `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;

  it.each([
    ['a field of another name', `${part('name="photo"; filename="a.png"')}--b--\r\n`, 'file-missing'],
    ['text where the file belongs', `${part('name="file"')}--b--\r\n`, 'file-missing'],
    [
      'two files',
      `${part('name="file"; filename="a.pdf"', '%PDF-1.7 a file')}${part('name="file"; filename="b.pdf"', '%PDF-1.7 a file')}--b--\r\n`,
      'file-missing',
    ],
    ['no parts', '--b--\r\n', 'file-missing'],
    [
      'a part without its end',
      part('name="file"; filename="a.pdf"', '%PDF-1.7 half of a file'),
      'upload-broken',
    ],
    ['no multipart at all', 'hello', 'upload-broken'],
    ['nothing', '', 'upload-broken'],
  ])('refuses %s', async (_, body, code) => {
    await files.leavesNothing(async () => {
      expect(await post(body, multipart)).toEqual({ status: 400, code });
    });
  });

  it('refuses multipart without a boundary, and bodies of other types', async () => {
    expect(await post('x', { 'content-type': 'multipart/form-data' })).toEqual({
      status: 400,
      code: 'upload-broken',
    });
    expect(await post('x', { 'content-type': 'image/png' })).toMatchObject({ status: 415 });
    expect(await post('{}', { 'content-type': 'application/json' })).toMatchObject({ status: 415 });
  });

  it('keeps nothing of an upload that is broken off', async () => {
    await files.leavesNothing(async () => {
      const sending = request(`${files.url}/api/attachments`, {
        method: 'POST',
        headers: {
          ...(await files.headersOf({ principal: somebody() })),
          ...multipart,
          'content-length': '5000000',
        },
      });
      sending.on('error', () => undefined);
      sending.write(part('name="file"; filename="a.pdf"', '%PDF-1.7\n'.padEnd(300_000)).slice(0, -2));
      await waitFor(() => files.stored().length > 0 && files.stored().some((name) => name.includes('-')), {
        what: 'a draft',
      });
      sending.destroy();
    });
  });

  it('tells a sender of a wrong type at once, while the rest is still coming', async () => {
    const { hostname, port } = new URL(files.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => (answer += text))
      .on('error', () => undefined);
    const headers = {
      ...(await files.headersOf({ principal: somebody() })),
      ...multipart,
      host: hostname,
      'content-length': '20000000',
    };
    socket.write(
      `POST /api/attachments HTTP/1.1\r\n${Object.entries(headers)
        .map((pair) => pair.join(': '))
        .join('\r\n')}\r\n\r\n`,
    );
    socket.write(part('name="file"; filename="a.png"', 'MZ'.padEnd(100_000)));
    await waitFor(() => answer.includes('file-type-refused'), { what: 'the refusal' });
    socket.destroy();
  });
});
