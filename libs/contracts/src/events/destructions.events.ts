import { Type } from 'typebox';
import { appraisalVerdicts, retentions } from '../archives';
import { linkWays, secondPersonBodies } from '../second-persons';
import { event, Id, Instant, Nullable } from './define';
import { hands } from './hands';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const ids = Type.Array(Id);
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

const of =
  (aggregate: 'appraisal' | 'destruction') =>
  <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
    event({
      producer: 'archives',
      aggregate,
      summary,
      data: Type.Object({ number: Type.String(), ...late, ...data }),
      personal: ['lateReason'],
    });
const ofAppraisal = of('appraisal');
const ofDestruction = of('destruction');

const appraisalEvents = {
  'archives.appraisal-started.v1': ofAppraisal('Records whose retention is over are to be appraised by people named for it.', { recordIds: ids, appraiserIds: ids }),
  'archives.opinion-given.v1': ofAppraisal('One of them says what is to become of some of the records; why stands on it.', {
    recordIds: ids,
    verdict: Type.Enum(appraisalVerdicts),
    /** Null: destroy. */
    retention: Nullable(Type.Enum(retentions)),
  }),
  'archives.appraisal-concluded.v1': ofAppraisal('At least two people have judged each record: those kept have a new term, the others may be applied for.', {
    startedBy: Id,
    kept: Type.Array(Type.Object({ recordId: Id, keptUntilYear: Nullable(Type.Integer()) })),
    listed: ids,
  }),
  'archives.appraisal-withdrawn.v1': ofAppraisal('It was given up; why stands on it. Its records are due as before.', { startedBy: Type.Optional(Id), appraiserIds: Type.Optional(ids) }),
};

const destructionEvents = {
  'archives.destruction-applied.v1': ofDestruction('Somebody applies for the destruction of appraised records: the list does not change from now on.', {
    recordIds: ids,
    /** Over the numbers and proofs of all on the list: what is approved and witnessed. */
    listHash: sha256,
  }),
  'archives.destruction-approved.v1': ofDestruction('Approved by somebody else than who applied.', { appliedBy: Id }),
  'archives.destruction-refused.v1': ofDestruction('Not approved; why stands on it. Its records are due as before.', { appliedBy: Id }),
  'archives.destruction-withdrawn.v1': ofDestruction('Given up; why stands on it. Its records are listed as before.', {
    appliedBy: Id,
    ...hands,
    /** Who had been named to witness it. */
    witnessIds: Type.Optional(ids),
  }),
  'archives.witness-named.v1': ofDestruction('Somebody of the staff is to be a destruction witness.', { witnessId: Id }),
  'archives.witness-link-issued.v1': ofDestruction('A named person from elsewhere may witness it by a single-use link.', {
    linkId: Id,
    listHash: sha256,
    body: Type.Enum(secondPersonBodies),
    sentBy: Type.Enum(linkWays),
    expiresAt: Instant,
  }),
  'archives.witness-link-revoked.v1': ofDestruction('A link for a witness from elsewhere was revoked.', { linkId: Id }),
  'archives.destruction-witnessed.v1': ofDestruction('A destruction witness has signed for the list.', {
    appliedBy: Id,
    /** Null: by a link. */
    witnessId: Nullable(Id),
    linkId: Nullable(Id),
    /** Both have. */
    whole: Type.Boolean(),
  }),
  'archives.destruction-carried-out.v1': ofDestruction('What its records held is destroyed, and written into the register; their files are being wiped.', {
    recordIds: ids,
    registerNumber: Type.Integer({ minimum: 1 }),
    registerHash: sha256,
  }),
  'archives.destruction-certified.v1': ofDestruction('Of each file it is known whether its bytes are gone: the certificate is whole.', {
    appliedBy: Id,
    wiped: Type.Integer({ minimum: 0 }),
    /** Bytes that something else holds, too. */
    kept: Type.Integer({ minimum: 0 }),
  }),
  'archives.destruction-reapplied.v1': ofDestruction('The office was restored from a backup older than it: carried out again, by the register kept outside.', {
    registerNumber: Type.Integer({ minimum: 1 }),
    registerHash: sha256,
  }),
};

export const destructionsEvents = { ...appraisalEvents, ...destructionEvents };
