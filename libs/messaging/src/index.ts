export {
  NatsConnectionProvider,
  type BrokerSession,
  type BrokerState,
  type BrokerStatus,
} from './connection';
export type { NatsSettings } from './connection-options';
export { ackWaitMs } from './durable-definition';
export type { DurableStart, LedgerListener, LedgerWish, ReactionPast } from './durable-start';
export {
  BrokerAway,
  InvalidReaction,
  PublishError,
  PullEnded,
  TopologyConflict,
  type PublishFailure,
} from './errors';
export { reactionsOf, type Reacting } from './handlers';
export { invocation } from './invocation';
export type { DurableBacklog, LoopState, MessagingMetrics } from './metrics';
export {
  crewsStream,
  crewSubjectOf,
  parseDurable,
  producerOf,
  replaySubjectOf,
  streamOf,
  streamsOf,
  subjectOf,
  type DurableName,
} from './names';
export { ProducerStream } from './producer-stream';
export { EventPublisher, type PublishAck, type PublishOptions } from './publisher';
export {
  Reaction,
  jetStreamTransport,
  type EventOf,
  type ReactionOptions,
  type Selected,
} from './reaction.decorator';
export { reactionSpec, type ReactionDeclaration } from './reaction-spec';
export type {
  Delivery,
  InvokeReaction,
  Outcome,
  ProducerOf,
  ProducerWildcard,
  ReactionContext,
  ReactionLog,
  ReactionOrder,
  ReactionReplay,
  ReactionSettler,
  ReactionSpec,
  TransactionLike,
} from './reaction-types';
export { brokerRights, type BrokerRights } from './rights';
export { defaultLimits, type StreamLimits } from './stream-definitions';
export { JetStreamStrategy, type MessagingState, type StrategyOptions } from './strategy';
export { Topology, type Applied } from './topology';
export { copying } from './copying';
export { declaredReactions } from './declared-reactions';
