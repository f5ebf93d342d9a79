import { day, hour } from '../planning/slots';
import type { Ref, Value } from '../planning/step';
import type { OpenTown } from '../office/open-town';
import { complaintOf, knownAt, type Memory } from './memory';

export interface Resolving {
  town: OpenTown;
  /** The first midnight of the plan. */
  start: number;
  /** The moment of the slot, for what is reckoned from now. */
  now: number;
  memory: Memory;
}

/** What a step says, with everything in it that is known by now. */
export function resolve(value: Value, resolving: Resolving): unknown {
  if (isRef(value)) return resolved(value, resolving);
  if (Array.isArray(value)) return value.map((each: Value) => resolve(each, resolving));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each as Value, resolving)]));
}

/** `/api/contacts/{contact.id}` */
export function pathOf(path: string, memory: Memory): string {
  return path.replace(/\{([\w.]+)\}/g, (_, name: string) => String(knownAt(memory, name)));
}

function isRef(value: Value): value is Ref {
  return typeof value === 'object' && 'ref' in value;
}

function resolved(ref: Ref, { town, start, now, memory }: Resolving): unknown {
  switch (ref.ref) {
    case 'site':
      return town.siteId;
    case 'person':
      return there(town.people[ref.login], ref.login);
    case 'crew':
      return there(town.crews[ref.index]?.id, `crew ${ref.index}`);
    case 'home':
      return there(town.homes[ref.household], `home ${ref.household}`);
    case 'place':
      return there(town.places[ref.code], ref.code);
    case 'time':
      return instant(start + ref.at);
    case 'known':
      return knownAt(memory, ref.path);
    case 'promise':
      return instant(promise(start + ref.at, now, Date.parse(complaintOf(memory).dueAt)));
    case 'extension': {
      const { promisedAt, dueAt } = complaintOf(memory);
      return instant(Date.parse(promisedAt ?? dueAt) + 3 * day);
    }
  }
}

/** Nobody promises more than a complaint may take, as long as that can be kept. */
export function promise(wished: number, now: number, due: number): number {
  if (due <= now) return wished;
  return Math.min(wished, due - Math.min(hour / 2, (due - now) / 2));
}

const instant = (ms: number): string => new Date(ms).toISOString();

function there<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`there is no ${what} in the town`);
  return found;
}
