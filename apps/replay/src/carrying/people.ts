import { Session, type Connection, type Workers } from '@property-office/office-client';
import type { Crew, OpenSite } from '../office/open-site';

/** Who works on the site: always the same ones for the same row. */
export class People implements Workers {
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly connection: Connection,
    private readonly site: OpenSite,
    private readonly password: string,
  ) {}

  deskFor(line: number): Session {
    return this.session(pick(this.site.desk, line));
  }

  /** @returns undefined for a crew that is none of ours */
  technicianOf(crewId: string, line: number): Session | undefined {
    const crew = this.site.crews.find(({ id }) => id === crewId);
    return crew && this.session(pick(crew.technicians, line));
  }

  /** Whom the desk sends by hand. */
  crewFor(skill: string): Crew {
    const { crews } = this.site;
    return crews.find(({ plan }) => (plan.skills as string[]).includes(skill)) ?? crews[0]!;
  }

  private session(login: string): Session {
    const known = this.sessions.get(login) ?? new Session(this.connection, login, this.password);
    this.sessions.set(login, known);
    return known;
  }
}

function pick<T>(from: readonly T[], line: number): T {
  return from[line % from.length]!;
}
