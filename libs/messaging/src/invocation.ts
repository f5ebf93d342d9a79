import { performance } from 'node:perf_hooks';
import { Logger } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { from, isObservable, lastValueFrom, mergeMap, of } from 'rxjs';
import type { MessagingMetrics } from './metrics';
import type { InvokeReaction, ReactionContext, ReactionSpec } from './reaction-types';
import { handlerDeadlineMs, withinDeadline } from './within-deadline';

/** Runs a handler as Nest made it, guards and interceptors included, and waits until it is done or overdue. */
export function invocation(
  reaction: ReactionSpec,
  handler: MessageHandler,
  metrics: MessagingMetrics,
  deadlineMs = handlerDeadlineMs,
): InvokeReaction {
  const log = new Logger(reaction.durable);
  return async (event, tx, delivery, together = [event]) => {
    const traceparent = event.traceparent ?? delivery?.headers['traceparent'];
    const context: ReactionContext = {
      tx,
      now: tx.now,
      reaction,
      together,
      log,
      ...(traceparent && { traceparent }),
    };
    const begun = performance.now();
    let ok = false;
    try {
      await withinDeadline(finished(handler(event, context)), deadlineMs);
      ok = true;
    } finally {
      metrics.handled?.(reaction, (performance.now() - begun) / 1_000, ok);
    }
  };
}

/** Nest answers with a promise of a value or of an observable. */
function finished(answer: ReturnType<MessageHandler>): Promise<unknown> {
  const values = from(answer).pipe(mergeMap((value) => (isObservable(value) ? value : of(value))));
  return lastValueFrom(values, { defaultValue: undefined });
}
