import { serviceTokenHeader, type ServiceTokenSigner } from '@property-office/access';
import { flows, type ProcessName, type ServiceName } from '@property-office/contracts';
import { currentRequest, requestErrors, requestIdHeader } from '@property-office/service-kit';
import { askedAsBefore } from './asked-principal';
import type { InternalAnswer, InternalRequest, InternalTransport } from './internal-transport';

const deadlineMs = 1_000;

/**
 * One service's way to ask another over its internal routes, the same in both deployments. Never within a transaction
 * or a reaction (events.md); what a service needs more often than now and then it keeps as its own copy.
 */
export class InternalClient {
  constructor(
    private readonly tokens: () => ServiceTokenSigner,
    private readonly transport: () => InternalTransport,
  ) {}

  /**
   * The JSON that the route answers, within a second. It may be asked twice for one call, so it must be idempotent.
   * @throws unavailable (503) when there is no answer in time; Error when the route refuses, or the call is not in flows.ts,
   * which are faults of ours
   */
  async post<T>(service: ServiceName, path: InternalRequest['path'], body: object): Promise<T> {
    this.assertDeclared(service);
    const headers = await this.headers();
    const signal = AbortSignal.timeout(deadlineMs);
    const ask = (asked: object): Promise<InternalAnswer> => this.send(service, { path, headers, body: JSON.stringify(asked), signal });
    const answer = await ask(body);
    const before = answer.status === 400 ? askedAsBefore(body, answer.body) : undefined;
    const { status, body: text } = before ? await ask(before) : answer;
    if (status !== 200) throw new Error(`${service} answered ${status} to ${path}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }

  /** What is not declared no network rule lets through, either: better seen in the first test than in production. */
  private assertDeclared(service: ServiceName): void {
    const caller = this.tokens().service as ProcessName;
    if (!flows[caller].calls.includes(service)) throw new Error(`${caller} calls ${service}, which flows.ts of contracts does not say`);
  }

  private async send(service: ServiceName, request: InternalRequest): Promise<InternalAnswer> {
    let answer: InternalAnswer;
    try {
      answer = await this.transport().send(service, request);
    } catch (cause) {
      throw unavailable(`${service} does not answer ${request.path}: ${(cause as Error).message}`, cause);
    }
    if (answer.status >= 500) throw unavailable(`${service} answered ${answer.status} to ${request.path}`);
    return answer;
  }

  private async headers(): Promise<Record<string, string>> {
    const context = currentRequest();
    return {
      'content-type': 'application/json',
      [serviceTokenHeader]: await this.tokens().token(),
      ...(context && { [requestIdHeader]: context.requestId, traceparent: context.traceparent }),
    };
  }
}

/** @param message for the log; the person who asked reads what the problem says */
const unavailable = (message: string, cause?: unknown): Error =>
  Object.assign(requestErrors.unavailable({}, { retryAfter: 2 }), { message, cause });
