import type { Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { operator, type DirectoryUnderTest } from './directory.fixture';

/** Builders with defaults; each thing has a code of its own, so that tests of one file share a database. */
export class Office {
  constructor(readonly directory: DirectoryUnderTest) {}

  private unique = 0;

  next(prefix: string): string {
    return `${prefix}${(this.unique += 1)}`;
  }

  async site(): Promise<string> {
    const { id } = await this.directory.done(
      'POST /api/sites',
      { code: this.next('S'), name: { zh: '阳光花园', en: 'Sunshine Garden' } },
      as(operator),
    );
    return id;
  }

  async place(
    kind: 'building' | 'entrance' | 'public-place',
    parentId: string,
    zh = this.next('栋'),
  ): Promise<string> {
    const { id } = await this.directory.done(
      'POST /api/places',
      { kind, parentId, code: this.next('P'), name: { zh } },
      as(operator),
    );
    return id;
  }

  async home(parentId: string, code = this.next('H')): Promise<string> {
    return (await this.directory.done('POST /api/homes', { parentId, code }, as(operator))).id;
  }

  async person(siteId: string, more: { name?: string; phone?: string } = {}): Promise<string> {
    return (await this.directory.done('POST /api/people', { siteId, name: '王小明', ...more }, as(operator)))
      .id;
  }

  async role(personId: string, role: Role, siteId?: string): Promise<string> {
    return (
      await this.directory.done(
        'POST /api/role-grants',
        { personId, role, ...(siteId && { siteId }) },
        as(operator),
      )
    ).id;
  }

  async tie(personId: string, homeId: string, more: object = {}): Promise<string> {
    return (
      await this.directory.done('POST /api/ties', { personId, homeId, kind: 'owner', ...more }, as(operator))
    ).id;
  }

  /** Somebody with an account and roles on a site, not signed in. */
  async worker(siteId: string, ...roles: Role[]): Promise<Worker> {
    const personId = await this.person(siteId);
    for (const role of roles) await this.role(personId, role, siteId);
    const login = `worker-${newId()}`;
    const { id } = await this.directory.done(
      'POST /api/accounts',
      { personId, login, password },
      as(operator),
    );
    return { personId, accountId: id, login };
  }

  async signIn({ login }: Worker): Promise<string> {
    const { status, body } = await this.directory.signIn(login, password);
    if (status !== 201) throw new Error(`${login} cannot sign in: ${status}`);
    return body.token;
  }
}

export interface Worker {
  personId: string;
  accountId: string;
  login: string;
}

export const password = 'correct horse';

export function as(principal: Principal): { principal: Principal } {
  return { principal };
}
