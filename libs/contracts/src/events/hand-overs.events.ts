import { Type } from 'typebox';
import { handOverParts, handOverScopes, livingFileSubjects } from '../archives';
import { linkWays, secondPersonBodies } from '../second-persons';
import { event, Id, Instant, Nullable } from './define';
import { hands } from './hands';

const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const part = Type.Enum(handOverParts);
const count = Type.Integer({ minimum: 0 });

const ofHandOver = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'hand-over',
    summary,
    data: Type.Object({
      number: Type.String(),
      /** Why an act was entered more than 15 minutes after it happened (G2). */
      lateReason: Type.Optional(Type.String({ maxLength: 200 })),
      ...data,
    }),
    personal: ['lateReason'],
  });

/** What each record was handed over by is an event of its own; neither titles nor names are in any of these. */
export const handOversEvents = {
  'archives.hand-over-applied.v1': ofHandOver('Somebody applies for the hand-over of records at the end of a contract: the list does not change from now on.', {
    scope: Type.Enum(handOverScopes),
    category: Nullable(Type.String()),
    /** Of the archive years from and until then alone; either may be open. Not said before lists could be of a part, as what follows. */
    fromYear: Type.Optional(Nullable(Type.Integer())),
    toYear: Type.Optional(Nullable(Type.Integer())),
    /** Of the living files of homes, or of devices, alone; of those buildings alone. */
    subject: Type.Optional(Nullable(Type.Enum(livingFileSubjects))),
    buildingIds: Type.Optional(Nullable(Type.Array(Id))),
    /** The list says that it holds confidential records. */
    confidential: Type.Boolean(),
    records: count,
    livingFiles: count,
    /** Over the numbers and proofs of all on the list. */
    listHash: sha256,
  }),
  'archives.hand-over-approved.v1': ofHandOver('Approved by somebody else than who applied.', { appliedBy: Id }),
  'archives.hand-over-refused.v1': ofHandOver('Not approved; why stands on it.', { appliedBy: Id }),
  'archives.hand-over-withdrawn.v1': ofHandOver('Given up; why stands on it. What was signed for stays written down.', {
    appliedBy: Id,
    ...hands,
    /** Who had been told to sign: nobody before it was sealed. */
    named: Type.Optional(Type.Array(Id)),
  }),
  'archives.hand-over-party-named.v1': ofHandOver('Somebody of the staff is to receive it, or to witness it.', {
    part,
    personId: Id,
    /** There is something to sign. */
    sealed: Type.Boolean(),
  }),
  'archives.hand-over-sealed.v1': ofHandOver('Its package is sealed: the manifest, with the hash of every file, is signed and does not change.', {
    appliedBy: Id,
    manifestHash: sha256,
    /** Who is named to sign. */
    named: Type.Array(Id),
  }),
  'archives.hand-over-link-issued.v1': ofHandOver('A named person from elsewhere may sign for one part by a single-use link.', {
    linkId: Id,
    part,
    manifestHash: sha256,
    body: Type.Enum(secondPersonBodies),
    sentBy: Type.Enum(linkWays),
    expiresAt: Instant,
  }),
  'archives.hand-over-link-revoked.v1': ofHandOver('A link for a signature was revoked.', { linkId: Id }),
  'archives.hand-over-signed.v1': ofHandOver('Giver, receiver or witness has signed for the manifest.', {
    appliedBy: Id,
    part,
    /** Null: by a link. */
    personId: Nullable(Id),
    linkId: Nullable(Id),
    /** All three have: it is handed over. */
    whole: Type.Boolean(),
  }),
};
