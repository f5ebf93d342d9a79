import {
  defaultTimeZone,
  proposedHours,
  serviceFunctions,
  siteCalendars,
  targetFor,
  type Duration,
  type EscalationPlan,
  type ServiceFunction,
  type ServiceHours,
  type SiteCalendars,
  type Target,
  type TargetRow,
} from '@property-office/calendar';
import { isOfKind, type CountedFrom, type OfficeRule, type RuleContents, type RuleKind } from './office-rule';
import { subjectOf } from './rule-subject';

/** What is promised: a clock with its target, or words alone. */
export interface Promised {
  readonly promise: string;
  readonly countsFrom: CountedFrom;
  /** Undefined where it is said in words. */
  readonly target: Target | undefined;
  readonly words: RuleContents['target']['words'];
}

/** The rules of one site that hold for what starts at one instant. */
export interface SiteRules {
  readonly at: Date;
  readonly calendars: SiteCalendars;
  promised(name: string, promise: string): Promised | undefined;
  plan(name: string, promise: string): EscalationPlan | undefined;
}

/** All rows of the office. Pure: the same rows, site and instant give the same rules for ever, because rows are only added. */
export class RuleBook {
  private readonly rules: { readonly [K in RuleKind]: readonly OfficeRule<K>[] };
  private readonly calendars = new Map<string, SiteCalendars>();

  constructor(
    rules: readonly OfficeRule[],
    private readonly zones: ReadonlyMap<string, string>,
  ) {
    const inOrder = [...rules].sort((one, other) => one.recordedAt.getTime() - other.recordedAt.getTime());
    const of = <K extends RuleKind>(kind: K) => inOrder.filter(isOfKind(kind));
    this.rules = { hours: of('hours'), holidays: of('holidays'), target: of('target'), plan: of('plan') };
  }

  /** @param at when the thing started: a change applies to what starts afterwards (Q1) */
  of(siteId: string, at: Date): SiteRules {
    return {
      at,
      calendars: this.calendarsOf(siteId, at),
      promised: (name, promise) => this.promised(siteId, at, name, promise),
      plan: (name, promise) => this.plan(siteId, at, name, promise),
    };
  }

  /** The row in effect for each subject. */
  private inEffect<K extends RuleKind>(kind: K, at: Date): OfficeRule<K>[] {
    const latest = new Map<string, OfficeRule<K>>();
    for (const rule of this.rules[kind]) {
      const subject = subjectOf(rule);
      const kept = latest.get(subject);
      if (rule.effectiveFrom <= at && !(kept && kept.effectiveFrom > rule.effectiveFrom)) latest.set(subject, rule);
    }
    return [...latest.values()];
  }

  private calendarsOf(siteId: string, at: Date): SiteCalendars {
    const hours = this.inEffect('hours', at);
    const holidays = this.inEffect('holidays', at);
    const zone = this.zones.get(siteId) ?? defaultTimeZone;
    const own = hours.filter((rule) => rule.siteId === siteId || rule.siteId === null);
    const key = [zone, ...own.map(({ id }) => id), ...holidays.map(({ id }) => id)].join(' ');
    let known = this.calendars.get(key);
    if (!known) {
      const byFunction = Object.fromEntries(
        serviceFunctions.map((each) => [each, hoursOf(own, each) ?? proposedHours[each]]),
      ) as Record<ServiceFunction, ServiceHours>;
      known = siteCalendars(zone, byFunction, holidays.flatMap(({ content }) => content.days));
      this.calendars.set(key, known);
    }
    return known;
  }

  private promised(siteId: string, at: Date, name: string, promise: string): Promised | undefined {
    const own = this.rules.target.filter(({ content }) => content.class === name && content.promise === promise);
    const rows = own.map((rule) => ({ rule, ...targetRow(rule) }));
    const row = targetFor(rows, { siteId, class: name, promise, at }) as (TargetRow & { rule: OfficeRule<'target'> }) | undefined;
    if (!row) return undefined;
    const { countsFrom, limits, words } = row.rule.content;
    return { promise, countsFrom, words, target: limits.length > 0 ? row.target : undefined };
  }

  /** That of the promise before that of the whole class, and the site's own before that of all sites. */
  private plan(siteId: string, at: Date, name: string, promise: string): EscalationPlan | undefined {
    const rows = this.inEffect('plan', at).filter(({ content }) => content.class === name);
    for (const wanted of [promise, null]) {
      for (const site of [siteId, null]) {
        const found = rows.find((rule) => rule.siteId === site && rule.content.promise === wanted);
        if (found) return found.content.plan;
      }
    }
    return undefined;
  }
}

function hoursOf(rules: readonly OfficeRule<'hours'>[], of: ServiceFunction): ServiceHours | undefined {
  const rows = rules.filter(({ content }) => content.function === of);
  return (rows.find(({ siteId }) => siteId !== null) ?? rows[0])?.content.hours;
}

function targetRow({ id, siteId, content, source, effectiveFrom }: OfficeRule<'target'>): TargetRow {
  const limits = content.limits as [Duration, ...Duration[]];
  return {
    target: { ruleId: id, function: content.function, limits },
    siteId,
    class: content.class,
    promise: content.promise,
    source,
    effectiveFrom,
  };
}
