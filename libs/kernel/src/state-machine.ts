import type { Localized } from './errors';

/** From any of these states, what happens leads to `to`. */
export interface StateRow {
  readonly from: readonly string[];
  readonly trigger: string;
  readonly to: string;
}

/** The states of an aggregate as data, for whoever documents or checks them. A service's own tables fit as they are. */
export interface StateMachine {
  /** Type of the aggregate, as its events name it: `repair-request`. */
  readonly aggregate: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, Localized>>;
  /** What somebody may do. Where no row allows it, it is refused with 409. */
  readonly moves: readonly StateRow[];
  readonly moveNames: Readonly<Record<string, Localized>>;
  /** What has happened elsewhere and is never refused. Where no row takes it, it came too late and changes nothing. */
  readonly facts: readonly StateRow[];
}
