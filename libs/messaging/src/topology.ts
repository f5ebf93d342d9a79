import {
  DeliverPolicy,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  type ConsumerInfo,
  type JetStreamManager,
  type StreamInfo,
} from '@nats-io/jetstream';
import type { ServiceName } from '@property-office/contracts';
import type { NatsConnectionProvider } from './connection';
import { consumerChanges, streamChanges } from './differences';
import { durableBirth, durableDefinition } from './durable-definition';
import { readWish, type DurableStart, type LedgerListener, type ReactionPast } from './durable-start';
import { TopologyConflict } from './errors';
import { guardFilterChange } from './filter-change';
import { replaySubjectsOf, streamsOf } from './names';
import { oldestEvent } from './oldest-event';
import type { ReactionSpec } from './reaction-types';
import { streamDefinitions, type StreamDefinition, type StreamLimits } from './stream-definitions';

/** What was done to one stream or durable. */
export type Applied = 'created' | 'updated' | 'unchanged';

/** Codes of the JetStream API that no repetition cures: the server will not change it so, or subjects overlap. */
const refusals = new Set([10012, 10016, 10052, 10065]);
const alreadyThere = new Set([10058, 10148]);

/** Brings streams and durables to what is declared, by info → difference → update. Nothing is ever deleted to fit. */
export class Topology {
  private readonly streams: readonly StreamDefinition[];

  constructor(
    private readonly connection: NatsConnectionProvider,
    limits?: StreamLimits,
    /** Called after each stream of `apply`. */
    private readonly afterStream: (stream: string) => void | Promise<void> = () => undefined,
    /** Whose streams `apply` brings about; those of others are left to them. Default: everybody's. */
    private readonly producers?: readonly ServiceName[],
  ) {
    this.streams = streamDefinitions(limits);
  }

  /** Applies every stream of its producers. @throws TopologyConflict, after the others were applied; BrokerAway. */
  async apply(): Promise<ReadonlyMap<string, Applied>> {
    const done = new Map<string, Applied>();
    const conflicts: string[] = [];
    for (const name of this.applied()) {
      try {
        done.set(name, await this.applyStream(name));
      } catch (error) {
        if (!(error instanceof TopologyConflict)) throw error;
        conflicts.push(error.message);
      }
      await this.afterStream(name);
    }
    if (conflicts.length > 0) throw new TopologyConflict(conflicts.join('\n'));
    return done;
  }

  /** @throws TopologyConflict, BrokerAway */
  async applyStream(name: string): Promise<Applied> {
    const wanted = this.definitionOf(name);
    const manager = await this.manager();
    const live = await orMissing(manager.streams.info(name));
    if (!live) {
      const added = await orAlreadyThere(naming(`stream ${name}`, manager.streams.add(wanted)));
      return added ? 'created' : this.applyStream(name);
    }
    const { changes, fixed } = streamChanges(live.config, wanted);
    if (fixed.length > 0)
      throw new TopologyConflict(
        `stream ${name} cannot be changed (${fixed.join('; ')}): it has to be deleted and rebuilt`,
      );
    if (Object.keys(changes).length === 0) return 'unchanged';
    await naming(`stream ${name}`, manager.streams.update(name, changes));
    return 'updated';
  }

  /** Creates the stream when it is missing and leaves an existing one alone: for a loop that comes back. */
  async ensureStream(name: string): Promise<void> {
    const manager = await this.manager();
    if (!(await orMissing(manager.streams.info(name))))
      await orAlreadyThere(naming(`stream ${name}`, manager.streams.add(this.definitionOf(name))));
  }

  /** @throws TopologyConflict, BrokerAway, and JetStream's StreamNotFoundError when the stream is missing. */
  async applyDurable(reaction: ReactionSpec, start: DurableStart = {}): Promise<Applied> {
    const { stream, durable } = reaction;
    const wanted = durableDefinition(reaction);
    const manager = await this.manager();
    const live = await orMissing(manager.consumers.info(stream, durable));
    if (!live) {
      const born = { ...wanted, ...durableBirth(reaction, start) };
      const added = await orAlreadyThere(naming(`durable ${durable}`, manager.consumers.add(stream, born)));
      return added ? 'created' : this.applyDurable(reaction, start);
    }
    const begun = reaction.replay === 'skip' && live.config.deliver_policy === DeliverPolicy.StartSequence;
    const { changes, fixed } = consumerChanges(live.config, {
      ...wanted,
      ...(begun && { deliver_policy: DeliverPolicy.StartSequence }),
    });
    if (fixed.length > 0)
      throw new TopologyConflict(
        `durable ${durable} cannot be changed (${fixed.join('; ')}): declare its next version, _v<n+1>`,
      );
    if (Object.keys(changes).length === 0) return 'unchanged';
    await guardFilterChange(manager, live, wanted.filter_subjects, () =>
      naming(`durable ${durable}`, manager.consumers.update(stream, durable, changes)),
    );
    return 'updated';
  }

  /** Created, last sequence, message count and settings of a stream; undefined when it is missing. */
  async streamInfo(name: string): Promise<StreamInfo | undefined> {
    return orMissing((await this.manager()).streams.info(name));
  }

  /** What is left to do for a durable; undefined when it or its stream is missing. */
  async durableInfo(reaction: Pick<ReactionSpec, 'stream' | 'durable'>): Promise<ConsumerInfo | undefined> {
    return orMissing((await this.manager()).consumers.info(reaction.stream, reaction.durable));
  }

  /** What was there before a reaction was. */
  pastOf(reaction: ReactionSpec): ReactionPast {
    const { stream, durable, producer } = reaction;
    const own = replaySubjectsOf(durable, producer);
    return {
      durableExists: async () => (await this.durableInfo(reaction)) !== undefined,
      stream: async () => {
        // Before the events are looked at: what comes later is heard.
        const lastSeq = (await this.streamInfo(stream))?.state.last_seq ?? 0;
        const subjects = reaction.filterSubjects.filter((subject) => subject !== own);
        return {
          lastSeq,
          oldestEvent: lastSeq === 0 ? undefined : await oldestEvent(await this.manager(), stream, subjects),
        };
      },
    };
  }

  /** The durables of a stream that wish for its producer's ledger. None where there is no stream. */
  async ledgerListeners(stream: string): Promise<LedgerListener[]> {
    const manager = await this.manager();
    if (!(await orMissing(manager.streams.info(stream)))) return [];
    const found: LedgerListener[] = [];
    for await (const { name, config } of manager.consumers.list(stream)) {
      const listener = readWish(name, config.metadata);
      if (listener) found.push(listener);
    }
    return found;
  }

  /** First step of a rebuild: removes the stream with all its durables. Their loops come back by themselves. */
  async deleteStream(name: string): Promise<void> {
    await orMissing((await this.manager()).streams.delete(name));
  }

  private applied(): readonly string[] {
    return this.producers?.flatMap(streamsOf) ?? this.streams.map(({ name }) => name);
  }

  private definitionOf(name: string): StreamDefinition {
    const wanted = this.streams.find((each) => each.name === name);
    if (!wanted) throw new Error(`no producer writes to a stream ${name}`);
    return wanted;
  }

  private async manager(): Promise<JetStreamManager> {
    return jetstreamManager(this.connection.now().connection, { checkAPI: false, timeout: 5_000 });
  }
}

async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (
      error instanceof JetStreamApiError &&
      (error.code === JetStreamApiCodes.StreamNotFound || error.code === JetStreamApiCodes.ConsumerNotFound)
    )
      return undefined;
    throw error;
  }
}

/** Another process was faster: undefined, and what it made is looked at as found. */
async function orAlreadyThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof JetStreamApiError && alreadyThere.has(error.code)) return undefined;
    throw error;
  }
}

async function naming<T>(what: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof JetStreamApiError && refusals.has(error.code))
      throw new TopologyConflict(`${what} is refused by the server: ${error.message}`, { cause: error });
    throw error;
  }
}
