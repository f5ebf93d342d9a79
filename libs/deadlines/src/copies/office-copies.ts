import { Controller, type Type } from '@nestjs/common';
import type { ServiceName } from '@property-office/contracts';
import { copying, type EventOf, type ReactionContext } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import { keepAbsence, keepDeputy, keepDuty, keepRole, keepRule, keepSite } from './keep-copies';
import { ruleRowOf, type RuleEvent } from './rule-events';

type Context = ReactionContext<Transaction>;
type SiteEvent = EventOf<'directory.place-registered.v1' | 'directory.place-changed.v1'>;
type RoleEvent = EventOf<'directory.role-granted.v1' | 'directory.role-ended.v1'>;
type DutyEvent = EventOf<
  | 'directory.duty-planned.v1'
  | 'directory.duty-cancelled.v1'
  | 'directory.absence-recorded.v1'
  | 'directory.absence-cancelled.v1'
  | 'directory.delegation-given.v1'
  | 'directory.delegation-ended.v1'
>;

/**
 * The reactions of one service that keep its copies of the office's rules and of who serves when; to be listed among the
 * controllers of its module. Declared here once, with durables of the service's own: `<service>__office_rules_v1` and so on.
 */
export function officeCopies(service: ServiceName): Type {
  class OfficeCopies {
    onRule(event: RuleEvent, { tx }: Context): void {
      tx.gather(keepRule, ruleRowOf(event));
    }

    onSite({ data }: SiteEvent, { tx }: Context): void {
      if (data.kind === 'site' && data.timeZone) tx.send(keepSite, [data.placeId, data.timeZone]);
    }

    onRole({ data }: RoleEvent, { tx }: Context): void {
      if (data.role === 'resident') return;
      tx.send(keepRole, [data.grantId, data.personId, data.role, data.siteId, data.from, data.until]);
    }

    onDuty(event: DutyEvent, { tx }: Context): void {
      const { data } = event;
      // What is called off before it began, or without an end, holds at no time.
      const off = event.type.endsWith('-cancelled.v1') || event.type.endsWith('-ended.v1');
      const until = off ? (data.until ?? data.from) : data.until;
      if ('dutyId' in data) tx.send(keepDuty, [data.dutyId, data.personId, data.role, event.siteid, data.from, until]);
      else if ('absenceId' in data) tx.send(keepAbsence, [data.absenceId, data.personId, data.from, until]);
      else tx.send(keepDeputy, [data.delegationId, data.fromPersonId, data.toPersonId, data.order, data.from, until, data.kind]);
    }
  }

  const reacts = copying(OfficeCopies.prototype);
  reacts('onRule', {
    durable: `${service}__office_rules_v1`,
    events: ['directory.service-hours-set.v1', 'directory.holidays-set.v1', 'directory.target-set.v1', 'directory.escalation-plan-set.v1'],
    order: 'any',
  });
  reacts('onSite', {
    durable: `${service}__office_sites_v1`,
    events: ['directory.place-registered.v1', 'directory.place-changed.v1'],
    order: 'latest',
    batch: 256,
  });
  reacts('onRole', { durable: `${service}__office_roles_v1`, events: ['directory.role-granted.v1', 'directory.role-ended.v1'], order: 'latest' });
  reacts('onDuty', {
    // v1 left out the deputies for approvals: this one hears of them from the beginning.
    durable: `${service}__office_duty_v2`,
    events: [
      'directory.duty-planned.v1',
      'directory.duty-cancelled.v1',
      'directory.absence-recorded.v1',
      'directory.absence-cancelled.v1',
      'directory.delegation-given.v1',
      'directory.delegation-ended.v1',
    ],
    order: 'latest',
  });
  Controller()(OfficeCopies);
  return OfficeCopies;
}
