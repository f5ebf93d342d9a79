import { accepted } from './repairs';
import type { Session } from './session';

export const complaintsPath = '/api/complaints';

/** What anybody may do to a complaint; `View` is as much of it as a journey looks at. */
export class Complaints<View> {
  /** @param usual what is complained about unless a step says otherwise */
  constructor(private readonly usual: { kind: string; words: string }) {}

  async file(who: Session, more: object = {}): Promise<View> {
    return accepted(await who.post<View>(complaintsPath, { ...this.usual, homeId: who.homeId, ...more }), 201);
  }

  async does(who: Session, id: string, verb: string, body: object = {}): Promise<View> {
    return accepted(await who.post<View>(`${complaintsPath}/${id}/${verb}`, body), 200);
  }

  async read(who: Session, id: string): Promise<View> {
    return accepted(await who.get<View>(`${complaintsPath}/${id}`), 200);
  }
}
