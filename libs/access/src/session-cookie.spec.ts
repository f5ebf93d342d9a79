import { SessionCookie } from './index';

test('behind https the cookie is bound to the host and to https', () => {
  const cookie = new SessionCookie('https://office.example.com');
  expect(cookie.set('t0ken', 60)).toBe(
    '__Host-session=t0ken; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure',
  );
  expect(cookie.clear()).toBe('__Host-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure');
  expect(cookie.read('a=b; __Host-session=t0ken; c=d')).toBe('t0ken');
  expect(cookie.read('session=other')).toBeUndefined();
});

test('on plain http it has a name that browsers take without Secure', () => {
  const cookie = new SessionCookie('http://localhost:3000');
  expect(cookie.set('t0ken', 60)).toBe('session=t0ken; Max-Age=60; Path=/; HttpOnly; SameSite=Lax');
  expect(cookie.read('session=t0ken')).toBe('t0ken');
  expect(new SessionCookie(undefined).name).toBe('session');
});

test.each([undefined, '', 'sessions=x', 'x-session=x', ';;', '='])('no token in %p', (header) => {
  expect(new SessionCookie('http://localhost').read(header)).toBeUndefined();
});
