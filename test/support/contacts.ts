import type { Answer } from './http';
import { accepted } from './repairs';
import type { Session } from './session';

export const contactsPath = '/api/contacts';

export interface ContactView {
  id: string;
  number: string;
  status: string;
  ownerId: string;
  channel: string;
  version: number;
  caller: { kind: string; personId: string | null; homeId: string | null };
  convertedTo: { kind: string; id: string; number: string | null } | null;
}

/** The site a member of the demonstration's staff works on. */
export const siteOf = (person: Session): string => person.who.sites[0]!.id;

export async function recordContact(desk: Session, more: Record<string, unknown> = {}): Promise<ContactView> {
  const said = { siteId: siteOf(desk), channel: 'call', ownWords: '楼道的灯不亮了，请来修', ...more };
  return accepted(await desk.post<ContactView>(contactsPath, said), 201);
}

export function contactAct<T = ContactView>(
  person: Session,
  id: string,
  verb: string,
  body: Record<string, unknown> = {},
  key?: string,
): Promise<Answer<T>> {
  return person.post<T>(`${contactsPath}/${id}/${verb}`, body, key === undefined ? {} : { key });
}
