import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../support/http';
import { PrivateWords } from '../support/private-words';

const asked = { login: 'operator', password: 'demonstration only', contact: { name: '陈静', phone: '010 6552 1234' }, code: '402913', description: '三楼漏水' };
const answered = { token: 'Zx3k9QmW-2vL0aYpRt7e', principal: { name: '赵敏' }, files: [{ url: '/api/files/0f8fad5b-d9cd-469f-a165-70867728950e?key=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789' }] };
let words: PrivateWords;

beforeEach(() => {
  words = new PrivateWords();
  words.hear({ method: 'POST', path: '/', body: JSON.stringify(asked) }, { body: answered } as unknown as Answer<unknown>);
});

it('knows what it was told in confidence, by kind', () => {
  expect(words.counts()).toEqual({ 'a password': 1, 'a name': 1, 'what somebody typed': 2, 'a telephone': 1, 'a one-time code': 1, 'a token': 1, 'a link': 1 });
});

it.each([
  ['a telephone', '{"msg":"called 010 6552 1234"}'],
  ['a telephone', '{"msg":"nobody ever told 13912345678"}'],
  ['a name', '{"msg":"赵敏 signed in"}'],
  ['what somebody typed', '{"msg":"陈静 signed in"}'],
  ['what somebody typed', '{"msg":"Error: 三楼漏水 is too long"}'],
  ['a password', '{"msg":"cannot take demonstration only"}'],
  ['a one-time code', '{"msg":"402913 was wrong"}'],
  ['a token', '{"msg":"Bearer Zx3k9QmW-2vL0aYpRt7e"}'],
  ['a token', '{"msg":"eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ4In0.sig"}'],
  ['a link', '{"msg":"GET ?key=AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"}'],
  ['an address with its password', '{"msg":"cannot reach nats://office:s3cret@nats:4222"}'],
])('finds %s in a line', (kind, line) => {
  expect(words.foundIn(['{"msg":"answered"}', line])).toEqual([`${kind}: ${line}`]);
});

it('finds a key that the office made for itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'words-'));
  writeFileSync(join(folder, 'fields.json'), JSON.stringify({ encrypt: 'q'.repeat(43) }));
  words.addSecretsOf(folder);
  rmSync(folder, { recursive: true });
  expect(words.foundIn([`{"msg":"key ${'q'.repeat(43)}"}`])).toHaveLength(1);
});

it('lets a line be that says nothing of it, and what a demonstration says on purpose', () => {
  expect(
    words.foundIn([
      '{"level":"info","time":"2026-11-29T11:15:43.175Z","requestId":"01a22704-9bc1-74df-a7a1-c13912345678","traceId":"9a27cbb91fb14513939999189967aed2","ms":402913,"msg":"answered"}',
      '{"msg":"DEMO=1: the one-time code of 139****5678 is 402913"}',
      '{"msg":"their password, said only now: demonstration"}',
      `{"msg":"the bytes ${'13912345678a'.repeat(5)}abcd are missing"}`,
      '{"msg":"timer of 0f8fad5b-d9cd-469f-a165-a13912345678 failed"}',
      '{"msg":"9402913 rows"}',
    ]),
  ).toEqual([]);
  // Another number or a longer line beside it is not on purpose.
  expect(words.foundIn(['{"msg":"DEMO=1: the one-time code of 139****5678 is 402913, of 赵敏"}', '{"msg":"DEMO=1: the one-time code of 13912345678 is 402913"}'])).toHaveLength(2);
});
