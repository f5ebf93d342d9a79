import type { ServiceName } from '@property-office/contracts';
import { Agent } from 'undici';
import type { InternalAnswer, InternalRequest, InternalTransport } from './internal-transport';

const connectMs = 500;
const connections = 8;
const unavailable = 503;

/** Asks services that run elsewhere (SERVICE_URLS), replica by replica; one that does not answer, or says that it cannot now, is passed over once. */
export class HttpTransport implements InternalTransport {
  private readonly agent = new Agent({ connect: { timeout: connectMs }, connections });
  private turn = 0;

  constructor(private readonly addresses: Readonly<Record<string, readonly string[]>>) {}

  async send(service: ServiceName, request: InternalRequest): Promise<InternalAnswer> {
    const all = this.addresses[service] ?? [];
    if (all.length === 0) throw new Error(`no address of ${service} is configured (SERVICE_URLS)`);
    const first = this.turn++ % all.length;
    const next = all[(first + 1) % all.length]!;
    try {
      const answer = await this.ask(all[first]!, request);
      if (answer.status !== unavailable || all.length === 1) return answer;
    } catch (error) {
      if (all.length === 1 || request.signal.aborted) throw error;
    }
    return this.ask(next, request);
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async ask(
    origin: string,
    { path, headers, body, signal }: InternalRequest,
  ): Promise<InternalAnswer> {
    const answer = await this.agent.request({ origin, path, method: 'POST', headers, body, signal });
    return { status: answer.statusCode, body: await answer.body.text() };
  }
}
