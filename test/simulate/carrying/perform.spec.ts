import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from '@property-office/office-client';
import type { OpenTown } from '../office/open-town';
import type { Post, Step } from '../planning/step';
import { emptyMemory, type Memory } from './memory';
import { Performer } from './perform';
import { TownPeople } from './town-people';

interface Asked {
  by: string | undefined;
  path: string;
  key: string | undefined;
  match: string | undefined;
  body: unknown;
}

/** An office that answers as a test says, and gives everybody their login as a token. */
let answers: (asked: Asked) => [status: number, body: object];
let asked: Asked[];
let server: Server;
let connection: Connection;
let performer: Performer;

const town: OpenTown = { siteId: 's', crews: [], people: { lead: 'p-lead', director: 'p-director', company: 'p-company', 'desk-1': 'p-desk-1' }, places: {}, homes: [] };

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const text = (await request.toArray()).join('');
    const isJson = request.headers['content-type'] === 'application/json';
    const body = isJson ? (JSON.parse(text) as { login?: string }) : undefined;
    if (request.url === '/api/sessions') return void response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ token: body!.login }));
    const one: Asked = { by: request.headers.authorization?.replace(/^Bearer (?:sim-)?/, ''), path: request.url!, key: request.headers['idempotency-key'] as string | undefined, match: request.headers['if-match'], body: body ?? (text || undefined) };
    asked.push(one);
    const [status, answer] = answers(one);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  connection = new Connection({ url, width: 4, patienceMs: 5_000, stop: new AbortController().signal });
  performer = new Performer({ connection, people: new TownPeople(connection, town, 'x'), town, seed: 1, start: 0, patienceMs: 1_000 });
});
afterEach(async () => {
  await connection.close();
  server.closeAllConnections();
  server.close();
});

const post = (more: Partial<Post>): Post => ({ kind: 'post', story: 'a', slot: 0, name: '1', by: 'desk-1', path: '/api/contacts', body: {}, ...more });
const complaint = (more: object = {}) => ({ id: 'k', handlerId: null, major: false, dueAt: '2026-12-09T00:00:00Z', promisedAt: null, ...more });

it('clicks as often as it is told to, under one key, and keeps the one answer', async () => {
  answers = () => [201, { id: 'c' }];
  const memory = emptyMemory();
  await performer.take(post({ clicks: 3, keep: 'contact' }), { now: 0, memory });
  expect([asked.length, new Set(asked.map(({ key }) => key)).size, memory.known]).toEqual([3, 1, { contact: { id: 'c' } }]);
  expect([...performer.done]).toEqual([
    ['contacts new', 1],
    ['repeated clicks', 2],
  ]);
});

it('says when two clicks under one key were answered differently', async () => {
  answers = () => [201, { id: `c${asked.length}` }];
  await expect(performer.take(post({ clicks: 2 }), { now: 0, memory: emptyMemory() })).rejects.toThrow('answered differently');
});

it('wants to be refused where it has to be, and for that reason', async () => {
  answers = () => [403, { code: 'not-the-owner' }];
  await performer.take(post({ refused: 'not-the-owner' }), { now: 0, memory: emptyMemory() });
  await expect(performer.take(post({ refused: 'another' }), { now: 0, memory: emptyMemory() })).rejects.toMatchObject({ code: 'not-the-owner' });
  answers = () => [200, {}];
  await expect(performer.take(post({ refused: 'not-the-owner' }), { now: 0, memory: emptyMemory() })).rejects.toThrow('it was not refused as not-the-owner');
});

it('does not look at it again in a slot of which an earlier run has taken steps', async () => {
  await performer.take(post({ refused: 'not-the-owner' }), { now: 0, memory: emptyMemory(), again: true });
  expect(asked).toEqual([]);
});

it('gives a complaint to somebody who has not had it, unless somebody has it', async () => {
  const memory = emptyMemory();
  memory.known['complaint'] = complaint();
  memory.handlers = ['p-lead'];
  answers = ({ body }) => [200, complaint(body as object)];
  const assign: Step = { kind: 'assign', story: 'a', slot: 0, name: '1', by: 'director', choose: ['lead', 'director', 'company'] };
  await performer.take(assign, { now: 0, memory });
  await performer.take({ ...assign, name: '2' }, { now: 0, memory });
  expect(asked.map(({ by, body }) => [by, body])).toEqual([['director', { handlerId: 'p-director' }]]);
  expect(memory.handlers).toEqual(['p-lead', 'p-director']);
});

it.each([
  ['handler', 'p-lead', false, [], 'lead'],
  ['approver', 'p-lead', false, [], 'director'],
  ['approver', 'p-desk-1', false, [], 'lead'],
  ['approver', 'p-director', false, [], 'company'],
  ['asker', 'p-director', true, ['p-director'], 'company'],
  ['asker', 'p-lead', false, ['p-lead'], 'director'],
] as const)('the %s of a complaint in the hands of %s (major: %s) is whoever may be', async (as, handlerId, major, handlers, login) => {
  const memory = { known: { complaint: complaint({ handlerId, major }) }, handlers: [...handlers] };
  answers = () => [200, {}];
  await performer.take(post({ by: { as }, path: '/api/complaints/{complaint.id}/verify' }), { now: 0, memory });
  expect(asked.map(({ by, path }) => [by, path])).toEqual([[login, '/api/complaints/k/verify']]);
});

it('names the version that was read where an act overwrites it', async () => {
  answers = () => [200, {}];
  await performer.take(post({ match: 'outgoing.version' }), { now: 0, memory: { known: { outgoing: { version: 7 } }, handlers: [] } });
  expect(asked.map(({ match }) => match)).toEqual(['"7"']);
});

it('waits for the first of a list that follows from something else', async () => {
  answers = () => [200, { items: asked.length < 3 ? [] : [{ id: 'p' }] }];
  const memory: Memory = { known: { incoming: { id: 'd' } }, handlers: [] };
  await performer.take({ kind: 'find', story: 'a', slot: 0, name: '1', by: 'lead', path: '/api/record-proposals?sourceId={incoming.id}', keep: 'proposal' }, { now: 0, memory });
  expect([asked.length, asked[0]!.path, memory.known['proposal']]).toEqual([3, '/api/record-proposals?sourceId=d', { id: 'p' }]);
});

it('sends a file of its own for each step, the same one when it is sent again', async () => {
  answers = () => [201, { id: 'f' }];
  const upload = (name: string): Step => ({ kind: 'upload', story: 'a', slot: 0, name, by: 'desk-1', keep: 'file' });
  for (const name of ['1', '1', '2']) await performer.take(upload(name), { now: 0, memory: emptyMemory() });
  const content = asked.map(({ body }) => /%PDF[^]*simulate-\w+/.exec(String(body))![0]);
  expect([content[0] === content[1], content[0] === content[2], asked[0]!.key === asked[1]!.key]).toEqual([true, false, true]);
});
