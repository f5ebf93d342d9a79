import { parseArgs } from 'node:util';
import { streamLimitsOf } from '@property-office/backbone';
import { NatsConnectionProvider, Topology, TopologyConflict } from '@property-office/messaging';
import { OperatorError } from '../system';
import { say, type PreparingCommand } from './command';

const patienceMs = 60_000;
const quiet = { debug() {}, log() {}, warn() {}, error() {} };

export const prepareStreamsCommand: PreparingCommand = {
  name: 'prepare-streams',
  usage: [
    '',
    'brings the streams on NATS_URL to what this version declares, as a user who may: services change their own streams only. Nothing is',
    'deleted to fit. Exits with 1 where a stream cannot be changed so, and says what to do.',
  ],
  async prepare(configuration, args) {
    parseArgs({ args, options: {} });
    const { url } = configuration.nats;
    if (!url) throw new OperatorError('NATS_URL is not set: streams of the embedded server are made by npm start');
    const nats = new NatsConnectionProvider({ url, name: 'property-office ops' }, quiet);
    try {
      nats.start();
      await nats.connected(AbortSignal.timeout(patienceMs)).catch(() => {
        throw new OperatorError(`NATS does not answer within ${patienceMs / 1_000} s`);
      });
      for (const [stream, done] of await new Topology(nats, streamLimitsOf(configuration)).apply()) say(`${stream} ${done}`);
      return 0;
    } catch (error) {
      if (!(error instanceof TopologyConflict)) throw error;
      say(error.message);
      return 1;
    } finally {
      await nats.close();
    }
  },
};
