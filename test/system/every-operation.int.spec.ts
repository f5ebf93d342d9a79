import type { ApiDocument, Operation } from '../support/api-document';
import { operationsOf } from '../support/api-document';
import type { Answer, Problem } from '../support/http';
import { Office } from '../support/office';
import { accepted, report } from '../support/repairs';
import type { Session } from '../support/session';
import { traces } from '../support/unchanged';

const startMs = 240_000;
const nobodys = '01900000-0000-7000-8000-00000000dead';
/** Between them they may do everything that anybody may. */
const logins = ['operator', 'desk', 'lead', 'technician', 'clerk', 'director', 'resident'];

let office: Office;
let operations: Operation[];

beforeAll(async () => {
  office = await Office.start({ deployment: 'all-in-one' });
  const answer = await office.nobody().get<ApiDocument>('/api/openapi.json');
  // What changes nothing but the session that asks is not for this table.
  operations = operationsOf(accepted(answer, 200)).filter(
    ({ path }) => !path.startsWith('/api/sessions') && path !== '/api/stream',
  );
  for (const login of logins) await office.as(login);
  await office.comeToRest();
}, startMs);
afterAll(() => office?.stop(), startMs);

interface Sent {
  what: string;
  path: string;
  body?: string | Uint8Array;
  headers?: Record<string, string>;
}

const json = { 'content-type': 'application/json' };
const withId = (path: string, id: string): string => path.replaceAll(/\{\w+\}/g, id);

/** A value that no field takes. */
const absurd = { kind: ['?'], '': { '': null } };

/** What nobody may send to an operation. */
function malformed(operation: Operation): Sent[] {
  const { method, path, requestBody } = operation;
  const noId = { what: 'an id that is none', path: withId(path, '1%27%20OR%20%271%27=%271') };
  return [
    ...(path.includes('{') ? [noId] : []),
    ...(method === 'GET' ? malformedQueries(operation) : requestBody ? malformedBodies(operation) : []),
  ];
}

function malformedQueries({ path, parameters = [] }: Operation): Sent[] {
  const target = withId(path, nobodys);
  const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  return [
    { what: 'NUL', path: `${target}?q=%00` },
    ...(names.length > 0 ? [{ what: 'a parameter nobody knows', path: `${target}?__nobody__=1` }] : []),
    ...names.map((name) => ({ what: `${name} twice`, path: `${target}?${name}=%F0%9F%98%80&${name}=1` })),
  ];
}

function malformedBodies({ path, body }: Operation): Sent[] {
  const send = (what: string, content: string | Uint8Array, headers = json): Sent => ({
    what,
    path: withId(path, nobodys),
    body: content,
    headers: { ...headers, 'if-match': '"1"' },
  });
  const fields = Object.entries(body?.properties ?? {});
  return [
    send('no JSON', '{'),
    send('a list', '[]'),
    send('a number', '1e999'),
    send('invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])),
    send('a field nobody knows', '{"__nobody__":1}'),
    send('40 levels', '['.repeat(40) + ']'.repeat(40)),
    send('plain text', 'hello', { 'content-type': 'text/plain' }),
    ...((body?.required ?? []).length > 0 ? [send('nothing', '{}')] : []),
    ...fields.flatMap(([name, { format }]) => [
      send(`${name}: an absurd value`, JSON.stringify({ [name]: absurd })),
      send(`${name}: NUL`, JSON.stringify({ [name]: '\0' })),
      ...(format === 'date-time'
        ? [send(`${name}: no date`, JSON.stringify({ [name]: '9999-99-99T99:99:99Z' }))]
        : []),
    ]),
  ];
}

/** Somebody whom the operation does not turn away for their role. */
async function whoMay({ method, path }: Operation): Promise<Session> {
  for (const login of logins) {
    const person = await office.as(login);
    const { status } = await person.send(method, withId(path, nobodys), method === 'GET' ? undefined : '{', {
      headers: json,
    });
    if (status !== 403) return person;
  }
  return office.as('operator');
}

const summary = (operation: Operation, sent: Sent, { status, text }: Answer): string =>
  `${operation.method} ${operation.path}, ${sent.what}: ${status} ${text.slice(0, 200)}`;

it('whatever nobody may send is refused as documented, and changes nothing', async () => {
  const before = await traces(office);
  const wrong: string[] = [];
  let count = 0;
  for (const operation of operations) {
    const person = await whoMay(operation);
    for (const sent of malformed(operation)) {
      count += 1;
      const answer = await person.send<Problem>(operation.method, sent.path, sent.body, {
        headers: sent.headers ?? {},
      });
      const { status, headers, body, text } = answer;
      const documented = Object.hasOwn(operation.responses, String(status));
      const refused = status >= 400 && status < 500 && status !== 429 && documented;
      const described =
        headers['content-type']?.startsWith('application/problem+json') &&
        body.status === status &&
        body.code &&
        body.title;
      const leaks = /\bat .+\.[jt]s:\d+|node_modules|syntax error|relation "/.test(text);
      if (!refused || !described || leaks) wrong.push(summary(operation, sent, answer as unknown as Answer));
    }
  }
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(operations.length * 3);
  expect(await traces(office)).toEqual(before);
}, 180_000);

it('nobody who is not signed in gets past the door', async () => {
  const wrong: string[] = [];
  for (const { method, path } of operations.filter(({ security = [] }) => security.length > 0)) {
    const answer = await office.nobody().send<Problem>(method, withId(path, nobodys), undefined);
    if (answer.status !== 401 || answer.body.code !== 'not-signed-in')
      wrong.push(`${method} ${path}: ${answer.status} ${answer.text}`);
  }
  expect(wrong).toEqual([]);
}, 180_000);

/** What events.md promises to measure, each with what tells its samples apart. */
const measured: Record<string, readonly string[]> = {
  nats_connected: [],
  outbox_oldest_seconds: ['service'],
  outbox_backlog: ['service'],
  relay_leader: ['service', 'stream'],
  relay_published: ['service', 'stream'],
  relay_duplicates: ['service', 'stream'],
  relay_errors: ['service', 'stream'],
  reaction_pending: ['durable'],
  reaction_redelivered_total: ['durable'],
  reaction_settled_total: ['durable', 'outcome'],
  reaction_loops: ['state'],
  reaction_handler_seconds_count: ['durable', 'ok'],
  failing_events: ['service'],
  dead_letters: ['service', 'class'],
  parked_events: ['service'],
  timer_lateness_seconds: ['service'],
  rebuild_epoch: ['service'],
  database_connections: ['service', 'state'],
  clock_skew_seconds: ['service'],
  http_request_seconds_count: ['method', 'route', 'status'],
};

it('every measurement that is promised is there to be scraped', async () => {
  await report(await office.as('resident'));
  await office.comeToRest();
  const { text } = await office.nobody().get('/metrics');
  const samples = text.split('\n').map((line) => /^(\w+)(?:\{(.*)\})? /.exec(line)).filter((found) => found !== null);
  const labelsOf = (name: string): string[] | undefined => {
    const sample = samples.find((found) => found[1] === name);
    return sample && [...(sample[2] ?? '').matchAll(/(\w+)="/g)].map((label) => label[1]!);
  };
  expect(Object.fromEntries(Object.keys(measured).map((name) => [name, labelsOf(name)]))).toEqual(measured);
  // Counts only where something came twice.
  expect(text).toContain('# TYPE inbox_duplicates_total counter');
  expect(text).toMatch(/^relay_leader\{service="tickets",stream="EVENTS_TICKETS"\} 1$/m);
}, 180_000);
