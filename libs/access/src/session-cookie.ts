/**
 * The cookie a session travels in. Browsers take the `__Host-` prefix only together with `Secure`, and some drop
 * `Secure` cookies on plain http, so an installation without https (a trial on one machine) uses the plain name.
 * SameSite=Lax: a link in a message opens the portal signed in, while no other site can post with the cookie.
 */
export class SessionCookie {
  readonly name: string;
  private readonly attributes: string;

  /** @param publicUrl the origin people open, e.g. `https://office.example.com`; not known: taken as one without https */
  constructor(publicUrl: string | undefined) {
    const secure = publicUrl !== undefined && new URL(publicUrl).protocol === 'https:';
    this.name = secure ? '__Host-session' : 'session';
    this.attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  }

  /** @returns the token in a Cookie header */
  read(header: string | undefined): string | undefined {
    for (const pair of header?.split(';') ?? []) {
      const equals = pair.indexOf('=');
      if (equals >= 0 && pair.slice(0, equals).trim() === this.name) return pair.slice(equals + 1).trim();
    }
    return undefined;
  }

  /** A Set-Cookie value. */
  set(token: string, maxAgeSeconds: number): string {
    return `${this.name}=${token}; Max-Age=${maxAgeSeconds}; ${this.attributes}`;
  }

  /** A Set-Cookie value that makes the browser forget it. */
  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes}`;
  }
}
