'use strict';
const { jetstreamManager } = require('@nats-io/jetstream');
const { connect } = require('@nats-io/transport-node');

const lookEveryMs = 20;
/** Nothing is as slow as this: it stands still. */
const patienceMs = 300_000;

/**
 * Says when every event has reached every reaction that takes it, and those that it caused theirs: nothing waits to be
 * published, no reaction has events before it or in its hands, none is parked.
 */
exports.watchReactions = async function watchReactions(natsUrl, database) {
  const { host, username, password } = new URL(natsUrl);
  const connection = await connect({ servers: host, user: username, pass: password });
  const manager = await jetstreamManager(connection);
  const { rows } = await database.query(`SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'outbox_pending'`);
  const waits = rows.flatMap(({ schema }) => ['outbox_pending', 'parked'].map((table) => `EXISTS (SELECT FROM ${schema}.${table})`)).join(' OR ');

  const inDatabase = async () => (await database.query(`SELECT ${waits} AS waits`)).rows[0].waits;
  async function beforeReactions() {
    for await (const { config } of manager.streams.list())
      for await (const { num_pending: pending, num_ack_pending: taken } of manager.consumers.list(config.name)) if (pending + taken > 0) return true;
    return false;
  }
  return {
    /** @returns milliseconds it took from now */
    async untilThrough() {
      const began = performance.now();
      // The database on both sides of the broker: a reaction writes events of its own before it acknowledges what it took.
      while ((await inDatabase()) || (await beforeReactions()) || (await inDatabase())) {
        if (performance.now() - began > patienceMs) throw new Error('the reactions do not come to an end');
        await new Promise((done) => setTimeout(done, lookEveryMs));
      }
      return performance.now() - began;
    },
    close: () => connection.close(),
  };
};
