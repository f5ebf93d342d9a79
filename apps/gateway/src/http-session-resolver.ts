import {
  resolveSessionPath,
  serviceTokenHeader,
  type ResolvedSession,
  type ServiceTokenSigner,
  type SessionResolver,
} from '@property-office/access';
import { Agent } from 'undici';
import type { Upstreams } from './proxy/upstreams';

const deadlineMs = 1_000;
const connections = 16;

/** Asks directory over its internal route, at most a second long; where one replica fails before that, another, once. */
export class HttpSessionResolver implements SessionResolver {
  private readonly agent = new Agent({ connect: { timeout: deadlineMs }, connections });

  constructor(
    private readonly upstreams: Upstreams,
    private readonly tokens: ServiceTokenSigner,
  ) {}

  async resolve(token: string): Promise<ResolvedSession | null> {
    const address = this.upstreams.pick('directory');
    if (address === undefined) throw new Error('no address of directory is configured');
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      return await this.tell(address, token, signal);
    } catch (error) {
      const other = this.upstreams.pick('directory', address)!;
      if (other === address || signal.aborted) throw error;
      return this.tell(other, token, signal);
    }
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async tell(address: string, token: string, signal: AbortSignal): Promise<ResolvedSession | null> {
    try {
      const session = await this.ask(address, token, signal);
      this.upstreams.answered(address);
      return session;
    } catch (error) {
      this.upstreams.failed(address);
      throw error;
    }
  }

  private async ask(address: string, token: string, signal: AbortSignal): Promise<ResolvedSession | null> {
    const { statusCode, body } = await this.agent.request({
      origin: address,
      path: resolveSessionPath,
      method: 'POST',
      headers: { 'content-type': 'application/json', [serviceTokenHeader]: await this.tokens.token() },
      body: JSON.stringify({ token }),
      signal,
    });
    const answer = (await body.json()) as { session?: ResolvedSession | null };
    if (statusCode !== 200) throw new Error(`directory answered ${statusCode} when asked for a session`);
    if (answer.session === undefined) throw new Error('directory gave no answer when asked for a session');
    return answer.session;
  }
}
