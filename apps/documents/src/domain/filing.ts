/** What filing looks at. */
export interface ToFile {
  answerNeeded: boolean;
  answeredAt: Date | null;
  actedAt: Date | null;
  /** Everybody it was circulated to has read it; nobody was asked: true. */
  read: boolean;
  lastReadAt: Date | null;
}

export type FilingObstacle = 'unread' | 'unanswered';

/** Why a document that was acted on cannot be filed yet (W1.1). */
export function obstaclesToFiling({ answerNeeded, answeredAt, read }: ToFile): FilingObstacle[] {
  return [...(read ? [] : (['unread'] as const)), ...(answerNeeded && answeredAt === null ? (['unanswered'] as const) : [])];
}

/** When the matter was over: the last of acting, reading and answering, whenever it is filed. */
export function concludedAt({ actedAt, answeredAt, lastReadAt }: ToFile, otherwise: Date): Date {
  const last = Math.max(...[actedAt, answeredAt, lastReadAt].map((at) => at?.getTime() ?? 0));
  return last > 0 ? new Date(last) : otherwise;
}
