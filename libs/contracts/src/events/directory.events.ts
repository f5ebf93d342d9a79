import { Type } from 'typebox';
import { delegationKinds, dutyRoles } from '../duty';
import { crewKinds, equipmentKinds, placeKinds, tieKinds } from '../places';
import { roles } from '../roles';
import { skills } from '../repairs';
import { CalendarDay, event, Id, Instant, Nullable } from './define';

/** The place as it is after the change. Its label (3栋2单元501) is an address, which alone tells of nobody. */
const place = Type.Object({
  placeId: Id,
  kind: Type.Enum(placeKinds),
  parentId: Nullable(Id),
  buildingId: Nullable(Id),
  code: Type.String(),
  nameZh: Type.String(),
  nameEn: Nullable(Type.String()),
  label: Type.String(),
  labelEn: Type.String(),
  /** On sites only. */
  timeZone: Nullable(Type.String()),
  externalCode: Nullable(Type.String()),
  /** On public places that are devices only; nobody said so before there were any. */
  device: Type.Optional(
    Type.Object({
      number: Type.String(),
      equipment: Type.Enum(equipmentKinds),
      installedOn: CalendarDay,
      outOfServiceOn: Nullable(CalendarDay),
      warrantyUntil: Type.Optional(CalendarDay),
    }),
  ),
});

/** `from` is inside the span, `until` is not; null: open. Either may lie ahead. */
const span = { from: Instant, until: Nullable(Instant) };

const tie = Type.Object({ tieId: Id, personId: Id, homeId: Id, kind: Type.Enum(tieKinds), ...span });
/** Who claims, and what they wrote of themselves and the home, stays with directory. */
const homeClaim = {
  claimId: Id,
  personId: Id,
  homeId: Nullable(Id),
  kind: Type.Enum(['owner', 'tenant', 'family']),
};
/** Who may decide on it besides the office: the owners of the home since before the claim. Nobody where somebody claims to own it. */
const decidingOwners = { ownerIds: Type.Optional(Type.Array(Id)) };
const roleGrant = Type.Object({
  grantId: Id,
  personId: Id,
  role: Type.Enum(roles),
  siteId: Nullable(Id),
  ...span,
});
const crew = Type.Object({
  crewId: Id,
  kind: Type.Enum(crewKinds),
  code: Type.String(),
  nameZh: Type.String(),
  nameEn: Nullable(Type.String()),
  skills: Type.Array(Type.Enum(skills)),
});
const membership = Type.Object({ membershipId: Id, crewId: Id, personId: Id, lead: Type.Boolean(), ...span });
const account = Type.Object({ accountId: Id, personId: Id });
/** Of the site of the envelope. */
const duty = Type.Object({ dutyId: Id, personId: Id, role: Type.Enum(dutyRoles), from: Instant, until: Instant });
/** Why somebody is away is nobody's business but the office's: it stays with directory. */
const absence = Type.Object({ absenceId: Id, personId: Id, ...span });
const delegation = Type.Object({
  delegationId: Id,
  fromPersonId: Id,
  toPersonId: Id,
  kind: Type.Enum(delegationKinds),
  order: Type.Union([Type.Literal(1), Type.Literal(2)]),
  from: Instant,
  until: Instant,
});

/** Each event carries the whole state it leads to, so that the latest of an aggregate is enough for a copy. */
export const directoryEvents = {
  'directory.place-registered.v1': event({
    producer: 'directory',
    aggregate: 'place',
    summary: 'A site, building, entrance, home or public place, which may be a device, exists.',
    data: place,
  }),
  'directory.place-changed.v1': event({
    producer: 'directory',
    aggregate: 'place',
    summary: 'A place has another name, code or label, is a device now, or a device whose facts have changed: it was taken out of service.',
    data: place,
  }),
  'directory.person-registered.v1': event({
    producer: 'directory',
    aggregate: 'person',
    summary: 'A person is known; who it is stays here.',
    /** `hasPhone`: whether a telephone number is held of them. Not said before this was. */
    data: Type.Object({ personId: Id, hasPhone: Type.Optional(Type.Boolean()) }),
  }),
  'directory.person-changed.v1': event({
    producer: 'directory',
    aggregate: 'person',
    summary: 'What is held of a person was corrected.',
    data: Type.Object({
      personId: Id,
      fields: Type.Array(Type.Enum(['name', 'phone'])),
      /** With `phone`: it opens sign-in. False: the staff wrote it down, and it was not shown to be the person's yet. */
      phoneShown: Type.Optional(Type.Boolean()),
      /** With `phone`: there is one now. */
      hasPhone: Type.Optional(Type.Boolean()),
    }),
  }),
  'directory.tie-started.v1': event({
    producer: 'directory',
    aggregate: 'tie',
    summary: 'A person is tied to a home and a resident of its site.',
    data: tie,
  }),
  'directory.tie-ended.v1': event({
    producer: 'directory',
    aggregate: 'tie',
    summary: 'It is known when a tie to a home ends, as on moving out.',
    data: tie,
  }),
  'directory.tie-expired.v1': event({
    producer: 'directory',
    aggregate: 'tie',
    summary: 'The end of a tie to a home, known before, has come.',
    data: tie,
  }),
  'directory.home-care-changed.v1': event({
    producer: 'directory',
    aggregate: 'home-care',
    summary: 'What whoever goes to a home should know is another, or nothing any more (W6.4).',
    data: Type.Object({
      homeId: Id,
      noPhone: Type.Boolean(),
      wishes: Type.String({ maxLength: 300 }),
      /** Who is called instead: a person of directory. */
      contactId: Nullable(Id),
      /** The household asked for notices of outage and danger by SMS (W2.4). */
      urgentBySms: Type.Optional(Type.Boolean()),
    }),
    personal: ['wishes'],
  }),
  'directory.home-claimed.v1': event({
    producer: 'directory',
    aggregate: 'home-claim',
    summary: 'Somebody says that they belong to a home; the office or its owner is to decide.',
    data: Type.Object({ ...homeClaim, ...decidingOwners }),
  }),
  'directory.home-claim-confirmed.v1': event({
    producer: 'directory',
    aggregate: 'home-claim',
    summary: 'A claim was confirmed; the tie begins.',
    data: Type.Object({ ...homeClaim, homeId: Id, tieId: Id }),
  }),
  'directory.home-claim-refused.v1': event({
    producer: 'directory',
    aggregate: 'home-claim',
    summary: 'A claim was refused, with a reason.',
    data: Type.Object({ ...homeClaim, reason: Type.String({ maxLength: 500 }) }),
    personal: ['reason'],
  }),
  'directory.home-claim-withdrawn.v1': event({
    producer: 'directory',
    aggregate: 'home-claim',
    summary: 'Whoever claimed a home took it back.',
    data: Type.Object({ ...homeClaim, ...decidingOwners }),
  }),
  'directory.role-granted.v1': event({
    producer: 'directory',
    aggregate: 'role-grant',
    summary: 'A person holds a role on a site, or in the whole company.',
    data: roleGrant,
  }),
  'directory.role-ended.v1': event({
    producer: 'directory',
    aggregate: 'role-grant',
    summary: 'It is known when a person ceases to hold a role.',
    data: roleGrant,
  }),
  'directory.crew-registered.v1': event({
    producer: 'directory',
    aggregate: 'crew',
    summary: 'A crew of the site, or a contractor, can be sent for its skills.',
    data: crew,
  }),
  'directory.crew-changed.v1': event({
    producer: 'directory',
    aggregate: 'crew',
    summary: 'A crew has another name or other skills.',
    data: crew,
  }),
  'directory.crew-member-joined.v1': event({
    producer: 'directory',
    aggregate: 'crew-membership',
    summary: 'A person belongs to a crew.',
    data: membership,
  }),
  'directory.crew-member-left.v1': event({
    producer: 'directory',
    aggregate: 'crew-membership',
    summary: 'It is known when a person ceases to belong to a crew.',
    data: membership,
  }),
  'directory.account-opened.v1': event({
    producer: 'directory',
    aggregate: 'account',
    summary: 'A person can sign in.',
    data: account,
  }),
  'directory.account-secured.v1': event({
    producer: 'directory',
    aggregate: 'account',
    summary: 'Somebody in charge set a new password or ended every session, as after the loss of a phone.',
    data: Type.Object({ accountId: Id, personId: Id, act: Type.Enum(['password-reset', 'sessions-ended']) }),
  }),
  'directory.account-closed.v1': event({
    producer: 'directory',
    aggregate: 'account',
    summary: 'A person can no longer sign in; every session has ended.',
    data: account,
  }),
  'directory.duty-planned.v1': event({
    producer: 'directory',
    aggregate: 'duty',
    summary: 'A person is on duty in a role on the site; again whenever the plan of this duty changes.',
    data: duty,
  }),
  'directory.duty-cancelled.v1': event({
    producer: 'directory',
    aggregate: 'duty',
    summary: 'A planned duty is off, or ends early: nobody is on it from its end on.',
    data: duty,
  }),
  'directory.absence-recorded.v1': event({
    producer: 'directory',
    aggregate: 'absence',
    summary: 'A person is away and not to be asked.',
    data: absence,
  }),
  'directory.absence-cancelled.v1': event({
    producer: 'directory',
    aggregate: 'absence',
    summary: 'An absence is off, or it is known when it ends.',
    data: absence,
  }),
  'directory.delegation-given.v1': event({
    producer: 'directory',
    aggregate: 'delegation',
    summary: 'A deputy may approve, or be on duty, for a person.',
    data: delegation,
  }),
  'directory.delegation-ended.v1': event({
    producer: 'directory',
    aggregate: 'delegation',
    summary: 'A delegation was ended before its time, or called off.',
    data: delegation,
  }),
  'directory.superior-set.v1': event({
    producer: 'directory',
    aggregate: 'superior',
    summary: 'Who answers for a person, and from when until when; again when that ends.',
    data: Type.Object({ lineId: Id, personId: Id, superiorId: Id, ...span }),
  }),
};
