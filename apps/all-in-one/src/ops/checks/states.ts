import type { StateMachine } from '@property-office/kernel';
import { services } from '../../services';
import { violations, type Check, type CheckContext, type Violation } from './check';
import { stays, type Said, type SaidStates } from './said';
import { saidStates } from './said-states';

const machines = services.flatMap(({ stateMachines = [] }) => stateMachines);

/** No state skips the machine: neither behind the ledger's back, nor by an event where no row of the table leads. */
export function walkThrough(all: readonly SaidStates[]): Check[] {
  const check = (title: string, query: (said: SaidStates) => string): Check => ({
    id: 'I4',
    title,
    async run({ database }: CheckContext) {
      const found: Violation[] = [];
      for (const said of all) found.push(...(await violations(database, query(said))));
      return found;
    },
  });
  return [check('everything is in the state that its ledger leads to', standsElsewhere), check('every event leads where the state table leads', ledElsewhere)];
}

export const states: readonly Check[] = walkThrough(saidStates);

function standsElsewhere(said: SaidStates): string {
  const { producer, aggregate } = said;
  return `SELECT '${producer}: ${aggregate} ' || kept.id || ' is ' || kept.state || ', its ledger leads to ' || last.state
    FROM ${producer}.${aggregate.replaceAll('-', '_')} kept
    JOIN (SELECT DISTINCT ON (aggregate_id) aggregate_id, state FROM (${stepsOf(said)}) steps ORDER BY aggregate_id, aggregate_version DESC) last
      ON last.aggregate_id = kept.id
    WHERE kept.state <> last.state`;
}

function ledElsewhere(said: SaidStates): string {
  const { producer, aggregate, events, begins = [] } = said;
  const machine = machines.find((each) => each.aggregate === aggregate)!;
  const undoing = Object.keys(events).filter((type) => undoes(events[type]));
  const back = undoing.map((type) => `(type = '${type}' AND (state = earlier${ledOnMeanwhile(said, machine, type)}))`);
  return `SELECT '${producer}: ${aggregate} ' || aggregate_id || ' went from ' || coalesce(before, 'nothing') || ' to ' || state || ' by ' || type
    FROM (SELECT *, lag(state) OVER versions AS before, lag(state, 2) OVER versions AS earlier, lag(aggregate_version) OVER versions AS since FROM (${stepsThatMove(said, undoing)}) steps
          WINDOW versions AS (PARTITION BY aggregate_id ORDER BY aggregate_version)) walked
    WHERE (before IS NULL AND state IN (${listed([machine.initial, ...begins])})) IS NOT TRUE
      AND (before || ' ' || state IN (${listed(stepsAllowed(machine, said))})) IS NOT TRUE
      ${back.length > 0 ? `AND (${back.join(' OR ')}) IS NOT TRUE` : ''}`;
}

/** Or a fact that came too late, while it stood elsewhere, has led on to where it stands now. */
function ledOnMeanwhile({ producer, events }: SaidStates, machine: StateMachine, type: string): string {
  const said = events[type];
  if (typeof said !== 'object' || !('late' in said)) return '';
  return ` OR EXISTS (SELECT FROM ${producer}.ledger late WHERE late.aggregate_id = walked.aggregate_id AND late.type = '${said.late}'
    AND late.aggregate_version BETWEEN walked.since AND walked.aggregate_version
    AND earlier || ' ' || (late.data ->> 'fact') || ' ' || state IN (${listed(ledOnByFacts(machine))}))`;
}

/** `before fact after`: the last of one or more facts leads there. */
function ledOnByFacts(machine: StateMachine): string[] {
  return Object.keys(machine.states).flatMap((before) => {
    const reached = new Set([before]);
    // A set that grows while it is walked through is walked through to its end.
    for (const state of reached) for (const { from, to } of machine.facts) if (from.includes(state)) reached.add(to);
    return machine.facts.filter(({ from }) => from.some((state) => reached.has(state))).map(({ trigger, to }) => `${before} ${trigger} ${to}`);
  });
}

/** The events of an aggregate that say a state, and which. */
function stepsOf({ producer, aggregate, events, staying }: SaidStates): string {
  const said = Object.entries(events).filter(([, each]) => each !== undefined);
  const steps = `SELECT * FROM (
      SELECT aggregate_id, aggregate_version, type, CASE type ${said.map(([type, each]) => `WHEN '${type}' THEN ${stateIn(each)}`).join(' ')} END AS state
      FROM ${producer}.ledger WHERE aggregate_type = '${aggregate}') said WHERE state IS NOT NULL`;
  return staying ? stayed(steps, staying) : steps;
}

/** Steps of which some say only that it stays: it does where the last one left it that said more. */
function stayed(steps: string, { turns, never }: NonNullable<SaidStates['staying']>): string {
  const turned = Object.entries(turns).map(([from, to]) => `WHEN '${from}' THEN '${to}'`);
  return `SELECT aggregate_id, aggregate_version, type,
      CASE WHEN state <> '${stays}' THEN state ELSE CASE stood ${turned.join(' ')} ELSE stood END END AS state
    FROM (SELECT *, stood_in[cardinality(stood_in)] AS stood
          FROM (SELECT *, array_agg(state) FILTER (WHERE state NOT IN ('${stays}', '${never}')) OVER (PARTITION BY aggregate_id ORDER BY aggregate_version) AS stood_in
                FROM (${steps}) plain) remembered) carried`;
}

/** Without what undid an act that had moved nothing: a later undoing leads back past it. */
function stepsThatMove(said: SaidStates, undoing: readonly string[]): string {
  if (undoing.length === 0) return stepsOf(said);
  return `SELECT aggregate_id, aggregate_version, type, state FROM (
      SELECT *, lag(state) OVER (PARTITION BY aggregate_id ORDER BY aggregate_version) AS last FROM (${stepsOf(said)}) all_steps) moving
    WHERE (type IN (${listed(undoing)}) AND state = last) IS NOT TRUE`;
}

function stateIn(said: Said): string {
  if (said === undefined) return 'NULL';
  if (typeof said === 'string') return `'${said}'`;
  if ('field' in said) return `data ->> '${said.field}'`;
  return `CASE WHEN ${said.where} THEN '${said.state}' ${said.otherwise === undefined ? '' : `ELSE '${said.otherwise}'`} END`;
}

function undoes(said: Said): boolean {
  return typeof said === 'object' && 'undoes' in said;
}

/** The table's rows as `from to`; through a state that is only passed, from before it to behind it. */
function stepsAllowed({ moves, facts }: StateMachine, { passed = [] }: SaidStates): string[] {
  const rows = [...moves, ...facts];
  const beyond = (state: string): string[] => (passed.includes(state) ? rows.filter(({ from }) => from.includes(state)).map(({ to }) => to) : []);
  return rows.flatMap(({ from, to }) => from.flatMap((before) => [to, ...beyond(to)].map((after) => `${before} ${after}`)));
}

const listed = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
