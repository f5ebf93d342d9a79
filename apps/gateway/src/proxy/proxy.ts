import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import replyFrom from '@fastify/reply-from';
import { requestErrors } from '@property-office/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Counter } from 'prom-client';
import { Agent, type Dispatcher } from 'undici';
import type { DoorRoute } from '../admission/route-table';
import { refuse } from '../admission/refuse';
import { breakageOf, type Breakage } from './broken-connection';
import { outgoingBody, type OutgoingBody } from './outgoing-body';
import { relayAnswer, type UpstreamAnswer } from './relay-answer';
import type { Upstreams } from './upstreams';

const connectTimeoutMs = 1_000;
/** A service that has not begun to answer by then is given up; its own limits are far below. */
const answerTimeoutMs = 30_000;
const onlyReplicaPauseMs = 100;
const connectionsPerReplica = 256;

/** One request on its way to a service. */
interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  route: DoorRoute;
  body: OutgoingBody;
  /** Aborted when the client goes away or its body is refused. */
  signal: AbortSignal;
  /** Safe, or keyed and held: sending it twice takes effect once. */
  repeatable: boolean;
  /** The replica that failed before. */
  failed?: string;
  /** That one may have done it all the same. */
  perhapsDone?: boolean;
}

/** Passes requests to the services that own them and their answers back, both as streams. */
export class Proxy {
  private readonly agent = new Agent({
    connect: { timeout: connectTimeoutMs },
    connections: connectionsPerReplica,
  });
  private readonly signals = new AsyncLocalStorage<AbortSignal>();

  constructor(
    private readonly upstreams: Upstreams,
    private readonly breakages: Counter,
  ) {}

  async register(http: FastifyInstance): Promise<void> {
    const request = ((
      options: Dispatcher.RequestOptions,
      callback: (error: Error | null, data: Dispatcher.ResponseData) => void,
    ) =>
      this.agent.request({ ...options, signal: this.signals.getStore() }, callback)) as Dispatcher['request'];
    await http.register(replyFrom, {
      // No limit on the time between two parts of an answer: event streams are silent for long.
      undici: { request, headersTimeout: answerTimeoutMs, bodyTimeout: 0 },
      disableCache: true,
      disableRequestLogging: true,
    });
    http.addHook('onClose', () => this.agent.destroy());
  }

  /** Answers the request with what the owner of the route answers. Never rejects. */
  async forward(request: FastifyRequest, reply: FastifyReply, route: DoorRoute): Promise<void> {
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    // The door stops a body that grows beyond its limit, and has answered by then.
    request.raw.once('error', () => gone.abort());
    const body = await outgoingBody(request);
    if (!body) return;
    const safe = request.method === 'GET' || request.method === 'HEAD';
    const repeatable = safe || (body.repeatable && request.headers['idempotency-key'] !== undefined);
    this.send({ request, reply, route, body, signal: gone.signal, repeatable });
  }

  private send(exchange: Exchange): void {
    const { request, reply, route, body, signal, failed } = exchange;
    const address = this.upstreams.pick(route.owner, failed);
    if (address === undefined)
      return refuse(requestErrors.unavailable({}, { retryAfter: 2 }), request, reply);
    request.body = body.open();
    const headers = { 'x-request-id': request.context.requestId, traceparent: request.context.traceparent };
    try {
      this.signals.run(signal, () =>
        reply.from(undefined, {
          getUpstream: () => address,
          // Left to itself it asks again up to ten times when a GET is answered with 503.
          retryDelay: () => null,
          rewriteRequestHeaders: (_, own) => ({ ...withoutEmptyBody(request, own), ...headers }),
          rewriteHeaders: () => ({}),
          onResponse: (_request, _reply, answer) =>
            this.answered(exchange, address, answer as unknown as UpstreamAnswer),
          onError: (_reply, { error }) => void this.broke(exchange, address, breakageOf(error)),
        }),
      );
    } catch {
      // What the URL of the service cannot be made of: `..` and the like, which no template means.
      refuse(requestErrors.notFound(), request, reply);
    }
  }

  private answered(exchange: Exchange, address: string, answer: UpstreamAnswer): void {
    if (exchange.reply.sent) {
      answer.stream.destroy();
      return;
    }
    const stopping = answer.headers.connection === 'close';
    if (stopping) this.upstreams.failed(address);
    else this.upstreams.answered(address);
    if (stopping && answer.statusCode === 503 && exchange.repeatable && exchange.failed === undefined) {
      answer.stream.destroy();
      // Its 503 may also mean that it does not know.
      void this.broke(exchange, address, { kind: 'broken', code: 'STOPPING' });
      return;
    }
    relayAnswer(exchange.reply, answer);
  }

  private async broke(exchange: Exchange, address: string, breakage: Breakage): Promise<void> {
    const { request, reply, route, signal, repeatable } = exchange;
    if (signal.aborted || reply.sent) return;
    const safe = request.method === 'GET' || request.method === 'HEAD';
    const perhapsDone = !safe && (exchange.perhapsDone || breakage.kind !== 'refused');
    this.breakages.inc({ owner: route.owner, kind: breakage.kind });
    this.upstreams.failed(address);
    if (repeatable && exchange.failed === undefined && breakage.kind !== 'silent') {
      if (this.upstreams.pick(route.owner, address) === address) await sleep(onlyReplicaPauseMs);
      if (!signal.aborted) this.send({ ...exchange, failed: address, perhapsDone });
      return;
    }
    const error = perhapsDone ? requestErrors.unknownOutcome : requestErrors.unavailable;
    refuse(error({}, { retryAfter: 2 }), request, reply);
  }
}

/** A read has no body, so it must not announce one. */
function withoutEmptyBody<H extends Record<string, unknown>>(request: FastifyRequest, headers: H): H {
  if (request.body !== undefined) return headers;
  const { 'content-length': _, ...rest } = headers;
  return rest as unknown as H;
}
