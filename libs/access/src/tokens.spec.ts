import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { SignJWT } from 'jose';
import {
  newKeyFile,
  PrincipalTokenSigner,
  PrincipalTokenVerifier,
  ServiceTokenSigner,
  ServiceTokenVerifier,
  signingKeyOf,
  verifyingKeysOf,
} from './index';

const door = newKeyFile('door');
const verifier = () => new PrincipalTokenVerifier(verifyingKeysOf(door));
const signer = () => new PrincipalTokenSigner(signingKeyOf(door));

function wang(): Principal {
  return {
    personId: newId(),
    accountId: newId(),
    sessionId: newId(),
    name: '王芳',
    roles: [{ role: 'desk', siteId: newId() }],
    crews: [newId()],
    homes: [newId()],
  };
}

async function expired(secondsAgo: number): Promise<string> {
  const key = signingKeyOf(door);
  const then = Math.floor(Date.now() / 1000) - secondsAgo;
  return new SignJWT({ principal: { ...wang() } })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setSubject('x')
    .setAudience('services')
    .setExpirationTime(then)
    .sign(key.key);
}

test('a service reads back the principal the door vouched for, and cannot change it', async () => {
  const principal = wang();
  const seen = await verifier().verify(await signer().tokenFor(principal));
  expect(seen).toEqual(principal);
  expect(() => void (seen.name = 'somebody else')).toThrow(TypeError);
});

test('the token is reused for a session and made anew when its rights change', async () => {
  const [sign, principal] = [signer(), wang()];
  const first = await sign.tokenFor(principal);
  expect(await sign.tokenFor({ ...principal })).toBe(first);
  const promoted: Principal = {
    ...principal,
    roles: [...principal.roles, { role: 'desk-lead', siteId: newId() }],
  };
  const second = await sign.tokenFor(promoted);
  expect(await verifier().verify(second)).toEqual(promoted);
});

test('forged, altered, unsigned, foreign and expired tokens are refused with 401', async () => {
  const token = await signer().tokenFor(wang());
  const [header, body, signature] = token.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { principal: Principal };
  claims.principal.roles = [{ role: 'director', siteId: null }];
  const altered = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  const foreign = await new PrincipalTokenSigner(signingKeyOf(newKeyFile('door'))).tokenFor(wang());
  const bad = [
    '',
    'x',
    'a.b.c',
    `${header}.${altered}.${signature}`,
    `${unsigned}.${altered}.`,
    foreign,
    await expired(10),
  ];
  const check = verifier();
  for (const each of bad)
    await expect(check.verify(each)).rejects.toMatchObject({
      code: 'not-signed-in',
      spec: { kind: 'unauthenticated' },
    });
});

test('clocks of two machines may differ a little', async () => {
  await expect(verifier().verify(await expired(2))).resolves.toMatchObject({ name: '王芳' });
});

test('a remembered token ends with its time', async () => {
  const check = verifier();
  const token = await expired(3);
  await check.verify(token);
  jest.useFakeTimers({ now: Date.now() + 3_000 });
  try {
    await expect(check.verify(token)).rejects.toMatchObject({ code: 'not-signed-in' });
  } finally {
    jest.useRealTimers();
  }
});

test('after a change of keys what the old key signed is still read', async () => {
  const token = await signer().tokenFor(wang());
  const both = verifyingKeysOf({ keys: [...newKeyFile('door').keys, ...door.keys] });
  await expect(new PrincipalTokenVerifier(both).verify(token)).resolves.toMatchObject({ name: '王芳' });
});

test('a service token names its caller; a key of one service cannot speak for another', async () => {
  const [tickets, tracking] = [newKeyFile('tickets'), newKeyFile('tracking')];
  const check = new ServiceTokenVerifier(verifyingKeysOf(tickets, tracking));
  await expect(
    check.verify(await new ServiceTokenSigner('tickets', signingKeyOf(tickets)).token()),
  ).resolves.toBe('tickets');
  const impostor = new ServiceTokenSigner('tickets', signingKeyOf(tracking));
  await expect(check.verify(await impostor.token())).rejects.toMatchObject({ code: 'service-only' });
});

test('neither kind of token is taken for the other, even under the same key', async () => {
  const asService = await new ServiceTokenSigner('door', signingKeyOf(door)).token();
  await expect(verifier().verify(asService)).rejects.toMatchObject({ code: 'not-signed-in' });
  const asPrincipal = await signer().tokenFor(wang());
  await expect(new ServiceTokenVerifier(verifyingKeysOf(door)).verify(asPrincipal)).rejects.toMatchObject({
    code: 'service-only',
  });
});
