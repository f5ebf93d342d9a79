/** A reader of a circulation (传阅), in the order in which they were named. */
export interface Reader {
  personId: string;
  position: number;
  readAt: Date | null;
  leftOutAt: Date | null;
}

export interface Circulation {
  n: number;
  /** One after the other; otherwise all at once. */
  ordered: boolean;
  readers: Reader[];
}

const waits = ({ readAt, leftOutAt }: Reader): boolean => readAt === null && leftOutAt === null;

/** Who has it now: of an ordered circulation the first who has not read it. Empty: everybody has read it. */
export function whoseTurn({ ordered, readers }: Circulation): string[] {
  const waiting = readers.filter(waits).sort((one, other) => one.position - other.position);
  return (ordered ? waiting.slice(0, 1) : waiting).map(({ personId }) => personId);
}

export function isRead(circulation: Circulation): boolean {
  return whoseTurn(circulation).length === 0;
}

/** Whether a person is to read it and has not: only they can be left out. */
export function isWaitingFor({ readers }: Circulation, personId: string): boolean {
  return readers.some((reader) => reader.personId === personId && waits(reader));
}
