import { Refused } from '../api/failures';
import type { Session } from '../api/session';
import type { Register } from '../source/registers';
import { crewPlans, deskAgents, staffOf, techniciansPerCrew, type CrewPlan } from './staff';

export interface Crew {
  id: string;
  plan: CrewPlan;
  /** Logins of who belongs to it. */
  technicians: string[];
}

export interface OpenSite {
  id: string;
  crews: Crew[];
  desk: string[];
}

interface Coded {
  id: string;
  code: string;
}

/** Opens the site of a register with everybody who works there. What is there already stays as it is. */
export class SiteOpener {
  constructor(
    private readonly operator: Session,
    private readonly password: string,
  ) {}

  async open({ site: { code, zh, en, timeZone } }: Register): Promise<OpenSite> {
    const site = await this.coded('/api/sites', code, { name: { zh, en }, timeZone });
    const crews: Crew[] = [];
    for (const plan of crewPlans) {
      const crew = await this.coded(`/api/crews?siteId=${site.id}`, plan.code, {
        siteId: site.id,
        name: plan.name,
        skills: plan.skills,
      });
      const technicians: string[] = [];
      for (let number = 1; number <= techniciansPerCrew; number++) {
        const { login, personId } = await this.hire(site.id, 'technician', staffOf(code, plan.code, number));
        await unlessThere(this.operator.post(`/api/crews/${crew.id}/members`, { personId }));
        technicians.push(login);
      }
      crews.push({ id: crew.id, plan, technicians });
    }
    const desk: string[] = [];
    for (let number = 1; number <= deskAgents; number++)
      desk.push((await this.hire(site.id, 'desk', staffOf(code, 'desk', number))).login);
    return { id: site.id, crews, desk };
  }

  private async coded(path: string, code: string, rest: object): Promise<Coded> {
    const find = (): Promise<Coded | undefined> =>
      this.operator.find<Coded>(path, (item) => item.code === code);
    const found = await find();
    if (found) return found;
    const created = await unlessThere(this.operator.post<Coded>(path.replace(/\?.*/, ''), { code, ...rest }));
    return created ?? (await find())!;
  }

  private async hire(
    siteId: string,
    role: string,
    { login, name }: { login: string; name: string },
  ): Promise<{ login: string; personId: string }> {
    const account = await this.operator.find<{ login: string; personId: string }>(
      `/api/accounts?login=${login}`,
      (each) => each.login === login,
    );
    // Under keys: a person has nothing to be recognised by if we are stopped before the account is open.
    const personId =
      account?.personId ??
      (await this.operator.post<{ id: string }>('/api/people', { siteId, name }, `replay:${siteId}:${login}`))
        .id;
    await unlessThere(this.operator.post('/api/role-grants', { personId, role, siteId }));
    if (!account)
      await this.operator.post(
        '/api/accounts',
        { personId, login, password: this.password },
        `replay:${siteId}:${login}:account`,
      );
    return { login, personId };
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
