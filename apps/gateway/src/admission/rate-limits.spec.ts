import type { Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { RateLimits, type LimitSizes } from './rate-limits';

const one = { burst: 1, perSecond: 0.5 };
const sizes: LimitSizes = { session: one, address: one, failures: one };
const inRole = (role: Role): Principal => ({
  personId: newId(),
  accountId: newId(),
  sessionId: newId(),
  name: '王芳',
  roles: [{ role, siteId: null }],
  crews: [],
  homes: [],
});

test('a session beyond its share is told when to come back', () => {
  const limits = new RateLimits(sizes, () => 0);
  const [wang, li] = [inRole('desk'), inRole('desk')];
  limits.ofPrincipal(wang);
  expect(() => limits.ofPrincipal(wang)).toThrow(
    expect.objectContaining({ code: 'too-many-requests', retryAfter: 2 }),
  );
  expect(() => limits.ofPrincipal(li)).not.toThrow();
});

test('an importer is not held up', () => {
  const limits = new RateLimits(sizes, () => 0);
  const importer = inRole('importer');
  expect(() => Array.from({ length: 100 }, () => limits.ofPrincipal(importer))).not.toThrow();
});

test('an address that guesses tokens is stopped before they are looked up', () => {
  const limits = new RateLimits(sizes, () => 0);
  limits.ofGuessing('10.0.0.1');
  limits.guessed('10.0.0.1');
  expect(() => limits.ofGuessing('10.0.0.1')).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
  expect(() => limits.ofGuessing('10.0.0.2')).not.toThrow();
});
