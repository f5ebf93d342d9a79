import type { Answer } from '../http';
import type { Session } from '../session';
import type { Swept } from './swept';

/** Everybody of the demonstration with a login whose lists are looked through. */
const everybody = ['operator', 'clerk', 'desk', 'lead', 'technician', 'technician2', 'director', 'deputy', 'company', 'resident', 'resident2', 'desk2', 'lead2'];

/** Something there is, by the ids that stand in its path. */
export interface Thing {
  ids: string[];
  /** Or of what kind it is, where it has none. */
  status: string;
  /** In whose lists it stands. */
  seenBy: Set<string>;
}

type Item = { id?: string; status?: string; kind?: string };
type Page = { items?: Item[]; nextCursor?: string | null };

/** Where those are listed whose own path has no list of that name. */
const listedElsewhere: Record<string, string> = {
  '/api/completeness-lists/{siteId}': '/api/sites',
  '/api/letterheads/{siteId}': '/api/sites',
  '/api/notice-channels/{siteId}': '/api/sites',
  '/api/ties/{id}': '/api/homes/{id}/ties',
  '/api/homes/{id}/members/{tieId}': '/api/homes/{id}/members',
};

/** What there is in an office, as its own lists show it to the people who work and live there. */
export class Things {
  private readonly found = new Map<string, Thing[]>();
  /** By list: of whom it is known what they see of it. */
  private readonly seers = new Map<string, Set<string>>();

  private constructor(private readonly swept: Swept) {}

  static async of(swept: Swept): Promise<Things> {
    const things = new Things(swept);
    for (const path of swept.operations.filter(({ method, path: each }) => method === 'GET' && !each.includes('{')).map(({ path: each }) => each))
      for (const login of everybody) await things.look(path, path, login, []);
    for (const list of Object.values(listedElsewhere).filter((path) => path.includes('{')))
      for (const home of things.at('/api/homes/{id}').filter(({ seenBy }) => seenBy.has('resident')).slice(0, 1))
        for (const login of everybody) await things.look(list, list.replace('{id}', home.ids[0]!), login, home.ids);
    return things;
  }

  /** What no list shows: whoever made it says so. */
  add(path: string, thing: Thing): void {
    this.found.set(path, [...(this.found.get(path) ?? []), thing]);
  }

  /** Those that an operation may be about, of each state one before the second of any. */
  at(path: string): Thing[] {
    // What everybody has one of.
    if (!path.includes('{')) return [{ ids: [], status: '', seenBy: new Set(everybody) }];
    const named = path.slice(0, path.lastIndexOf('}') + 1);
    const things = this.found.get(listOf(named)) ?? this.found.get(named) ?? [];
    const turn = new Map<string, number>();
    const turns = new Map(things.map((thing) => [thing, turn.set(thing.status, (turn.get(thing.status) ?? 0) + 1).get(thing.status)!]));
    return things.toSorted((one, other) => turns.get(one)! - turns.get(other)!);
  }

  /** Those of which somebody's lists say nothing, on none of their pages. */
  hiddenFrom(login: string, path: string): Thing[] {
    const seers = this.seers.get(listOf(path.slice(0, path.lastIndexOf('}') + 1)));
    return seers && !seers.has(login) ? [] : this.at(path).filter(({ seenBy }) => !seenBy.has(login));
  }

  private async look(list: string, path: string, login: string, above: string[]): Promise<void> {
    const person = await this.swept.office.as(login);
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { status, body } = await this.ask(path, person, list, cursor);
      if (status !== 200 && status !== 403 && status !== 404) return;
      items.push(...(body?.items ?? []));
      cursor = body?.nextCursor ?? null;
    }
    this.seers.set(list, (this.seers.get(list) ?? new Set()).add(login));
    const things = this.found.get(list) ?? [];
    for (const { id, kind = '', status: state = kind } of items.filter((item) => item.id)) {
      // What is tied to a home has a path of its own, a member of it one below.
      const ids = list.endsWith('/ties') ? [id!] : [...above, id!];
      const known = things.find((thing) => thing.ids.join() === ids.join());
      if (known) known.seenBy.add(login);
      else things.push({ ids, status: state, seenBy: new Set([login]) });
    }
    this.found.set(list, things);
  }

  private ask(path: string, person: Session, list: string, cursor: string): Promise<Answer<Page>> {
    const operation = this.swept.operations.find((each) => each.method === 'GET' && each.path === list)!;
    const takesLimit = operation.parameters?.some(({ name }) => name === 'limit');
    const page = `limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    return this.swept.send(operation, takesLimit ? `${path}?${page}` : path, person) as unknown as Promise<Answer<Page>>;
  }
}

const listOf = (named: string): string => listedElsewhere[named] ?? named.replace(/\/\{\w+\}$/, '');

export function pathOf(template: string, { ids }: Thing): string {
  let index = 0;
  return template.replaceAll(/\{\w+\}/g, () => ids[index++]!);
}
