import type { ServiceHours } from '@property-office/calendar';
import { companyWideSiteId, type Actor, type EventData } from '@property-office/contracts';
import { isOfKind, type OfficeRule } from '@property-office/deadlines';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { Absence } from './persistence/absence.entity';
import type { Account } from './persistence/account.entity';
import type { CrewMembership } from './persistence/crew-membership.entity';
import type { Crew } from './persistence/crew.entity';
import type { Delegation } from './persistence/delegation.entity';
import type { Duty } from './persistence/duty.entity';
import type { HomeCare } from './persistence/home-care.entity';
import type { HomeClaim } from './persistence/home-claim.entity';
import type { OfficeRuleRow } from './persistence/office-rule.entity';
import type { Person } from './persistence/person.entity';
import type { Place } from './persistence/place.entity';
import type { RoleHeld } from './persistence/role-held.entity';
import type { Superior } from './persistence/superior.entity';
import type { Tie } from './persistence/tie.entity';

/** What happened in the directory, in the words of the domain. The thing is as it stands afterwards, its version counted. */
export type DirectoryFact =
  | { kind: 'place-registered' | 'place-changed'; place: Place }
  | { kind: 'person-registered'; person: Person }
  | { kind: 'person-changed'; person: Person; fields: Array<'name' | 'phone'> }
  | { kind: 'tie-started' | 'tie-ended' | 'tie-expired'; tie: Tie }
  | { kind: 'home-claimed' | 'home-claim-withdrawn'; claim: HomeClaim; ownerIds: string[] }
  | { kind: 'home-claim-confirmed' | 'home-claim-refused'; claim: HomeClaim }
  | { kind: 'home-care-changed'; care: HomeCare }
  | { kind: 'role-granted' | 'role-ended'; held: RoleHeld }
  | { kind: 'crew-registered' | 'crew-changed'; crew: Crew }
  | { kind: 'crew-member-joined' | 'crew-member-left'; membership: CrewMembership }
  | { kind: 'duty-planned' | 'duty-cancelled'; duty: Duty }
  | { kind: 'absence-recorded' | 'absence-cancelled'; absence: Absence; siteId: string | null }
  | { kind: 'delegation-given' | 'delegation-ended'; delegation: Delegation; siteId: string | null }
  | { kind: 'superior-set'; line: Superior; siteId: string | null }
  | { kind: 'rule-set'; rule: OfficeRuleRow }
  | { kind: 'account-opened' | 'account-closed'; account: Account; siteId: string | null }
  | {
      kind: 'account-secured';
      account: Account;
      siteId: string | null;
      act: 'password-reset' | 'sessions-ended';
    };

/** Writes what happened to the ledger. */
export function record(
  ledger: Ledger,
  tx: Transaction,
  actor: Actor,
  fact: DirectoryFact,
  /** Of a timer: its event's id, and when it was due. */
  fired?: { id: string; happenedAt: Date },
): void {
  ledger.append(tx, { happenedAt: tx.now, actor, ...contractOf(fact), ...fired });
}

/** Domain event → wire contract, once. Ids and facts only: names and telephones of people stay here. */
function contractOf(fact: DirectoryFact) {
  switch (fact.kind) {
    case 'place-registered':
    case 'place-changed':
      return {
        ...of(fact.place, fact.place.siteId),
        type: `directory.${fact.kind}.v1` as const,
        data: placeData(fact.place),
      };
    case 'person-registered':
      return {
        ...of(fact.person, fact.person.siteId),
        type: 'directory.person-registered.v1' as const,
        data: { personId: fact.person.id, hasPhone: fact.person.phoneCipher !== null },
      };
    case 'person-changed': {
      const { person, fields } = fact;
      return {
        ...of(person, person.siteId),
        type: 'directory.person-changed.v1' as const,
        data: { personId: person.id, fields, ...(fields.includes('phone') && { phoneShown: person.phoneSetBy === null, hasPhone: person.phoneCipher !== null }) },
      };
    }
    case 'tie-started':
    case 'tie-ended':
    case 'tie-expired': {
      const { id: tieId, personId, homeId, kind } = fact.tie;
      return {
        ...of(fact.tie, fact.tie.siteId),
        type: `directory.${fact.kind}.v1` as const,
        data: { tieId, personId, homeId, kind, ...span(fact.tie) },
      };
    }
    case 'home-claimed':
    case 'home-claim-withdrawn':
      return {
        ...of(fact.claim, fact.claim.siteId),
        type: `directory.${fact.kind}.v1` as const,
        data: { ...claimData(fact.claim), ownerIds: fact.ownerIds },
      };
    case 'home-claim-confirmed':
      return {
        ...of(fact.claim, fact.claim.siteId),
        type: 'directory.home-claim-confirmed.v1' as const,
        data: { ...claimData(fact.claim), homeId: fact.claim.homeId!, tieId: fact.claim.tieId! },
      };
    case 'home-claim-refused':
      return {
        ...of(fact.claim, fact.claim.siteId),
        type: 'directory.home-claim-refused.v1' as const,
        data: { ...claimData(fact.claim), reason: fact.claim.reason! },
      };
    case 'home-care-changed': {
      const { homeId, noPhone, wishes, contactId, urgentBySms } = fact.care;
      return {
        ...of(fact.care, fact.care.siteId),
        type: 'directory.home-care-changed.v1' as const,
        data: { homeId, noPhone, wishes, contactId, urgentBySms },
      };
    }
    case 'role-granted':
    case 'role-ended': {
      const { id: grantId, personId, role, siteId } = fact.held;
      return {
        ...of(fact.held, siteId),
        type: `directory.${fact.kind}.v1` as const,
        data: { grantId, personId, role, siteId, ...span(fact.held) },
      };
    }
    case 'crew-registered':
    case 'crew-changed': {
      const { id: crewId, kind, code, nameZh, nameEn, skills } = fact.crew;
      return {
        ...of(fact.crew, fact.crew.siteId),
        type: `directory.${fact.kind}.v1` as const,
        data: { crewId, kind, code, nameZh, nameEn, skills },
      };
    }
    case 'crew-member-joined':
    case 'crew-member-left': {
      const { id: membershipId, crewId, personId, lead, siteId } = fact.membership;
      const data = { membershipId, crewId, personId, lead, ...span(fact.membership) };
      return { ...of(fact.membership, siteId), type: `directory.${fact.kind}.v1` as const, data };
    }
    case 'duty-planned':
    case 'duty-cancelled': {
      const { id: dutyId, personId, role, siteId } = fact.duty;
      const data = { dutyId, personId, role, ...closedSpan(fact.duty) };
      return { ...of(fact.duty, siteId), type: `directory.${fact.kind}.v1` as const, data };
    }
    case 'absence-recorded':
    case 'absence-cancelled': {
      const { id: absenceId, personId } = fact.absence;
      const data = { absenceId, personId, ...span(fact.absence) };
      return { ...of(fact.absence, fact.siteId), type: `directory.${fact.kind}.v1` as const, data };
    }
    case 'delegation-given':
    case 'delegation-ended': {
      const { id: delegationId, personId: fromPersonId, deputyId: toPersonId, kind, order } = fact.delegation;
      const data = { delegationId, fromPersonId, toPersonId, kind, order, ...closedSpan(fact.delegation) };
      return { ...of(fact.delegation, fact.siteId), type: `directory.${fact.kind}.v1` as const, data };
    }
    case 'superior-set': {
      const { id: lineId, personId, superiorId } = fact.line;
      const data = { lineId, personId, superiorId, ...span(fact.line) };
      return { ...of(fact.line, fact.siteId), type: 'directory.superior-set.v1' as const, data };
    }
    case 'rule-set':
      return { ...ruleContract(fact.rule), aggregateId: fact.rule.subjectId, aggregateVersion: fact.rule.version, siteId: fact.rule.siteId ?? companyWideSiteId };
    case 'account-opened':
    case 'account-closed':
      return {
        ...of(fact.account, fact.siteId),
        type: `directory.${fact.kind}.v1` as const,
        data: accountData(fact.account),
      };
    case 'account-secured': {
      const data = { ...accountData(fact.account), act: fact.act };
      return { ...of(fact.account, fact.siteId), type: 'directory.account-secured.v1' as const, data };
    }
  }
}

function ruleContract(rule: OfficeRule) {
  const { id: rowId, siteId, source } = rule;
  const row = { rowId, source, effectiveFrom: rule.effectiveFrom.toISOString() };
  if (isOfKind('hours')(rule)) {
    const { hours } = rule.content;
    return { type: 'directory.service-hours-set.v1' as const, data: { ...row, siteId, function: rule.content.function, hours: mutable(hours) } };
  }
  if (isOfKind('holidays')(rule)) {
    const { year, days } = rule.content;
    return { type: 'directory.holidays-set.v1' as const, data: { ...row, year, days: [...days] } };
  }
  if (isOfKind('target')(rule)) {
    const { limits, ...content } = rule.content;
    return { type: 'directory.target-set.v1' as const, data: { ...row, siteId, ...content, limits: [...limits] } };
  }
  const { class: name, promise, plan } = (rule as OfficeRule<'plan'>).content;
  return {
    type: 'directory.escalation-plan-set.v1' as const,
    data: { ...row, siteId, class: name, promise, ...plan, levels: [...plan.levels] },
  };
}

function mutable({ workday, saturday, sunday, holiday }: ServiceHours) {
  return { workday: [...workday], saturday: [...saturday], sunday: [...sunday], holiday: [...holiday] };
}

function of({ id, version }: { id: string; version: number }, siteId: string | null) {
  return { aggregateId: id, aggregateVersion: version, siteId: siteId ?? companyWideSiteId };
}

function span({ from, until }: { from: Date; until: Date | null }) {
  return { from: from.toISOString(), until: until?.toISOString() ?? null };
}

function closedSpan({ from, until }: { from: Date; until: Date }) {
  return { from: from.toISOString(), until: until.toISOString() };
}

function accountData({ id, personId }: Account) {
  return { accountId: id, personId };
}

function claimData({ id: claimId, personId, homeId, kind }: HomeClaim) {
  return { claimId, personId, homeId, kind };
}

function placeData(place: Place): EventData<'directory.place-registered.v1'> {
  const { kind, parentId, buildingId, code, nameZh, nameEn, label, labelEn, timeZone, externalCode, device } = place;
  return {
    placeId: place.id,
    kind,
    parentId,
    buildingId,
    code,
    nameZh,
    nameEn,
    label,
    labelEn,
    timeZone,
    externalCode,
    ...(device && { device }),
  };
}
