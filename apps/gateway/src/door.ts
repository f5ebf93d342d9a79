import type { IncomingMessage, ServerResponse } from 'node:http';
import { MethodNotAllowedException } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import {
  principalHeader,
  SessionCookie,
  type PrincipalTokenSigner,
  type ResolvedSession,
  type SessionResolver,
} from '@property-office/access';
import {
  isOwnCall,
  requestContextOf,
  requestErrors,
  stopOrder,
  type Door as MountedDoor,
} from '@property-office/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertDeclaredBody, countBody } from './admission/body-limit';
import { credentialsOf, type Credentials } from './admission/credentials';
import { cleanHeaders, dropCredentials, setHeader } from './admission/inbound-headers';
import { KnownTokens } from './admission/known-tokens';
import { OpenStreams } from './admission/open-streams';
import { assertPlainPath } from './admission/plain-path';
import { defaultLimits, RateLimits, type LimitSizes } from './admission/rate-limits';
import { refuse } from './admission/refuse';
import { RouteTable, type DoorRoute } from './admission/route-table';
import { assertSameOrigin } from './admission/same-origin';
import { securityHeaders, setHeaders } from './admission/security-headers';
import { Scrapers } from './admission/scrapers';
import { SessionCache } from './admission/session-cache';
import { serveApiDocument } from './documents/api-document';
import { Proxy } from './proxy/proxy';
import { proxiedRoutes } from './proxy/proxied-routes';
import type { Upstreams } from './proxy/upstreams';

export interface DoorOptions {
  /** The merged API document: what is not in it does not exist. */
  document: OpenAPIObject;
  sessions: SessionResolver;
  tokens: PrincipalTokenSigner;
  /** PUBLIC_URL: decides on the name of the cookie, on HSTS, and on what counts as our own origin. */
  publicUrl: string | undefined;
  /** Where the services are; left out where they are mounted behind the door in the same process. */
  upstreams?: Upstreams;
  /** Proxies of ours before the door. */
  trustedHops?: number;
  /** Networks that may read /metrics besides this machine. */
  metricsNetworks?: readonly string[];
  limits?: LimitSizes;
}

/**
 * The one way in. It lets a request pass to the owner of its operation, mounted or proxied, with what the owner may
 * believe: who asks, from where, under which id. It parses no body and knows no rule.
 */
export class Door {
  private readonly table: RouteTable;
  private readonly cookie: SessionCookie;
  private readonly sessions: SessionCache;
  private readonly streams: OpenStreams;
  private readonly known = new KnownTokens();
  private readonly limits: RateLimits;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly clean = new WeakSet<IncomingMessage>();
  private readonly scrapers: Scrapers;
  private readonly scraping = new WeakSet<IncomingMessage>();

  constructor(private readonly options: DoorOptions) {
    this.table = new RouteTable(options.document);
    this.cookie = new SessionCookie(options.publicUrl);
    this.sessions = new SessionCache(options.sessions);
    this.streams = new OpenStreams(this.sessions);
    this.limits = new RateLimits(options.limits ?? defaultLimits);
    this.headers = securityHeaders(options.publicUrl);
    this.scrapers = new Scrapers(options.metricsNetworks);
  }

  /** Stands before the routes of a process: given to service-kit's bootstrap as its `door`. */
  readonly mount: MountedDoor = async (http, { metrics, shutdown }) => {
    const refusals = metrics.counter('door_refusals_total');
    metrics.gauge('door_open_streams', {}, () => this.streams.count);
    shutdown.register('end streams', stopOrder.requests, () => this.streams.endAll(), 1_000);
    // Before any hook, so that the context of the request is made of clean headers.
    http.server.prependListener('request', (raw: IncomingMessage, response: ServerResponse) =>
      this.arrive(raw, response),
    );
    http.addHook('onRequest', (request, reply, done) => {
      this.admit(request, reply).then(
        () => done(),
        (error: unknown) => {
          refuse(error, request, reply);
          refusals.inc({ status: String(reply.raw.statusCode) });
        },
      );
    });
    serveApiDocument(http, this.options.document);
    const { upstreams } = this.options;
    if (!upstreams) return;
    const proxy = new Proxy(upstreams, metrics.counter('door_breakages_total'));
    await proxy.register(http);
    await http.register(proxiedRoutes(this.table, proxy));
  };

  private arrive(raw: IncomingMessage, response: ServerResponse): void {
    setHeaders(response, this.headers);
    if (this.scrapers.includes(raw)) this.scraping.add(raw);
    cleanHeaders(raw, this.options.trustedHops ?? 0);
    this.clean.add(raw);
  }

  private async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (isOwnCall(request)) return;
    const { raw } = request;
    if (!this.clean.has(raw)) {
      // It came over a listener that Fastify opened beside the main one (IPv6 of localhost).
      this.arrive(raw, reply.raw);
      request.context = requestContextOf(raw.headers);
    }
    const route = this.routeOf(request, reply);
    if (!route) return;
    assertPlainPath(request.params);
    assertDeclaredBody(raw, route.bodyLimit);
    countBody(raw, route.bodyLimit, (error) => refuse(error, request, reply));
    const session = await this.sessionOf(request, route);
    if (!session) return;
    this.limits.ofPrincipal(session.principal);
    setHeader(raw, principalHeader, await this.options.tokens.tokenFor(session.principal));
    if (route.streams) this.streams.add(reply.raw, session.token, session);
  }

  /** @returns undefined for what is no operation but the process's own: health, metrics, the document */
  private routeOf(request: FastifyRequest, reply: FastifyReply): DoorRoute | undefined {
    const { url, config } = request.routeOptions;
    if (url === undefined) return this.refuseUnknown(request, reply);
    if (url === '/metrics' && !this.scraping.has(request.raw)) throw requestErrors.notFound();
    if (config.ofProcess) return undefined;
    const route = this.table.find(request.method, url);
    if (!route) throw requestErrors.notFound();
    return route;
  }

  private refuseUnknown(request: FastifyRequest, reply: FastifyReply): undefined {
    const path = request.url.split('?', 1)[0]!;
    const allowed = this.table.methodsOf(path);
    if (allowed.length === 0) throw requestErrors.notFound();
    reply.header('allow', allowed.join(', '));
    throw new MethodNotAllowedException();
  }

  /** Who asks. @returns undefined where the route needs nobody and nobody is signed in */
  private async sessionOf(
    request: FastifyRequest,
    route: DoorRoute,
  ): Promise<(ResolvedSession & { token: string }) | undefined> {
    const { headers, method } = request;
    const address = headers['x-forwarded-for'] as string;
    const credentials = credentialsOf(headers, this.cookie);
    if (credentials?.by !== 'bearer') assertSameOrigin(method, headers, this.options.publicUrl);
    dropCredentials(headers);
    const session = credentials && (await this.resolve(credentials, address));
    if (session) return { ...session, token: credentials.token };
    this.limits.ofAddress(address);
    if (!route.public) throw requestErrors.notSignedIn();
    return undefined;
  }

  private async resolve({ token }: Credentials, address: string): Promise<ResolvedSession | null> {
    if (!this.known.has(token)) this.limits.ofGuessing(address);
    const session = await this.sessions.resolve(token).catch((cause: unknown) => {
      throw Object.assign(requestErrors.unavailable({}, { retryAfter: 2 }), { cause });
    });
    if (session) this.known.keep(token);
    else {
      this.known.drop(token);
      this.limits.guessed(address);
    }
    return session;
  }
}
