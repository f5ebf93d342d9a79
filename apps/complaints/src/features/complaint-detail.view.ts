import { ApiProperty } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { PromiseView } from '@property-office/deadlines';
import type { Contact } from '../persistence/complainants';
import type { Complaint } from '../persistence/complaint.entity';
import { ComplaintView, iso } from './complaint.view';

/** Good for five minutes, for whoever has it. */
export class CaseAttachmentView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({ format: 'uri-reference' })
  thumbnailUrl!: string;
}

export class ComplainantContactView implements Contact {
  @ApiProperty({ example: '王*' })
  name!: string;

  @ApiProperty({ example: '138****0000' })
  phone!: string;
}

/** A complainant, masked but for themselves; who they are is read by the audited route. */
export class MaskedComplainantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: ComplainantContactView, nullable: true })
  contact!: ComplainantContactView | null;

  @ApiProperty({ description: 'Reads the case in the portal / 可在平台查看' })
  hasAccount!: boolean;

  @ApiProperty({ type: String, nullable: true })
  words!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The contact it was heard in; for staff / 来自的来电来访' })
  contactId!: string | null;
}

export class CaseTaskView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  what!: string;

  @ApiProperty({ format: 'uuid' })
  ownerId!: string;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  done!: string | null;
}

export class LinkedRepairView {
  @ApiProperty({ format: 'uuid' })
  repairRequestId!: string;

  @ApiProperty()
  finished!: boolean;
}

export class PastRoundView {
  @ApiProperty()
  round!: number;

  @ApiProperty()
  level!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  handlerId!: string | null;

  @ApiProperty({ type: Object })
  fields!: Record<string, string | boolean | null>;
}

/** What only the staff see of a case: what was found, by whom, about whom. */
export class CaseFileView {
  @ApiProperty({ type: [String] })
  aboutPersonIds!: string[];

  @ApiProperty({ type: [String] })
  aboutCrewIds!: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The public place it is about / 公共地点' })
  placeId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  findings!: string | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason!: string | null;

  @ApiProperty({ type: String, nullable: true })
  majorReason!: string | null;

  @ApiProperty({ type: String, nullable: true })
  hotlineNumber!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  hotlineDeadline!: string | null;

  @ApiProperty()
  unlawful!: boolean;

  @ApiProperty({ type: String, nullable: true })
  unlawfulStopped!: string | null;

  @ApiProperty({ type: String, nullable: true })
  unlawfulRecord!: string | null;

  @ApiProperty({ type: String, nullable: true })
  authority!: string | null;

  @ApiProperty({ type: String, nullable: true })
  authorityReference!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reportedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  feedbackHow!: string | null;

  @ApiProperty({ type: String, nullable: true })
  feedbackWords!: string | null;

  @ApiProperty({ type: String, nullable: true })
  answerWords!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  extensionAskedUntil!: string | null;

  @ApiProperty({ type: String, nullable: true })
  extensionReason!: string | null;

  @ApiProperty()
  extensionApproved!: boolean;

  @ApiProperty({ type: [CaseTaskView] })
  tasks!: CaseTaskView[];

  @ApiProperty({ type: [LinkedRepairView] })
  repairs!: LinkedRepairView[];

  @ApiProperty({ type: [PastRoundView] })
  pastRounds!: PastRoundView[];

  @ApiProperty({ type: [CaseAttachmentView] })
  evidence!: CaseAttachmentView[];
}

/** One complaint, with what only its own page needs. */
export class ComplaintDetailView extends ComplaintView {
  @ApiProperty({ description: 'Homes that complain, each once / 投诉户数' })
  households!: number;

  @ApiProperty({ type: [MaskedComplainantView], description: 'A complainant sees only themselves / 投诉人只见本人' })
  complainants!: MaskedComplainantView[];

  @ApiProperty({ type: [CaseAttachmentView] })
  attachments!: CaseAttachmentView[];

  @ApiProperty({ type: [PromiseView], description: 'What was promised for this round, and how it stands / 本轮承诺' })
  promises!: PromiseView[];

  @ApiProperty({ type: CaseFileView, nullable: true, description: 'For staff; null for a complainant / 仅工作人员可见' })
  file!: CaseFileView | null;
}

export function fileFieldsOf(complaint: Complaint): Omit<CaseFileView, 'tasks' | 'repairs' | 'pastRounds' | 'evidence'> {
  return {
    aboutPersonIds: complaint.aboutPersonIds,
    aboutCrewIds: complaint.aboutCrewIds,
    placeId: complaint.placeId,
    findings: complaint.findings,
    decisionReason: complaint.decisionReason,
    majorReason: complaint.majorReason,
    hotlineNumber: complaint.hotlineNumber,
    hotlineDeadline: iso(complaint.hotlineDeadline),
    unlawful: complaint.unlawful,
    unlawfulStopped: complaint.unlawfulStopped,
    unlawfulRecord: complaint.unlawfulRecord,
    authority: complaint.authority,
    authorityReference: complaint.authorityReference,
    reportedAt: iso(complaint.reportedAt),
    feedbackHow: complaint.feedbackHow,
    feedbackWords: complaint.feedbackWords,
    answerWords: complaint.answerWords,
    extensionAskedUntil: iso(complaint.extensionUntil),
    extensionReason: complaint.extensionReason,
    extensionApproved: complaint.extensionApprovedBy !== null,
  };
}
