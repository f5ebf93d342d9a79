import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused, Stuck } from '@property-office/office-client';
import type { SourceRow } from '../source/source-row';
import { notCarried, repeatedId, writeNotCarried } from './not-carried';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-refused-'));
  path = join(folder, 'a.csv.refused.csv');
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = (externalId: string, line: number) => ({ externalId, line }) as SourceRow;
const written = (): string[] => readFileSync(path, 'utf8').split('\n');

it('what the office decided is refused, under the code it gave', () => {
  const problem = { code: 'invalid-fields', title: 'Please check', errors: [{ pointer: '/description', message: 'is too long' }] };
  expect(notCarried(row('1', 2), 'report', new Refused(400, problem))).toEqual({
    row: row('1', 2),
    step: 'report',
    refused: true,
    code: 'invalid-fields',
    reason: 'Please check; /description is too long',
  });
});

it.each([
  [new Stuck('no work order came'), 'no work order came'],
  [new TypeError('a mistake of ours'), 'a mistake of ours'],
  ['thrown as it is', 'thrown as it is'],
])('whatever else went wrong has failed: %s', (error, reason) => {
  expect(notCarried(row('1', 2), 'carry', error)).toMatchObject({ step: 'carry', refused: false, code: 'failed', reason });
});

it('lists who was refused and who failed by the lines of the register', () => {
  writeNotCarried(path, [
    notCarried(row('9', 4), 'carry', new Stuck('nobody came')),
    repeatedId(row('7', 3)),
    notCarried(row('8', 2), 'report', new Refused(422, {})),
  ]);
  expect(written()).toEqual([
    'external_id,line,step,what,code,reason',
    '8,2,report,refused,422,answered 422',
    '7,3,read,refused,external-id-repeated,An earlier line of the file has this external_id',
    '9,4,carry,failed,failed,nobody came',
    '',
  ]);
});

it.each([
  ['a comma', 'one, two', '"one, two"'],
  ['a quote', 'the "lift"', '"the ""lift"""'],
  ['a line end', 'one\ntwo', '"one\ntwo"'],
  ['a carriage return', 'one\rtwo', '"one\rtwo"'],
])('quotes a field with %s', (_, text, quoted) => {
  writeNotCarried(path, [notCarried(row(text, 2), 'carry', new Stuck(text))]);
  expect(readFileSync(path, 'utf8')).toBe(`external_id,line,step,what,code,reason\n${quoted},2,carry,failed,failed,${quoted}\n`);
});

it('leaves no list of an earlier run behind where all were carried', () => {
  writeNotCarried(path, [repeatedId(row('7', 3))]);
  writeNotCarried(path, []);
  expect(existsSync(path)).toBe(false);
  writeNotCarried(path, []);
});
