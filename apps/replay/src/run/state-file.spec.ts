import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateFile } from './state-file';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-state-'));
  path = join(folder, 'a.csv.replayed.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('knows after a stop what was reported and what is done', () => {
  const state = StateFile.open(path, 'site');
  state.reported('1', 'r1');
  state.reported('2', 'r2');
  state.done('1');
  const again = StateFile.open(path, 'site');
  expect(again.of('1')).toEqual({ requestId: 'r1', done: true });
  expect(again.of('2')).toEqual({ requestId: 'r2', done: false });
  expect(again.of('3')).toBeUndefined();
});

it('outlives a line that was cut off', () => {
  StateFile.open(path, 'site').reported('1', 'r1');
  appendFileSync(path, '{"row":"2","requ');
  const again = StateFile.open(path, 'site');
  again.reported('3', 'r3');
  const third = StateFile.open(path, 'site');
  expect([third.of('1')?.requestId, third.of('2'), third.of('3')?.requestId]).toEqual([
    'r1',
    undefined,
    'r3',
  ]);
});

it('knows nothing of another office', () => {
  StateFile.open(path, 'site').reported('1', 'r1');
  expect(StateFile.open(path, 'another').of('1')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).not.toContain('r1');
});
