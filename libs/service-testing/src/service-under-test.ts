import type { Principal } from '@property-office/contracts';
import { principalHeaders, type Caller } from './credentials';
import { HostedService, type Answer } from './hosted-service';

export type Told = Pick<Answer, 'status' | 'body'>;

/** A service that is asked in English, by people and by another service. */
export class ServiceUnderTest extends HostedService {
  /** @param target `POST /api/contacts/…/accept` */
  async ask(target: string, principal: Principal, body?: object, more?: Record<string, string>): Promise<Told> {
    return toldBy(await this.answer(target, principal, body, more));
  }

  /** Somebody without a session. */
  async askAsNobody(target: string, body?: object, more?: Record<string, string>): Promise<Told> {
    return toldBy(await this.answer(target, undefined, body, more));
  }

  /** An internal route, as the asker asks it, or another service. */
  async askInside(path: string, body: object, caller?: Caller): Promise<Told> {
    return toldBy(await this.sendInside(path, body, caller));
  }

  /** As `ask`, or without a session, for who reads headers or a page. */
  async answer(target: string, principal: Principal | undefined, body: object | string = {}, more: Record<string, string> = {}): Promise<Answer> {
    const headers = { ...(principal && (await principalHeaders(principal))), 'accept-language': 'en', ...more };
    return this.send(target, headers, target.startsWith('GET ') ? undefined : body);
  }
}

function toldBy({ status, body }: Answer): Told {
  return { status, body };
}
