import { services } from '../../services';
import { saidStates } from './said-states';

/** Their changes are no events: the row is all there is. */
const without = ['delivery', 'escalation'];

it('whatever has a state table is walked through by its ledger', () => {
  const walked = saidStates.map(({ aggregate }) => aggregate);
  const machines = services.flatMap(({ stateMachines = [] }) => stateMachines.map(({ aggregate }) => aggregate));
  expect([...walked, ...without].sort()).toEqual(machines.sort());
});

it('every state that an event says is one of its table', () => {
  const machines = new Map(services.flatMap(({ stateMachines = [] }) => stateMachines.map((machine) => [machine.aggregate, machine] as const)));
  for (const { aggregate, events, begins = [] } of saidStates) {
    const said = Object.values(events).flatMap((each) => (typeof each === 'object' ? ('state' in each ? [each.state, each.otherwise] : []) : [each]));
    const states = Object.keys(machines.get(aggregate)!.states);
    expect([...said, ...begins].filter((state) => state !== undefined && state !== '*' && !states.includes(state))).toEqual([]);
  }
});
