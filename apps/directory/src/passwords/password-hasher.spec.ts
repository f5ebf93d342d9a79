import { PasswordHasher } from './password-hasher';

const passwords = new PasswordHasher();

test('a password matches its hash, white space included, and no other does', async () => {
  const hash = await passwords.hash(' 漏水 open sesame ');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.matches(hash, ' 漏水 open sesame ')).toBe(true);
  expect(await passwords.matches(hash, '漏水 open sesame')).toBe(false);
});

test('without an account nothing matches', async () => {
  expect(await passwords.matches(undefined, '')).toBe(false);
});

test('a crowd is served in turn; beyond a hundred waiting it is told to come back', async () => {
  const hash = await passwords.hash('open sesame');
  const answers = await Promise.allSettled(
    Array.from({ length: 110 }, () => passwords.matches(hash, 'open sesame')),
  );
  const refused = answers.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(refused).toHaveLength(8);
  expect(refused[0]!.reason).toMatchObject({ code: 'sign-in-busy', retryAfter: 2 });
  expect(await passwords.matches(hash, 'open sesame')).toBe(true);
});
