import { Type } from 'typebox';
import { basisRanks, livingFileSubjects, recordSources, retentions } from '../archives';
import { contentDamages } from '../attachments';
import { confidentialities } from '../documents';
import { equipmentKinds } from '../places';
import { event, Id, Instant, Nullable } from './define';
import { copyEvents, loanEvents } from './lending.events';
import { stocktakeEvents } from './stocktakes.events';
import { reconciliationEvents } from './reconciliation.events';

/** Why an act was entered more than 15 minutes after it happened (G2). */
const late = { lateReason: Type.Optional(Type.String({ maxLength: 200 })) };
const ids = Type.Array(Id);
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const count = Type.Integer({ minimum: 1 });
const source = Type.Object({ type: Type.Enum(recordSources), id: Id, number: Type.String() });
const series = { category: Type.String(), year: Type.Integer(), retention: Type.Enum(retentions), office: Type.String() };

const ofRecord = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'record',
    summary,
    data: Type.Object({ archiveNumber: Type.String(), ...late, ...data }),
    personal: ['lateReason'],
  });

/** Titles and what people wrote are in none of these events: a record may be confidential. Who may, reads it. */
const recordEvents = {
  'archives.record-archived.v1': ofRecord('Something is a record from now on: it has its archive number, and its files never change.', {
    ...series,
    /** Its place within the series. */
    item: count,
    /** Kept beside the new one on import. */
    oldNumber: Nullable(Type.String()),
    legalBasis: Type.String(),
    basisRank: Type.Enum(basisRanks),
    confidentiality: Type.Enum(confidentialities),
    /** Null: it was catalogued by hand. */
    source: Nullable(source),
    proposalId: Nullable(Id),
    datedAt: Instant,
    /** SHA-256 over its number and the hashes of all it holds. */
    proof: sha256,
    attachmentIds: ids,
  }),
  'archives.record-described.v1': ofRecord('Its description was corrected by another version; number and files stay.', {
    description: count,
    confidentiality: Type.Enum(confidentialities),
  }),
  'archives.record-moved.v1': ofRecord('It lies on another shelf.', {}),
  'archives.hold-set.v1': ofRecord('A legal hold was set: it is neither appraised nor destroyed; why stands on it.', {}),
  'archives.hold-lifted.v1': ofRecord('The legal hold was lifted; why stands on it.', {}),
  'archives.record-kept.v1': ofRecord('An appraisal gave it a new term; its number stays.', { appraisalId: Id, keptUntilYear: Nullable(Type.Integer()) }),
  'archives.record-destroyed.v1': ofRecord('What it held was destroyed before two witnesses; description, list and proof remain.', {
    destructionId: Id,
    proof: sha256,
    attachmentIds: ids,
    /** It was closed of a living file, and these of its files that has in no other paper: they are destroyed there, too. */
    living: Type.Optional(Type.Object({ fileId: Id, attachmentIds: ids })),
  }),
  'archives.record-handed-over.v1': ofRecord('It was handed over at the end of a contract: it is neither lent, copied, destroyed nor due any more; description, list and proof remain.', { handOverId: Id, proof: sha256 }),
  'archives.reader-admitted.v1': ofRecord('Somebody by name may see a record until a date, or until that is ended.', { readerId: Id, until: Nullable(Instant) }),
  'archives.file-damaged.v1': ofRecord('Bytes of a file of it were found damaged or missing; it is not served until they are whole again.', {
    /** Which of its files. */
    position: count,
    sha256,
    found: Type.Enum(contentDamages),
  }),
  'archives.file-restored.v1': ofRecord('Bytes of a file of it that were damaged or missing were found whole again; it is served.', { position: count, sha256 }),
  'archives.admission-ended.v1': ofRecord('Somebody who was admitted by name sees a record no longer, unless their role shows it.', { readerId: Id }),
};

const ofProposal = <D extends Parameters<typeof Type.Object>[0]>(summary: string, data: D) =>
  event({
    producer: 'archives',
    aggregate: 'record-proposal',
    summary,
    data: Type.Object({
      number: Type.String(),
      ...late,
      source,
      /** Who filed, closed or released what it is of; the system where nobody did. */
      filedBy: Id,
      ...data,
    }),
    personal: ['lateReason'],
  });

const proposalEvents = {
  'archives.record-proposed.v1': ofProposal('An event elsewhere proposes a record, by the rule of its source.', {
    sourceEventId: Id,
    datedAt: Instant,
    ...series,
    attachmentIds: ids,
  }),
  'archives.proposal-accepted.v1': ofProposal('A record was made of it.', { recordId: Id, archiveNumber: Type.String() }),
  'archives.proposal-returned.v1': ofProposal('It goes back to who filed it; why stands on it.', {}),
  'archives.proposal-renewed.v1': ofProposal('What was missing was done: it is proposed again, with the files added to it.', { attachmentIds: ids }),
};

const settingEvents = {
  'archives.fonds-set.v1': event({
    producer: 'archives',
    aggregate: 'fonds',
    summary: 'The first part of all archive numbers of a site.',
    data: Type.Object({ code: Type.String(), ...late }),
    personal: ['lateReason'],
  }),
  'archives.intake-rule-set.v1': event({
    producer: 'archives',
    aggregate: 'intake-rule',
    summary: 'What is proposed of a source from now on: its category, office and retention, with what that rests on.',
    data: Type.Object({
      source: Type.Enum(recordSources),
      category: Type.String(),
      office: Type.String(),
      retention: Type.Enum(retentions),
      legalBasis: Type.String(),
      basisRank: Type.Enum(basisRanks),
      ...late,
    }),
    personal: ['lateReason'],
  }),
};

const listEvents = {
  'archives.required-paper-set.v1': event({
    producer: 'archives',
    aggregate: 'completeness-list',
    summary: 'A paper belongs into each living file of a kind from now on, or what it is called or wanted of changed.',
    data: Type.Object({
      subject: Type.Enum(livingFileSubjects),
      /** As what it is filed. */
      paper: Type.String(),
      nameZh: Type.String(),
      nameEn: Type.String(),
      perOwner: Type.Boolean(),
      /** Of devices: of which kinds it is wanted; null: of all. */
      equipment: Nullable(Type.Array(Type.Enum(equipmentKinds))),
      ...late,
    }),
    personal: ['lateReason'],
  }),
  'archives.required-paper-retired.v1': event({
    producer: 'archives',
    aggregate: 'completeness-list',
    summary: 'A paper belongs into the living files of a kind no longer; why stands in the list.',
    data: Type.Object({ subject: Type.Enum(livingFileSubjects), paper: Type.String(), ...late }),
    personal: ['lateReason'],
  }),
};

/** Its code is that of the home or device, and empty while nobody has named it. */
const ofLivingFile = { code: Type.String(), subject: Type.Object({ type: Type.Enum(livingFileSubjects), id: Id }) };
/** Which file of which paper. */
const livingPaper = { ...ofLivingFile, item: count, position: count, sha256 };

const livingFileEvents = {
  'archives.living-paper-damaged.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'Bytes of a file of a paper in it were found damaged or missing; it is not served until they are whole again.',
    data: Type.Object({ ...livingPaper, found: Type.Enum(contentDamages) }),
  }),
  'archives.living-paper-restored.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'Bytes of a file of a paper in it that were damaged or missing were found whole again; it is served.',
    data: Type.Object(livingPaper),
  }),
  'archives.living-file-handed-over.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'The living file of a home or device was handed over at the end of a contract: nobody puts anything into it any more.',
    data: Type.Object({ ...ofLivingFile, ...late, items: Type.Integer({ minimum: 0 }), handOverId: Id }),
    personal: ['lateReason'],
  }),
  'archives.living-file-closed.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'What an ownership that has ended, or a device that is out of service, left in a living file was closed as a volume of it: that proposes a record.',
    data: Type.Object({ ...ofLivingFile, ...late, volume: count, endedAt: Instant, papers: count }),
    personal: ['lateReason'],
  }),
  'archives.living-file-ended.v1': event({
    producer: 'archives',
    aggregate: 'ended-living-file',
    summary: 'Papers of a living file wait to be closed: an ownership of its home has ended, or its device is out of service.',
    data: Type.Object({ ...ofLivingFile, livingFileId: Id, endedAt: Instant, papers: count }),
  }),
  'archives.living-hold-set.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'A legal hold was set on a living file: it is not handed over, and what is closed of it is a record on hold; why stands on it.',
    data: Type.Object({ ...ofLivingFile, ...late }),
    personal: ['lateReason'],
  }),
  'archives.living-hold-lifted.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'The legal hold on a living file was lifted; records that were made of it meanwhile stay on hold.',
    data: Type.Object({ ...ofLivingFile, ...late }),
    personal: ['lateReason'],
  }),
  'archives.paper-filed.v1': event({
    producer: 'archives',
    aggregate: 'living-file',
    summary: 'Somebody put a paper into the living file of a home or device.',
    data: Type.Object({
      ...ofLivingFile,
      ...late,
      item: count,
      paper: Type.String(),
      attachmentIds: ids,
    }),
    personal: ['lateReason'],
  }),
};

export const archivesEvents = { ...recordEvents, ...proposalEvents, ...settingEvents, ...listEvents, ...livingFileEvents, ...loanEvents, ...copyEvents, ...stocktakeEvents, ...reconciliationEvents };
