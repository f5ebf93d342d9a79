import type { OutgoingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, languageOf, Operation } from '@property-office/service-kit';
import type { FastifyReply } from 'fastify';
import { trackingErrors } from '../../domain/errors';
import { LiveFeed } from '../../persistence/live-feed';
import { FeedReader } from './feed-reader';
import { OpenFeeds } from './open-feeds';

/**
 * `GET /api/stream`: what happens to the requests the principal may see, as it happens (Server-Sent Events). Without
 * Last-Event-ID it begins now; with it nothing in between is missing, for seven days; later it says `reset`.
 */
@Controller('api/stream')
export class StreamController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly open: OpenFeeds,
  ) {}

  @Get()
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string' }, description: '上次收到的 id / The id received last' })
  @Operation('tracking.stream', { summary: { zh: '实时动态', en: 'Live stream' }, ok: 200, okBody: String })
  async stream(
    @Acting() principal: Principal,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (lastEventId !== undefined && !/^\d{1,15}$/.test(lastEventId)) throw trackingErrors.lastEventIdInvalid();
    if (!this.open.hasRoomFor(principal.personId)) throw trackingErrors.tooManyStreams({}, { retryAfter: 30 });
    const from = lastEventId === undefined ? await this.feed.last() : Number(lastEventId);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // Not all at once when a process stops.
    raw.write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
    const reader = new FeedReader(raw, this.feed, principal, languageOf(acceptLanguage), from);
    this.open.add(reader);
    raw.once('close', () => this.open.remove(reader));
    // Gone while we looked where it begins: it will not say so again.
    if (raw.destroyed) {
      this.open.remove(reader);
      return reader.end();
    }
    reader.wake(await this.feed.last());
  }
}
