import type { JetStreamManager, NextMsgRequest, SeqMsgRequest } from '@nats-io/jetstream';

/** When the oldest event under some subjects was recorded, as it says itself: a rebuilt stream is younger than its events. */
export async function oldestEvent(
  manager: JetStreamManager,
  stream: string,
  subjects: readonly string[],
): Promise<Date | undefined> {
  const first = await Promise.all(
    subjects.map(async (subject) => {
      const query: SeqMsgRequest & NextMsgRequest = { seq: 1, next_by_subj: subject };
      return manager.streams.getMessage(stream, query);
    }),
  );
  const times = first.flatMap((message) => (message ? [recordedAt(message.data) ?? message.time] : []));
  return times.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

function recordedAt(bytes: Uint8Array): Date | undefined {
  try {
    const { time } = JSON.parse(new TextDecoder().decode(bytes)) as { time?: unknown };
    const at = new Date(String(time));
    return Number.isNaN(at.getTime()) ? undefined : at;
  } catch {
    return undefined;
  }
}
