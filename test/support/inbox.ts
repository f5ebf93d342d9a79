import { waitFor } from '@property-office/testing';
import { accepted } from './repairs';
import type { Session } from './session';
import type { PageView } from './views';

export interface NotificationView {
  kind: string;
  title: string;
  subject: { id: string };
}

/** The newest hundred in somebody's inbox. */
export async function inboxOf(who: Session): Promise<NotificationView[]> {
  return accepted(await who.get<PageView<NotificationView>>('/api/inbox?limit=100'), 200).items;
}

/** Waits until somebody is told of a thing. */
export function told(who: Session, id: string, kind: string): Promise<NotificationView> {
  return waitFor(async () => (await inboxOf(who)).find((each) => each.kind === kind && each.subject.id === id), { what: `the notification ${kind}` });
}
