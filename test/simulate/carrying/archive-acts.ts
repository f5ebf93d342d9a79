import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Stuck, type Session } from '@property-office/office-client';
import { fromBufferPromise } from 'yauzl';
import { hour } from '../planning/slots';
import type { AcceptProposals, CountShelves, ExplainMisplaced, OpenPackage, SettleMonths } from '../planning/step';
import { knownAt, type Memory } from './memory';

/** What an act of the archives has at hand. */
export interface AtHand {
  siteId: string;
  memory: Memory;
  /** The moment of the slot, and the first midnight of the plan. */
  now: number;
  start: number;
  /** Looks until there is something. */
  until<T>(what: string, look: () => Promise<T | undefined>): Promise<T>;
  as(login: string): Session;
  keyOf(...parts: string[]): string;
  note(what: string, times?: number): void;
}

interface Batch {
  accepted: Array<{ recordId: string }>;
  left: Array<{ id: string; because: string }>;
  next: string | null;
}

/** What is not whole goes back; what is there already is kept with a reason. Someone else has had the rest in hand. */
export async function acceptProposals({ by }: AcceptProposals, { siteId, memory, as, keyOf, note }: AtHand): Promise<void> {
  const session = as(by);
  const records = (memory.known['records'] ??= []) as Array<{ id: string }>;
  let after: string | null = null;
  for (let n = 1; n === 1 || after !== null; n++) {
    const batch: Batch = await session.post<Batch>('/api/record-proposals/accept-batch', { siteId, ...(after !== null && { after }) }, keyOf('batch', String(n)));
    records.push(...batch.accepted.map(({ recordId }) => ({ id: recordId })));
    if (batch.accepted.length > 0) note('record-proposals accepted in batches', batch.accepted.length);
    for (const { id, because } of batch.left) {
      const at = `/api/record-proposals/${id}`;
      if (because === 'duplicate') {
        const { id: recordId } = await session.post<{ id: string }>(`${at}/accept`, { duplicateReason: '同一事项的另一份，一并保存' }, keyOf('accept', id));
        records.push({ id: recordId });
        note('record-proposals accepted as another of the same');
      }
      if (because === 'incomplete') {
        await session.post(`${at}/return`, { reason: '材料不全' }, keyOf('return', id));
        note('record-proposals return');
      }
    }
    after = batch.next;
  }
}

interface Month {
  id: string;
  month: string;
  status: string;
  /** When its sources were asked last. */
  toldAt: string | null;
}

/** Month of an instant in China, and the one before: `2026-11`. */
const monthOf = (at: number): string => new Date(at + 8 * hour).toISOString().slice(0, 7);
const lastMonthOf = (at: number): string => monthOf(Date.parse(`${monthOf(at)}-01T00:00:00+08:00`) - 1);

interface Register {
  id: string;
  status: string;
  recordId: string | null;
}

/** Registers of repairs alone: what else waits, other stories may have in hand. One that was taken up before is known by its record. */
async function takeUpRegisters({ by }: SettleMonths, { siteId, memory, as, keyOf, note }: AtHand): Promise<void> {
  const session = as(by);
  const records = (memory.known['records'] ??= []) as Array<{ id: string }>;
  const registers = await session.all<Register>(`/api/record-proposals?siteId=${siteId}&source=repair-register`);
  for (const { id, status, recordId } of registers) {
    if (recordId !== null) records.push({ id: recordId });
    if (status !== 'proposed') continue;
    const accepted = await session.post<{ id: string }>(`/api/record-proposals/${id}/accept`, {}, keyOf('accept', id));
    records.push({ id: accepted.id });
    note('record-proposals accept');
  }
}

/**
 * Explains what is theirs to see, and then perhaps closes. The last month that is over is counted by itself, a little later; it is being reconciled as
 * long as its own register of repairs is not taken up.
 */
export async function settleMonths(step: SettleMonths, atHand: AtHand): Promise<void> {
  const { by, closes } = step;
  const { siteId, now, start, until, as, keyOf, note } = atHand;
  const session = as(by);
  const last = lastMonthOf(now);
  const counted = (what: string, isSo: (month: Month) => boolean) =>
    until(what, async () => {
      const all = await session.all<Month>(`/api/archive-months?siteId=${siteId}`);
      return last < monthOf(start) || all.some((each) => each.month === last && isSo(each)) ? all : undefined;
    });
  const isCounted = ({ status }: Month): boolean => status !== 'reconciling';
  await counted(`the count of ${last}`, ({ toldAt }) => toldAt !== null);
  await takeUpRegisters(step, atHand);
  const months = await counted(`the end of the count of ${last}`, isCounted);
  for (const { id } of months.filter(({ status }) => ['differing', 'agreed', 'reopened'].includes(status))) {
    const at = `/api/archive-months/${id}`;
    for (const { eventId } of await session.all<{ eventId: string }>(`${at}/cases?unsettled=true`)) {
      await session.post(`${at}/explain`, { eventId, reason: '月末形成，下月归档' }, keyOf('explain', id, eventId));
      note('archive-months explain');
    }
    if (!closes) continue;
    await session.post(`${at}/close`, { remarks: '核对无误' }, keyOf('close', id));
    note('archive-months close');
  }
}

interface Shelved {
  id: string;
  archiveNumber: string;
  shelf: string | null;
}

/** So many are passed over, and so many lie where they do not belong. */
const passedOver = 2;
const astray = 2;
const wrongShelf = '待整理架';
const noRecord = '旧标签-0001';
const codesAtOnce = 200;

/** What is out on loan lies on no shelf. */
export async function countShelves({ by, category }: CountShelves, { siteId, memory, as, keyOf, note }: AtHand): Promise<void> {
  const counters = by.map(as);
  const [first] = counters as [Session, Session];
  const listed = await first.all<Shelved>(`/api/records?siteId=${siteId}&category=${category}`);
  const loans = await Promise.all(['handed-over', 'recalled'].map((status) => first.all<{ recordId: string }>(`/api/loans?siteId=${siteId}&status=${status}`)));
  const out = new Set(loans.flat().map(({ recordId }) => recordId));
  const there = listed.filter(({ id, shelf }) => shelf !== null && !out.has(id)).toSorted((a, b) => (a.archiveNumber < b.archiveNumber ? -1 : 1));
  const misplaced = new Set(there.slice(passedOver, passedOver + astray));
  const seen = there.slice(passedOver).map((record) => ({ shelf: misplaced.has(record) ? wrongShelf : record.shelf!, code: record.archiveNumber }));
  const byShelf = Map.groupBy([...seen, { shelf: wrongShelf, code: noRecord }], ({ shelf }) => shelf);
  const scans = [...byShelf].flatMap(([shelf, all]) =>
    Array.from({ length: Math.ceil(all.length / codesAtOnce) }, (_, n) => ({ shelf, codes: all.slice(n * codesAtOnce, (n + 1) * codesAtOnce).map(({ code }) => code) })),
  );
  const at = `/api/stocktakes/${String(knownAt(memory, 'stocktake.id'))}/scan`;
  await Promise.all(scans.map((scan, n) => counters[n % counters.length]!.post(at, scan, keyOf(scan.shelf, ...scan.codes))));
  note('stocktakes scanned', seen.length + 1);
}

interface Difference {
  id: string;
  kind: string;
}

/** @throws Stuck where the count has not found every kind of difference there was */
export async function explainMisplaced({ by }: ExplainMisplaced, { memory, as, keyOf, note }: AtHand): Promise<void> {
  const session = as(by);
  const at = `/api/stocktakes/${String(knownAt(memory, 'stocktake.id'))}`;
  const { differences } = await session.get<{ differences: Difference[] }>(at);
  const kinds = new Set(differences.map(({ kind }) => kind));
  for (const kind of ['misplaced', 'missing', 'unknown']) if (!kinds.has(kind)) throw new Stuck(`the stocktake found nothing ${kind}`);
  const differenceIds = differences.filter(({ kind }) => kind === 'misplaced').map(({ id }) => id);
  await session.post(`${at}/explain`, { differenceIds, explanation: '放错一架', correctShelf: true }, keyOf('explain'));
  note('stocktakes explain');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Manifest {
  records: Array<{ files: Array<{ path: string; sha256: string }> }>;
}

/** @throws Stuck where the package is another one than was sealed, or holds something else than its manifest says */
export async function openPackage({ by }: OpenPackage, { memory, as, note }: AtHand): Promise<void> {
  const zip = await fromBufferPromise(await as(by).get<Buffer>(`/api/hand-overs/${String(knownAt(memory, 'handOver.id'))}/package`));
  const hashes = new Map<string, string>();
  let manifest: Manifest = { records: [] };
  for await (const entry of zip.eachEntry()) {
    const bytes = await buffer(await zip.openReadStreamPromise(entry));
    hashes.set(entry.fileName, sha256(bytes));
    if (entry.fileName === 'manifest.json') manifest = JSON.parse(bytes.toString()) as Manifest;
  }
  if (hashes.get('manifest.json') !== knownAt(memory, 'handOver.manifestHash')) throw new Stuck('the package has another manifest than was sealed');
  const files = manifest.records.flatMap((record) => record.files);
  if (files.length === 0) throw new Stuck('the package holds no file');
  for (const { path, sha256: said } of files) if (hashes.get(path) !== said) throw new Stuck(`${path} of the package has other bytes than its manifest says`);
  note('hand-overs opened and compared');
}
