import { doorName, type Principal } from '@property-office/contracts';

/** A session that is open now, with what its person may do now. */
export interface ResolvedSession {
  principal: Principal;
}

/** How the door learns whose session a token is. directory answers: in the same process, or over its internal route. */
export interface SessionResolver {
  /**
   * @param token opaque, as given at sign-in; may be anything
   * @returns null when it is no session, or one that has ended
   * @throws when the answer is not known: the door then answers 503, never 401
   */
  resolve(token: string): Promise<ResolvedSession | null>;
}

/** directory's internal route: `POST {token}` with a service token of the door → `{session: ResolvedSession | null}`. */
export const resolveSessionPath = '/internal/sessions/resolve';
/** The name the door signs its service tokens with. */
export const doorService = doorName;
