import { Client } from 'pg';

/**
 * A connection that may end at any moment. pg-pool listens to the ones that lie idle, and whoever holds one listens to it;
 * but between the two, when one is handed from a query straight to somebody who waits, nobody does, and Node would end
 * the process. The loss is not hidden by this: such a connection refuses the next statement.
 */
export class EnduringClient extends Client {
  constructor(...config: ConstructorParameters<typeof Client>) {
    super(...config);
    this.on('error', () => undefined);
  }
}
