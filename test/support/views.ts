/** What the tests read of the API's answers. */
export interface RepairView {
  id: string;
  number: string;
  siteId: string;
  status: string;
  episode: number;
  version: number;
  description: string;
}

export interface TimelineView {
  items: Array<{
    type: string;
    summary: string;
    happenedAt: string;
    actor: { personId: string; role: string };
  }>;
}

export interface PageView<T> {
  items: T[];
  nextCursor: string | null;
}
