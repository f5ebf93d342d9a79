/** A complaint as far as a story has to know it. */
export interface ComplaintKnown {
  id: string;
  handlerId: string | null;
  major: boolean;
  dueAt: string;
  promisedAt: string | null;
}

/** What a story knows from the answers it got. */
export interface Memory {
  /** By the names under which steps keep them. */
  known: Record<string, unknown>;
  /** Who has had the story's complaint. */
  handlers: string[];
  /** The office did otherwise than planned: the rest of the story is left out. */
  broken?: boolean;
}

export const emptyMemory = (): Memory => ({ known: {}, handlers: [] });

/** @param path names and places in a list, `last` for its end @throws when the story was never told */
export function knownAt({ known }: Memory, path: string): unknown {
  const found = path.split('.').reduce<unknown>((value, name) => (Array.isArray(value) && name === 'last' ? value.at(-1) : (value as Record<string, unknown> | null | undefined)?.[name]), known);
  if (found === undefined || found === null) throw new Error(`${path} is not known`);
  return found;
}

export function complaintOf(memory: Memory): ComplaintKnown {
  return knownAt(memory, 'complaint') as ComplaintKnown;
}

/** Keeps an answer; of a complaint it is noted who has it now. */
export function remember(memory: Memory, name: string, answer: unknown): void {
  memory.known[name] = answer;
  if (name !== 'complaint') return;
  const { handlerId } = answer as ComplaintKnown;
  if (handlerId !== null && !memory.handlers.includes(handlerId)) memory.handlers.push(handlerId);
}
