import type { Problem } from '../support/http';
import { Office } from '../support/office';
import { accepted, act, report, repairsPath, reportOf } from '../support/repairs';
import type { Language, Session } from '../support/session';
import { traces, type Traces } from '../support/unchanged';
import type { RepairView } from '../support/views';

const startMs = 240_000;
const hour = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const ahead = (ms: number): string => ago(-ms);
const nobodys = '01900000-0000-7000-8000-00000000dead';

let office: Office;
let resident: Session;
let open: RepairView;
let cancelled: RepairView;
let before: Traces;

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one' });
  resident = await office.as('resident');
  open = await report(resident);
  cancelled = await report(resident);
  cancelled = accepted(await act(resident, cancelled.id, 'cancel', { reason: '不用了' }), 200);
  accepted(await resident.post(repairsPath, reportOf(resident), { key: 'taken' }), 201);
  accepted(
    await (
      await office.as('operator')
    ).post(repairsPath, reportOf(resident, { externalReference: '12345-7' })),
    201,
  );
  await office.comeToRest();
  open = accepted(await resident.get<RepairView>(`${repairsPath}/${open.id}`), 200);
  before = await traces(office);
}, startMs);
afterAll(() => office?.stop(), startMs);

interface Malformed {
  /** Default: the report of a resident, with these fields instead. */
  report?: () => Record<string, unknown>;
  /** An act on the open request. */
  verb?: string;
  id?: () => string;
  act?: Record<string, unknown>;
  /** Made when it is sent: what stands in a table is printed by the test runner. */
  bytes?: () => string | Uint8Array;
  headers?: Record<string, string>;
  method?: string;
  path?: () => string;
  by?: string;
}

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const window = (from: string, to: string) => ({ preferredWindow: { from, to } });
const fields = (more: Record<string, unknown>): Malformed => ({ report: () => more });
const acting = (verb: string, body: Record<string, unknown>, more: Malformed = {}): Malformed => ({
  verb,
  act: body,
  ...more,
});

// prettier-ignore
const table: Array<[what: string, request: Malformed, status: number, code: string, pointer?: string]> = [
  ['no JSON', { bytes: () => '{"category":' }, 400, 'invalid-json'],
  ['nothing', { bytes: () => '' }, 400, 'invalid-json'],
  ['a list', { bytes: () => '[]' }, 400, 'invalid-fields', ''],
  ['a text', { bytes: () => '"漏水"' }, 400, 'invalid-fields', ''],
  ['null', { bytes: () => 'null' }, 400, 'invalid-fields', '/category'],
  ['bytes that are no UTF-8', { bytes: () => Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]) }, 400, 'invalid-characters'],
  ['GBK', { bytes: () => Buffer.from([0x22, 0xc2, 0xa9, 0xcb, 0xae, 0x22]), headers: { 'content-type': 'application/json; charset=gbk' } }, 415, 'unsupported-media-type'],
  ['an escaped NUL', fields({ description: '漏\u0000水' }), 400, 'invalid-characters'],
  ['half an emoji', fields({ description: '漏\ud83d水' }), 400, 'invalid-characters'],
  ['JSON 40 levels deep', { bytes: () => deep(40) }, 400, 'too-deep'],
  ['JSON 500,000 levels deep', { bytes: () => deep(500_000) }, 400, 'too-deep'],
  ['a body of 2 MiB', { bytes: () => JSON.stringify({ description: 'x'.repeat(2 ** 21) }) }, 413, 'body-too-large'],
  ['a form', { bytes: () => 'category=water-leak', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, 'unsupported-media-type'],
  ['no content type', { bytes: () => '{}', headers: { 'content-type': '' } }, 415, 'unsupported-media-type'],
  ['a compressed body', { bytes: () => '{}', headers: { 'content-encoding': 'gzip' } }, 415, 'unsupported-media-type'],
  ['names of prototypes', { bytes: () => '{"__proto__":{"description":"x"}}' }, 400, 'forbidden-name'],
  ['a missing category', fields({ category: undefined }), 400, 'invalid-fields', '/category'],
  ['a missing description', fields({ description: undefined }), 400, 'invalid-fields', '/description'],
  ['a blank description', fields({ description: ' \u3000 ' }), 400, 'invalid-fields', '/description'],
  ['a description of 2,001 characters', fields({ description: '漏'.repeat(2001) }), 400, 'invalid-fields', '/description'],
  ['a number for a description', fields({ description: 7 }), 400, 'invalid-fields', '/description'],
  ['a missing place', fields({ location: undefined }), 400, 'invalid-fields', '/location'],
  ['no place in the place', fields({ location: {} }), 400, 'location-unknown', '/location'],
  ['a home that is none', fields({ location: { homeId: '501' } }), 400, 'invalid-fields', '/location/homeId'],
  ['a home nobody knows', fields({ location: { homeId: nobodys } }), 400, 'location-unknown', '/location'],
  ['a home and a public place', fields({ location: { homeId: nobodys, place: nobodys } }), 400, 'location-unknown', '/location'],
  ['an unknown category', fields({ category: 'ghosts' }), 400, 'category-unknown', '/category'],
  ['an unknown field', fields({ priority: 'highest' }), 400, 'invalid-fields', '/priority'],
  ['an unknown field inside', fields({ contact: { name: '林', phone: '13800138000', email: 'a@b' } }), 400, 'invalid-fields', '/contact/email'],
  ['a telephone number that is none', fields({ contact: { name: '林', phone: '一三八' } }), 400, 'invalid-fields', '/contact/phone'],
  ['an urgency that is none', fields({ urgency: 'now!' }), 400, 'invalid-fields', '/urgency'],
  ['an attachment that is no id', fields({ attachmentIds: ['photo.jpg'] }), 400, 'invalid-fields', '/attachmentIds'],
  ['ten attachments', fields({ attachmentIds: Array.from({ length: 10 }, (_, i) => `01900000-0000-7000-8000-00000000000${i}`) }), 400, 'invalid-fields', '/attachmentIds'],
  ['a day that does not exist', fields({ seenAt: '2026-02-30T08:00:00Z' }), 400, 'invalid-fields', '/seenAt'],
  ['a time without a zone', fields({ seenAt: '2026-11-23T08:00:00' }), 400, 'invalid-fields', '/seenAt'],
  ['the year 0', fields({ seenAt: '0000-01-01T00:00:00Z' }), 400, 'invalid-fields', '/seenAt'],
  ['the year 275760', fields({ seenAt: '+275760-09-13T00:00:00Z' }), 400, 'invalid-fields', '/seenAt'],
  ['seen tomorrow', fields({ seenAt: ahead(24 * hour) }), 400, 'seen-in-future', '/seenAt'],
  ['a window that ends before it begins', fields(window(ahead(3 * hour), ahead(2 * hour))), 400, 'window-impossible', '/preferredWindow/to'],
  ['a window that is over', fields(window(ago(3 * hour), ago(2 * hour))), 400, 'window-impossible', '/preferredWindow/to'],
  ['a window in two years', fields(window(ahead(2 * hour), ahead(2 * 366 * 24 * hour))), 400, 'window-impossible', '/preferredWindow/to'],
  ['half a window', fields({ preferredWindow: { from: ahead(hour) } }), 400, 'invalid-fields', '/preferredWindow/to'],
  ['on behalf of somebody, as a resident', fields({ onBehalfOf: nobodys }), 403, 'on-behalf-not-allowed'],
  ['an external reference that has come before', { ...fields({ externalReference: '12345-7' }), by: 'operator' }, 409, 'external-reference-taken'],
  ['a key of 300 characters', { report: () => ({}), headers: { 'idempotency-key': 'k'.repeat(300) } }, 400, 'invalid-idempotency-key'],
  ['a key that is no ASCII', { report: () => ({}), headers: { 'idempotency-key': 'clé' } }, 400, 'invalid-idempotency-key'],
  ['a key that was used for something else', { report: () => ({ description: '别的' }), headers: { 'idempotency-key': 'taken' } }, 422, 'key-reused'],
  ['the key of a report for an act', acting('comment', { comment: '?' }, { headers: { 'idempotency-key': 'taken' } }), 422, 'key-reused'],
  ['an act without its field', acting('cancel', {}), 400, 'invalid-fields', '/reason'],
  ['a reason of 1,001 characters', acting('cancel', { reason: '因'.repeat(1001) }), 400, 'invalid-fields', '/reason'],
  ['an act in the future', acting('comment', { comment: '?', happenedAt: ahead(hour) }), 400, 'happened-in-future', '/happenedAt'],
  ['an act of last week', acting('comment', { comment: '?', happenedAt: ago(7 * 24 * hour), lateReason: '忘了' }), 400, 'happened-too-long-ago', '/happenedAt'],
  ['an act before the one it follows', acting('comment', { comment: '?', happenedAt: ago(hour), lateReason: '忘了' }), 400, 'happened-before-previous', '/happenedAt'],
  ['a stale If-Match', acting('cancel', { reason: '?' }, { headers: { 'if-match': '"17"' } }), 412, 'stale'],
  ['an If-Match that is none of ours', acting('cancel', { reason: '?' }, { headers: { 'if-match': 'W/"abc"' } }), 412, 'stale'],
  ['reopening what is open', acting('reopen', { reason: '?' }), 409, 'illegal-move'],
  ['cancelling what is cancelled', acting('cancel', { reason: '?' }, { id: () => cancelled.id }), 409, 'illegal-move'],
  ['an act on what does not exist', acting('cancel', { reason: '?' }, { id: () => nobodys }), 404, 'repair-request-unknown'],
  ['an act on what is no id', acting('cancel', { reason: '?' }, { id: () => '17' }), 404, 'not-found'],
  ['an act nobody knows', acting('explode', {}), 404, 'not-found'],
  ['a limit of 0', { method: 'GET', path: () => `${repairsPath}?limit=0` }, 400, 'invalid-fields', '?limit'],
  ['a limit of 101', { method: 'GET', path: () => `${repairsPath}?limit=101` }, 400, 'invalid-fields', '?limit'],
  ['a cursor of somebody else', { method: 'GET', path: () => `${repairsPath}?cursor=eyJhIjoxfQ` }, 400, 'invalid-fields', '?cursor'],
  ['a filter nobody knows', { method: 'GET', path: () => `${repairsPath}?colour=red` }, 400, 'invalid-fields', '?colour'],
  ['a filter given twice', { method: 'GET', path: () => `${repairsPath}?status=open&status=closed` }, 400, 'invalid-fields', '?status'],
  ['a search for NUL', { method: 'GET', path: () => `${repairsPath}?q=%00` }, 400, 'invalid-characters'],
  ['half an escape', { method: 'GET', path: () => `${repairsPath}?q=%e6%bc` }, 400, 'invalid-characters'],
  ['a method nobody takes', { method: 'DELETE', path: () => `${repairsPath}/${open.id}` }, 405, 'method-not-allowed'],
];

async function send(request: Malformed, language: Language) {
  const { by = 'resident', verb, id = () => open.id, method = 'POST', headers = {}, bytes } = request;
  const person = await office.as(by, language);
  const path = request.path?.() ?? (verb ? `${repairsPath}/${id()}/${verb}` : repairsPath);
  const body = bytes?.() ?? JSON.stringify(request.act ?? reportOf(resident, request.report?.()));
  const { 'content-type': type = 'application/json', ...rest } = headers;
  return person.send<Problem>(method, path, method === 'GET' ? undefined : body, {
    headers: { ...(type && { 'content-type': type }), ...rest },
  });
}

describe.each<Language>(['zh', 'en'])('in %s', (language) => {
  it.each(table)('%s', async (_, request, status, code, ...[pointer]) => {
    const answer = await send(request, language);
    expect([answer.status, answer.body?.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: `/problems/${code}`,
      status,
      title: expect.stringMatching(/./),
    });
    expect(/\p{Script=Han}/u.test(answer.body.title)).toBe(language === 'zh');
    if (pointer !== undefined) expect(answer.body.errors?.map((each) => each.pointer)).toContain(pointer);
    expect(answer.text).not.toMatch(/\bat .+\.[jt]s:\d+|select |insert |node_modules/i);
    const was = before;
    before = await traces(office);
    expect(before).toEqual(was);
  });
});

it('after all that the office is as it was', async () => {
  expect(accepted(await resident.get<RepairView>(`${repairsPath}/${open.id}`), 200)).toEqual(open);
  expect(await office.verify()).toEqual([]);
}, 180_000);
