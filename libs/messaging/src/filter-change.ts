import type { ConsumerInfo, JetStreamManager, NextMsgRequest, SeqMsgRequest } from '@nats-io/jetstream';
import { TopologyConflict } from './errors';

/**
 * Lets a durable's filter change only where it misses nothing: subjects may go; one may come if the stream holds no
 * message of it that the durable has already passed. Looked at before the update, and again after it for a message that
 * slipped in between, in which case the old filter is put back.
 * @throws TopologyConflict
 */
export async function guardFilterChange(
  manager: JetStreamManager,
  live: ConsumerInfo,
  wanted: readonly string[],
  update: () => Promise<ConsumerInfo>,
): Promise<void> {
  const { stream_name: stream, name } = live;
  const before =
    live.config.filter_subjects ?? (live.config.filter_subject ? [live.config.filter_subject] : []);
  const added = wanted.filter((subject) => !before.includes(subject));
  const refuse = async (passed: number) => {
    for (const subject of added)
      if ((await firstSequence(manager, stream, subject)) <= passed)
        throw new TopologyConflict(
          `durable ${name} has passed messages of ${subject}, which its filter did not have: declare its next version, _v<n+1>`,
        );
  };
  await refuse(live.delivered.stream_seq);
  const updated = await update();
  try {
    await refuse(updated.delivered.stream_seq);
  } catch (error) {
    await manager.consumers.update(stream, name, { filter_subjects: before });
    throw error;
  }
}

async function firstSequence(manager: JetStreamManager, stream: string, subject: string): Promise<number> {
  const query: SeqMsgRequest & NextMsgRequest = { next_by_subj: subject, seq: 1 };
  return (await manager.streams.getMessage(stream, query))?.seq ?? Number.POSITIVE_INFINITY;
}
