import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keys, PrincipalTokenSigner, PrincipalTokenVerifier, promoted, replaceKeyFile, requireKeyFile, retired, ServiceTokenSigner, ServiceTokenVerifier, withNextKey, type KeyKind } from './index';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'keys-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const services = ['gateway', 'tickets'];
type Turn = (file: never, fresh: never) => object;
const turn = ({ paths, make }: KeyKind, to: Turn): void => paths.forEach((path) => replaceKeyFile(path, to(requireKeyFile(path) as never, make(path) as never)));
const add: Turn = (file, fresh) => withNextKey(file, fresh);
const person = { personId: '01935f00-0000-7000-8000-000000000001', roles: [] } as never;

test('a key waits until every process knows it, then it is used, and those before it are accepted until they are retired', () => {
  const one = { keys: [{ kid: 'a' }] };
  const waiting = withNextKey(one, { keys: [{ kid: 'b' }] });
  expect(waiting).toEqual({ keys: [{ kid: 'a' }, { kid: 'b' }], next: 'b' });
  expect(withNextKey(waiting, { keys: [{ kid: 'c' }] })).toBe(waiting);
  expect(retired(waiting)).toEqual(waiting);
  expect(promoted(waiting)).toEqual({ keys: [{ kid: 'b' }, { kid: 'a' }] });
  expect(promoted(one)).toEqual(one);
  expect(retired(promoted(waiting))).toEqual({ keys: [{ kid: 'b' }] });
});

test('processes that run take a new key without a restart, and nobody is signed out on the way', async () => {
  const [door, service] = [new Keys({ secretsDir: folder }), new Keys({ secretsDir: folder })];
  const [tokens, verifier] = [new PrincipalTokenSigner(door.principalSigning()), () => new PrincipalTokenVerifier(held)];
  const held = service.principalVerifying();
  const [calls, callers] = [new ServiceTokenSigner('tickets', service.serviceSigning('tickets')), service.serviceVerifying(services)];
  const { principal, services: ofServices } = door.kinds(services);
  const before = await tokens.tokenFor(person);
  for (const kind of [principal, ofServices]) turn(kind, add);
  // The door is first to hear of it, and goes on with the old key.
  door.refresh();
  await expect(verifier().verify(before)).resolves.toMatchObject({ personId: expect.any(String) });
  service.refresh();
  for (const kind of [principal, ofServices]) turn(kind, promoted as Turn);
  door.refresh();
  const after = await tokens.tokenFor(person);
  expect(after).not.toBe(before);
  for (const token of [before, after]) await expect(verifier().verify(token)).resolves.toMatchObject({ personId: expect.any(String) });
  service.refresh();
  const called = await calls.token();
  await expect(new ServiceTokenVerifier(callers).verify(called)).resolves.toBe('tickets');
  // What was promoted is what is signed with: the old key is gone, and only its token is refused.
  turn(principal, retired as Turn);
  service.refresh();
  await expect(verifier().verify(before)).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(verifier().verify(after)).resolves.toMatchObject({ personId: expect.any(String) });
  expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toEqual([]);
});

test('fields: new values under the new key, old ones readable, found by either index', () => {
  const [writer, reader] = [new Keys({ secretsDir: folder }), new Keys({ secretsDir: folder })];
  const [writing, reading] = [writer.fieldCipher(), reader.fieldCipher()];
  const { fields } = writer.kinds(services);
  const old = { sealed: writing.encrypt('f', '13800000000'), index: writing.blindIndex('f', '13800000000') };
  turn(fields, add);
  reader.refresh();
  expect(reading.isOutdated(old.sealed)).toBe(false);
  expect(reading.blindIndexes('f', '13800000000')).toHaveLength(2);
  turn(fields, promoted as Turn);
  writer.refresh();
  const fresh = { sealed: writing.encrypt('f', '13900000000'), index: writing.blindIndex('f', '13900000000') };
  expect([writing.isOutdated(old.sealed), writing.isOutdated(fresh.sealed)]).toEqual([true, false]);
  // Who has not heard of the promotion reads it and finds it all the same.
  expect([reading.decrypt('f', fresh.sealed), reading.decrypt('f', old.sealed)]).toEqual(['13900000000', '13800000000']);
  expect(reading.blindIndexes('f', '13900000000')).toContain(fresh.index);
  expect(writing.blindIndexes('f', '13800000000')).toContain(old.index);
});

test('links to attachments made before are good for as long as they were to be', () => {
  const keys = new Keys({ secretsDir: folder });
  const links = keys.attachmentLinks();
  const query = new URL(`http://x${links.linkTo('a').url}`).searchParams;
  const judged = () => links.judge('a', Number(query.get('until')), query.get('signature')!);
  const { attachments } = keys.kinds(services);
  for (const to of [add, promoted as Turn]) {
    turn(attachments, to);
    keys.refresh();
    expect(judged()).toBe('good');
  }
  turn(attachments, retired as Turn);
  keys.refresh();
  expect(judged()).toBe('forged');
});

test('a file that cannot be read leaves the keys as they are, until it can', () => {
  const keys = new Keys({ secretsDir: folder });
  const cipher = keys.fieldCipher();
  const sealed = cipher.encrypt('f', 'x');
  const path = keys.kinds(services).fields.paths[0]!;
  const whole = requireKeyFile<object>(path);
  replaceKeyFile(path, { keys: [] });
  expect(() => keys.refresh()).toThrow(/holds no key/);
  expect(cipher.decrypt('f', sealed)).toBe('x');
  replaceKeyFile(path, whole);
  keys.refresh();
  expect(cipher.decrypt('f', sealed)).toBe('x');
});

test('a file that is gone is not made anew under those who hold its key, and keeps nobody from the others', () => {
  const keys = new Keys({ secretsDir: folder });
  const [cipher, links] = [keys.fieldCipher(), keys.attachmentLinks()];
  const sealed = cipher.encrypt('f', 'x');
  const { fields, attachments } = keys.kinds(services);
  const [path] = fields.paths as [string];
  const whole = requireKeyFile<object>(path);
  rmSync(path);
  turn(attachments, add);
  turn(attachments, promoted);
  expect(() => keys.refresh()).toThrow(`${path} does not exist`);
  expect([existsSync(path), cipher.decrypt('f', sealed)]).toEqual([false, 'x']);
  const { kid } = requireKeyFile<{ keys: [{ kid: string }] }>(attachments.paths[0]!).keys[0];
  expect(links.linkTo('a').url).toContain(`signature=${kid}.`);
  replaceKeyFile(path, whole);
  keys.refresh();
  expect(cipher.decrypt('f', sealed)).toBe('x');
});
