import type { Call, Connection, Sent } from './connection';
import { Refused, Stuck, type Problem } from './failures';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Somebody at work. Signs in when first needed, and again when the session has ended. */
export class Session {
  private token: Promise<string> | undefined;

  constructor(
    private readonly connection: Connection,
    readonly login: string,
    private readonly password: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>({ method: 'GET', path });
  }

  /** @param key the same for every repetition of one act @param match the version that was read, where the act overwrites it */
  post<T>(path: string, body: unknown, key?: string, match?: number): Promise<T> {
    return this.send<T>({ method: 'POST', path, body, ...(key && { key }), ...(match !== undefined && { match }) });
  }

  /** @param match the version that was read, 0 for what was not there yet */
  put<T>(path: string, body: unknown, key: string, match: number): Promise<T> {
    return this.send<T>({ method: 'PUT', path, body, key, match });
  }

  upload<T>(file: Sent, key: string): Promise<T> {
    return this.send<T>({ method: 'POST', path: '/api/attachments', file, key });
  }

  /** All that is listed, page by page. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    await this.find<T>(path, (item) => {
      items.push(item);
      return false;
    });
    return items;
  }

  /** The first item for which `wanted` holds, page by page. */
  async find<T>(path: string, wanted: (item: T) => boolean): Promise<T | undefined> {
    let cursor = '';
    do {
      const page = await this.get<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor}`);
      const found = page.items.find(wanted);
      if (found) return found;
      cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
    } while (cursor);
    return undefined;
  }

  private async send<T>(call: Omit<Call, 'token'>): Promise<T> {
    const token = await this.signedIn();
    const answer = await this.connection.send({ ...call, token });
    if (answer.status !== 401) return settled(answer) as T;
    // Of those who notice, only the first signs in anew.
    if ((await this.token) === token) this.token = undefined;
    return settled(await this.connection.send({ ...call, token: await this.signedIn() })) as T;
  }

  private signedIn(): Promise<string> {
    this.token ??= this.signIn().catch((error: unknown) => {
      this.token = undefined;
      throw error;
    });
    return this.token;
  }

  private async signIn(): Promise<string> {
    const body = { login: this.login, password: this.password };
    const { token } = settled(
      await this.connection.send({ method: 'POST', path: '/api/sessions', body }),
    ) as { token: string };
    return token;
  }
}

/** @throws Refused for what the office refuses, Stuck for what it fails at */
function settled({ status, body }: { status: number; body: unknown }): unknown {
  if (status < 300) return body;
  if (status < 500) throw new Refused(status, (body ?? {}) as Problem);
  throw new Stuck(`the office failed with ${status} ${JSON.stringify(body ?? '')}`);
}
