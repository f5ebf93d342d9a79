import type { ServerResponse } from 'node:http';
import type { ResolvedSession, SessionResolver } from '@property-office/access';

/** With the second that a look-up is shared for, a stream ends within two of its session, on a busy machine too. */
const checkMs = 500;

interface OpenedIn {
  token: string;
  /** What its person might do when it was opened. */
  rights: string;
}

/**
 * Answers that stay open. They end with the session they were opened in, when what its person may do has changed (a role or
 * a delegation that ended), and when the process stops: the client comes back with Last-Event-ID and misses nothing.
 */
export class OpenStreams {
  private readonly opened = new Map<ServerResponse, OpenedIn>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sessions: SessionResolver) {}

  add(response: ServerResponse, token: string, session: ResolvedSession): void {
    this.opened.set(response, { token, rights: rightsOf(session) });
    response.once('close', () => this.remove(response));
    // Gone before we came to listen: it will not say so again.
    if (response.destroyed) return this.remove(response);
    this.timer ??= setInterval(() => void this.check(), checkMs).unref();
  }

  get count(): number {
    return this.opened.size;
  }

  /** Cuts them all; clients come back with Last-Event-ID. */
  endAll(): void {
    for (const response of this.opened.keys()) response.destroy();
  }

  private remove(response: ServerResponse): void {
    this.opened.delete(response);
    if (this.opened.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async check(): Promise<void> {
    const open = [...this.opened];
    await Promise.all(
      open.map(async ([response, { token, rights }]) => {
        // Not knowing is no reason to cut: whether the session is open is asked again at once.
        const session = await this.sessions.resolve(token).catch(() => undefined);
        if (session === null || (session && rightsOf(session) !== rights)) response.destroy();
      }),
    );
  }
}

/** Alike whatever order the roles, crews and homes are told in. */
const rightsOf = ({ principal }: ResolvedSession): string =>
  JSON.stringify(principal, (_, value: unknown) => (Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value));
