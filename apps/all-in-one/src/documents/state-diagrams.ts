import type { ServiceDefinition } from '@property-office/backbone';
import type { Localized, StateMachine, StateRow } from '@property-office/kernel';
import { doNotEdit, type GeneratedDocument } from './generated-document';

/** The states of every aggregate, drawn from the tables that decide. */
export function stateDiagrams(services: readonly ServiceDefinition[]): GeneratedDocument {
  const sections = services.flatMap(({ name, stateMachines = [] }) =>
    stateMachines.flatMap((machine) => section(name, machine)),
  );
  const text = [
    '# States',
    '',
    doNotEdit,
    'A move is what somebody does: where no arrow allows it, it is refused with 409. A fact, in italics in the tables, has happened elsewhere: where no arrow takes it, it came too late, is recorded, and changes nothing.',
    '',
    ...sections,
  ].join('\n');
  return { path: 'docs/generated/states.md', text };
}

function section(service: string, machine: StateMachine): string[] {
  return [
    `## ${machine.aggregate} (${service})`,
    '',
    '```mermaid',
    ...diagram(machine),
    '```',
    '',
    ...table(machine),
    '',
  ];
}

function diagram({ initial, states, moves, moveNames, facts }: StateMachine): string[] {
  const arrows = new Map<string, string[]>();
  const draw = (row: StateRow, label: string): void => {
    for (const from of row.from) {
      const arrow = `${idOf(from)} --> ${idOf(row.to)}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), label]);
    }
  };
  moves.forEach((row) => draw(row, inBoth(moveNames[row.trigger], row.trigger)));
  facts.forEach((row) => draw(row, row.trigger));
  const leads = new Set([...moves, ...facts].flatMap(({ from }) => from));
  const met = new Set([initial, ...[...moves, ...facts].flatMap(({ from, to }) => [...from, to])]);
  const drawn = Object.keys(states).filter((state) => met.has(state));
  return [
    'stateDiagram-v2',
    ...drawn.map((state) => `  state "${inBoth(states[state], state)}" as ${idOf(state)}`),
    `  [*] --> ${idOf(initial)}`,
    ...[...arrows].map(([arrow, labels]) => `  ${arrow} : ${labels.join(', ')}`),
    ...drawn.filter((state) => !leads.has(state)).map((state) => `  ${idOf(state)} --> [*]`),
  ];
}

function table({ moves, moveNames, facts }: StateMachine): string[] {
  return [
    '| trigger | 中文 | from | to |',
    '|---|---|---|---|',
    ...moves.map(
      (row) =>
        `| ${row.trigger} | ${moveNames[row.trigger]?.zh ?? ''} | ${row.from.join(', ')} | ${row.to} |`,
    ),
    ...facts.map((row) => `| *${row.trigger}* | | ${row.from.join(', ')} | ${row.to} |`),
  ];
}

/** Mermaid knows no hyphen in the id of a state. */
const idOf = (state: string): string => state.replaceAll('-', '_');

const inBoth = (name: Localized | undefined, key: string): string => (name ? `${name.zh} ${name.en}` : key);
