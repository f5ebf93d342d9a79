import { createInbox, nanos, type Msg } from '@nats-io/transport-node';
import type { BrokerSession } from './connection';
import { BrokerAway, PullEnded } from './errors';
import { PulledMessage } from './pulled-message';

const expiresMs = 5_000;
const heartbeatMs = 1_000;
/** Two heartbeats missed. */
const silenceMs = 2_500;
/** A pull that has messages ends when no more come for so long, even if the server does not say that it is over. */
const lullMs = 50;

/** Status codes of a pull that is over without fault: no (more) messages, expired. */
const nothingMore = new Set([404, 408]);

/**
 * Takes what a durable has, at most `batch` messages; waits up to 5 s for the first one. Empty when there was none.
 *
 * One request of `no_wait` with `expires`: the server answers with what it has as soon as it has anything, and ends the
 * request. The library's `fetch` instead stays open until `batch` is full or time is over, and its `consume` goes on
 * pulling while handlers are busy; both hold messages longer than their turn and drop those in flight when stopped.
 *
 * @throws PullEnded when the durable or its stream is gone or silent; BrokerAway when the connection is lost. Not with
 * messages in hand: those are returned and the next pull throws.
 */
export function pull(
  session: BrokerSession,
  stream: string,
  durable: string,
  batch: number,
  stop: AbortSignal,
): Promise<PulledMessage[]> {
  const { connection, lost, inboxPrefix } = session;
  return new Promise((resolve, reject) => {
    if (stop.aborted) return resolve([]);
    if (lost.aborted) return reject(new BrokerAway('NATS was lost'));
    const messages: PulledMessage[] = [];
    let over = false;
    let leaving = false;
    let silence: NodeJS.Timeout;

    const end = (error?: Error) => {
      if (over) return;
      over = true;
      clearTimeout(silence);
      stop.removeEventListener('abort', leave);
      lost.removeEventListener('abort', onLost);
      subscription.unsubscribe();
      if (error && messages.length === 0) reject(error);
      else resolve(messages);
    };
    // Gives up the request but keeps what the server sends until it has heard of that, which would else wait for ack_wait.
    const leave = () => {
      if (leaving) return;
      leaving = true;
      subscription.drain().then(() => end(), end);
    };
    const onLost = () => end(new BrokerAway('NATS was lost'));
    const listen = (ms: number, then: () => void) => {
      clearTimeout(silence);
      silence = setTimeout(then, ms);
    };
    const onSilence = () => end(new PullEnded(`no heartbeat for ${silenceMs} ms`));

    const onMessage = (error: Error | null, message: Msg) => {
      if (over) return;
      if (error) return end(error);
      const status = message.headers?.code ?? 0;
      if (status === 0) {
        messages.push(new PulledMessage(message));
        if (messages.length >= batch) end();
        else listen(lullMs, leave);
      } else if (status === 100)
        listen(messages.length > 0 ? lullMs : silenceMs, messages.length > 0 ? leave : onSilence);
      else if (nothingMore.has(status)) end();
      else
        end(
          new PullEnded(
            status === 503
              ? 'the durable does not exist'
              : (message.headers?.description ?? `status ${status}`),
          ),
        );
    };

    const inbox = createInbox(inboxPrefix);
    const subscription = connection.subscribe(inbox, { callback: onMessage });
    stop.addEventListener('abort', leave, { once: true });
    lost.addEventListener('abort', onLost, { once: true });
    listen(silenceMs, onSilence);
    const request = { batch, no_wait: true, expires: nanos(expiresMs), idle_heartbeat: nanos(heartbeatMs) };
    try {
      connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${stream}.${durable}`, JSON.stringify(request), {
        reply: inbox,
      });
    } catch (error) {
      end(new BrokerAway('NATS was lost', { cause: error }));
    }
  });
}
