/** One spelling of a login: `Director `, `ＤＩＲＥＣＴＯＲ` and `director` are the same. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}
