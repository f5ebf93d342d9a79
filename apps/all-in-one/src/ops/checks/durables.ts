import type { Check, Violation } from './check';

/** Asks the broker about each reaction's durable. */
export const durables: Check = {
  id: 'I9',
  title: 'no reaction has events before it or in its hands',
  async run({ broker, reactions, services }) {
    if (!broker) return ['NATS does not answer: nobody knows what its durables hold'];
    const found: Violation[] = [];
    for (const reaction of reactions.filter(({ producer }) => services.includes(producer))) {
      const info = await broker.durable(reaction);
      if (!info) found.push(`${reaction.durable} does not exist in NATS`);
      else if (info.pending + info.unacked > 0)
        found.push(
          `${reaction.durable} has ${info.pending} events before it and ${info.unacked} in its hands`,
        );
    }
    return found;
  },
};
