import { createHash } from 'node:crypto';
import type { Session } from '@property-office/office-client';
import JSZip from 'jszip';
import { acceptProposals, countShelves, explainMisplaced, openPackage, settleMonths, type AtHand } from './archive-acts';
import { emptyMemory, type Memory } from './memory';

interface Asked {
  by: string;
  path: string;
  body?: unknown;
}

/** An office that answers as a test says. */
function office(answer: (asked: Asked) => unknown, memory: Memory = emptyMemory()) {
  const posted: Asked[] = [];
  const session = (by: string) => ({
    get: async (path: string) => answer({ by, path }),
    all: async (path: string) => answer({ by, path }),
    post: async (path: string, body: unknown) => {
      posted.push({ by, path, body });
      return answer({ by, path, body });
    },
  });
  const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    for (let times = 0; times < 9; times++) {
      const found = await look();
      if (found !== undefined) return found;
    }
    throw new Error(what);
  };
  const [start, now] = ['2026-11-30', '2027-02-05'].map((day) => Date.parse(`${day}T00:00:00+08:00`)) as [number, number];
  const atHand: AtHand = { siteId: 's', memory, start, now, until, as: (login) => session(login) as unknown as Session, keyOf: (...parts) => parts.join(), note: () => undefined };
  return { posted, atHand, memory };
}
const common = { story: 'a', slot: 0, name: '1' };

it('archives batch by batch, keeps what may be a duplicate with a reason and sends back what is not whole', async () => {
  const batches = [
    { accepted: [{ recordId: 'r1' }], left: [{ id: 'p2', because: 'duplicate' }, { id: 'p3', because: 'incomplete' }, { id: 'p4', because: 'changed' }], next: 'p4' },
    { accepted: [{ recordId: 'r5' }], left: [], next: null },
  ];
  const { posted, atHand, memory } = office(({ path }) => (path.endsWith('accept-batch') ? batches.shift() : { id: 'r2' }));
  await acceptProposals({ ...common, kind: 'accept-proposals', by: 'clerk' }, atHand);
  expect(posted.map(({ path, body }) => [path.replace('/api/record-proposals/', ''), body])).toEqual([
    ['accept-batch', { siteId: 's' }],
    ['p2/accept', { duplicateReason: expect.any(String) }],
    ['p3/return', { reason: expect.any(String) }],
    ['accept-batch', { siteId: 's', after: 'p4' }],
  ]);
  expect(memory.known['records']).toEqual([{ id: 'r1' }, { id: 'r2' }, { id: 'r5' }]);
});

it.each([
  [false, ['m1/explain', 'm3/explain']],
  [true, ['m1/explain', 'm1/close', 'm3/explain', 'm3/close']],
])('explains what is open of each month that is not closed, and closes it where that is theirs (%s)', async (closes, expected) => {
  const months = [{ id: 'm1', status: 'differing', month: '2027-01', toldAt: 'then' }, { id: 'm2', status: 'closed', month: '2026-12' }, { id: 'm3', status: 'reopened', month: '2026-11' }];
  const { posted, atHand } = office(({ path }) => (path.includes('/cases') ? [{ eventId: 'e' }] : path.includes('-months?') ? months : path.includes('?') ? [] : {}));
  await settleMonths({ ...common, kind: 'settle-months', by: 'director', closes }, atHand);
  expect(posted.map(({ path }) => path.replace('/api/archive-months/', ''))).toEqual(expected);
});

it('waits for the count of the last month that is over, whose own register is taken up, unless that was before the plan', async () => {
  const counts = [['reconciling', null], ['reconciling', 'then'], ['reconciling', 'then'], ['agreed', 'then']];
  const count = (): object => {
    const [status, toldAt] = counts.shift()!;
    return { id: 'm', month: '2027-01', status, toldAt };
  };
  const registers = [{ id: 'p1', status: 'accepted', recordId: 'r1' }, { id: 'p2', status: 'proposed', recordId: null }, { id: 'p3', status: 'returned', recordId: null }];
  const { posted, atHand, memory } = office(({ path }) => {
    if (path.endsWith('source=repair-register')) return registers;
    return path.endsWith('siteId=s') ? [count()] : path.endsWith('accept') ? { id: 'r2' } : [];
  });
  const step = { ...common, kind: 'settle-months', by: 'director', closes: true } as const;
  await settleMonths(step, atHand);
  expect([counts, posted.map(({ path }) => path)]).toEqual([[], ['/api/record-proposals/p2/accept', '/api/archive-months/m/close']]);
  expect(memory.known['records']).toEqual([{ id: 'r1' }, { id: 'r2' }]);
  const early = office(() => []);
  await settleMonths(step, { ...early.atHand, now: early.atHand.start });
  await expect(settleMonths(step, early.atHand)).rejects.toThrow('the count of 2027-01');
});

const stocktake = (): Memory => ({ known: { stocktake: { id: 't' } }, handlers: [] });

it('scans what lies on the shelves but two, two of it where it does not belong, with a number that is none; nothing that is out', async () => {
  const records = Array.from({ length: 8 }, (_, n) => ({ id: `r${n}`, archiveNumber: `N${n}`, shelf: n < 7 ? `A${n % 2}` : null }));
  const { posted, atHand } = office(({ path }) => (path.includes('/records') ? records : path.includes('handed-over') ? [{ recordId: 'r6' }] : []), stocktake());
  await countShelves({ ...common, kind: 'count-shelves', by: ['clerk', 'lead'], category: 'SB' }, atHand);
  expect(posted.map(({ by, body }) => [by, body])).toEqual([
    ['clerk', { shelf: '待整理架', codes: ['N2', 'N3', '旧标签-0001'] }],
    ['lead', { shelf: 'A0', codes: ['N4'] }],
    ['clerk', { shelf: 'A1', codes: ['N5'] }],
  ]);
});

it('explains what lies elsewhere, and wants every kind of difference to have been found', async () => {
  const found = (kinds: string[]) => office(() => ({ differences: kinds.map((kind, n) => ({ id: `${n}`, kind })) }), stocktake());
  const { posted, atHand } = found(['missing', 'misplaced', 'unknown', 'misplaced']);
  await explainMisplaced({ ...common, kind: 'explain-misplaced', by: 'clerk' }, atHand);
  expect(posted).toMatchObject([{ path: '/api/stocktakes/t/explain', body: { differenceIds: ['1', '3'], correctShelf: true } }]);
  await expect(explainMisplaced({ ...common, kind: 'explain-misplaced', by: 'clerk' }, found(['missing', 'misplaced']).atHand)).rejects.toThrow('found nothing unknown');
});

describe('the package of a hand-over', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const opened = async (files: Record<string, string>, said: string, manifestHash?: string) => {
    const manifest = JSON.stringify({ records: [{ files: Object.keys(files).map((path) => ({ path, sha256: said })) }] });
    const zip = new JSZip();
    for (const [path, content] of Object.entries({ ...files, 'manifest.json': manifest })) zip.file(path, content);
    const bytes = await zip.generateAsync({ type: 'nodebuffer' });
    const memory: Memory = { known: { handOver: { id: 'h', manifestHash: manifestHash ?? sha256(manifest) } }, handlers: [] };
    return openPackage({ ...common, kind: 'open-package', by: 'clerk' }, office(() => bytes, memory).atHand);
  };

  it('holds what its manifest says, and is the one that was sealed', async () => {
    await opened({ 'a.pdf': 'one' }, sha256('one'));
    await expect(opened({ 'a.pdf': 'one' }, sha256('other'))).rejects.toThrow('a.pdf of the package has other bytes');
    await expect(opened({ 'a.pdf': 'one' }, sha256('one'), sha256('x'))).rejects.toThrow('another manifest than was sealed');
    await expect(opened({}, '')).rejects.toThrow('holds no file');
  });
});
