import { Logger } from '@nestjs/common';
import type { InternalClient } from '@property-office/backbone';
import { Database } from '@property-office/persistence';
import { platformVariables, readConfiguration } from '@property-office/service-kit';
import { DirectoryUnderTest } from '../directory.fixture';
import { OneTimeCodes } from '../sessions/one-time-codes';
import { SendOneTimeCodeHandler } from './send-one-time-code/send-one-time-code.handler';

let directory: DirectoryUnderTest;
const said: string[] = [];
const hear = (...told: unknown[]): void => void said.push(told.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' '));

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
});
afterAll(() => directory.close());
beforeEach(() => {
  said.length = 0;
  Logger.overrideLogger({ log: hear, warn: hear, error: hear, debug: hear, verbose: hear, fatal: hear });
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation((text) => (hear(String(text)), true));
});
afterEach(() => {
  jest.restoreAllMocks();
  Logger.overrideLogger(false);
});

test('W2.6: no log has a one-time code, nor the number it is for, whether it was sent, tried, used or could not be sent', async () => {
  const phone = '13911110001';
  const codes = [await directory.codeFor(phone), await directory.codeFor(phone)];
  const wrong = await directory.ask('POST /api/sessions', { phone, code: '000000' });
  const right = await directory.ask('POST /api/sessions', { phone, code: codes[1]! });
  expect([wrong.status, right.status]).toEqual([401, 201]);
  directory.away.provider = true;
  await directory.rows('DELETE FROM quota');
  expect((await directory.ask('POST /api/one-time-codes', { phone })).status).toBe(503);
  directory.away.provider = false;
  codes.push(directory.messages.at(-1)!.code);
  new Logger('Spec').warn('it is heard');
  const log = said.join('\n');
  expect(log).toContain('it is heard');
  for (const secret of [...codes, phone]) expect(log).not.toContain(secret);
});

test('W2.6: a demonstration, which reaches nobody, says it in the log, with the number masked; it opens the door', async () => {
  const phone = '13911110002';
  const nobody = { post: () => Promise.reject(new Error('nobody is to be asked')) } as unknown as InternalClient;
  const demo = new SendOneTimeCodeHandler(directory.part(Database), directory.part(OneTimeCodes), nobody, readConfiguration({ DEMO: '1' }, platformVariables));
  await demo.execute({ phone, source: '198.51.100.9', language: 'zh' });
  const log = said.join('\n');
  const [, code] = /DEMO=1: the one-time code of 139\*{4}0002 is (\d{6})/.exec(log) ?? [];
  expect(log).not.toContain(phone);
  expect((await directory.ask('POST /api/sessions', { phone, code: code! })).status).toBe(201);
});
