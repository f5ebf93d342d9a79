import { Session, type Connection, type Workers } from '@property-office/office-client';
import { loginOf, type OpenTown } from '../office/open-town';

/** Everybody in the town, each with a session of their own. */
export class TownPeople implements Workers {
  private readonly sessions = new Map<string, Session>();
  private readonly logins: ReadonlyMap<string, string>;
  private readonly desk: readonly string[];

  constructor(
    private readonly connection: Connection,
    private readonly town: OpenTown,
    private readonly password: string,
  ) {
    this.logins = new Map(Object.entries(town.people).map(([login, id]) => [id, login]));
    this.desk = Object.keys(town.people).filter((login) => login.startsWith('desk-'));
  }

  as(login: string): Session {
    const known = this.sessions.get(login) ?? new Session(this.connection, loginOf(login), this.password);
    this.sessions.set(login, known);
    return known;
  }

  /** @throws when it is nobody of the town */
  loginOf(personId: string): string {
    const login = this.logins.get(personId);
    if (login === undefined) throw new Error(`${personId} is nobody of the town`);
    return login;
  }

  idOf(login: string): string {
    const id = this.town.people[login];
    if (id === undefined) throw new Error(`there is no ${login} in the town`);
    return id;
  }

  deskFor(turn: number): Session {
    return this.as(this.desk[turn % this.desk.length]!);
  }

  technicianOf(crewId: string, turn: number): Session | undefined {
    const crew = this.town.crews.find(({ id }) => id === crewId);
    return crew && this.as(crew.members[turn % crew.members.length]!);
  }

  crewFor(skill: string): { id: string } {
    const { crews } = this.town;
    return crews.find(({ skills }) => skills.includes(skill)) ?? crews[0]!;
  }
}
