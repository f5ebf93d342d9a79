import { Refused } from './failures';
import type { Session } from './session';

export interface Coded {
  id: string;
  code: string;
}

export interface Post {
  login: string;
  name: string;
  phone?: string;
  roles: readonly string[];
}

export interface Hired {
  login: string;
  personId: string;
}

/** As POST /api/places/batch takes it. */
export interface NewPlace {
  externalCode: string;
  kind: 'building' | 'entrance' | 'home' | 'public-place';
  parentExternalCode?: string;
  code: string;
  name?: { zh: string; en?: string };
}

/** Most places of one request (POST /api/places/batch). */
const batchSize = 500;
/** Roles that are held in the whole company only. */
const companyWide = new Set(['company', 'operator']);

/** Registers a site and who works there, by an operator. What is there already stays as it is. */
export class Registrar {
  /** @param program part of the keys under which people are registered */
  constructor(
    private readonly operator: Session,
    private readonly password: string,
    private readonly program: string,
  ) {}

  site(code: string, rest: object): Promise<Coded> {
    return this.coded('/api/sites', code, rest);
  }

  crew(siteId: string, code: string, rest: object): Promise<Coded> {
    return this.coded(`/api/crews?siteId=${siteId}`, code, { siteId, ...rest });
  }

  async joinCrew(crewId: string, personId: string, lead = false): Promise<void> {
    await unlessThere(this.operator.post(`/api/crews/${crewId}/members`, { personId, ...(lead && { lead }) }));
  }

  async hire(siteId: string, { login, name, phone, roles }: Post): Promise<Hired> {
    const account = await this.operator.find<Hired>(`/api/accounts?login=${login}`, (each) => each.login === login);
    // Under keys: a person has nothing to be recognised by if we are stopped before the account is open.
    const keyOf = (step: string): string => `${this.program}:${siteId}:${login}${step}`;
    const personId =
      account?.personId ?? (await this.operator.post<{ id: string }>('/api/people', { siteId, name, ...(phone && { phone }) }, keyOf(''))).id;
    for (const role of roles)
      await unlessThere(this.operator.post('/api/role-grants', { personId, role, ...(!companyWide.has(role) && { siteId }) }));
    if (!account) await this.openAccount({ login, personId }, keyOf(':account'));
    return { login, personId };
  }

  /** An account for somebody who is registered. */
  async openAccount({ login, personId }: Hired, key: string): Promise<void> {
    await this.operator.post('/api/accounts', { personId, login, password: this.password }, key);
  }

  /** Parents first. @returns ids by external code */
  async places(siteId: string, places: readonly NewPlace[], onProgress: (done: number, all: number) => void = () => undefined): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (let from = 0; from < places.length; from += batchSize) {
      const batch = places.slice(from, from + batchSize);
      const { items } = await this.operator.post<{ items: Array<{ externalCode: string; id: string }> }>('/api/places/batch', { siteId, places: batch });
      for (const { externalCode, id } of items) ids.set(externalCode, id);
      onProgress(from + batch.length, places.length);
    }
    return ids;
  }

  private async coded(path: string, code: string, rest: object): Promise<Coded> {
    const find = (): Promise<Coded | undefined> => this.operator.find<Coded>(path, (item) => item.code === code);
    const found = await find();
    if (found) return found;
    const created = await unlessThere(this.operator.post<Coded>(path.replace(/\?.*/, ''), { code, ...rest }));
    return created ?? (await find())!;
  }
}

/** @returns undefined where the office says that it is there already */
async function unlessThere<T>(created: Promise<T>): Promise<T | undefined> {
  try {
    return await created;
  } catch (error) {
    if (error instanceof Refused && error.status === 409) return undefined;
    throw error;
  }
}
