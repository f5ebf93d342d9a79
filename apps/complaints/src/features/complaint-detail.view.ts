import { ApiProperty } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { PromiseView } from '@property-office/deadlines';
import { isBeyondHotline } from '../domain/promise';
import type { Complaint } from '../persistence/complaint.entity';
import { ComplainantAnswerView, MaskedComplainantView } from './complainant.view';
import { ComplaintView, iso, NumberedComplaintView } from './complaint.view';

/** Good for five minutes, for whoever has it. */
export class CaseAttachmentView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({ format: 'uri-reference' })
  thumbnailUrl!: string;
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

  @ApiProperty({ type: [CaseAttachmentView] })
  attachments!: CaseAttachmentView[];

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  cancelledAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  cancelReason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of the complainants, whom to tell something that no account tells them / 须由客服告知的投诉人' })
  complainantId!: string | null;
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

export class AboutCorrectionView {
  @ApiProperty({ type: [String] })
  formerPersonIds!: string[];

  @ApiProperty({ type: [String] })
  formerCrewIds!: string[];

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'uuid' })
  correctedBy!: string;

  @ApiProperty({ format: 'date-time' })
  correctedAt!: string;
}

/** What only the staff see of a case: what was found, by whom, about whom. */
export class CaseFileView {
  @ApiProperty({ type: [String] })
  aboutPersonIds!: string[];

  @ApiProperty({ type: [String] })
  aboutCrewIds!: string[];

  @ApiProperty({ description: 'A complainant said in words whom it is about, and nobody has settled who that is / 被投诉人待确定' })
  aboutOpen!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Why another complaint goes on for it / 并案原因' })
  mergeReason!: string | null;

  @ApiProperty({ type: [NumberedComplaintView], description: 'Complaints that were merged into it / 并入本案的投诉' })
  doubles!: NumberedComplaintView[];

  @ApiProperty({ type: [ComplainantAnswerView], description: 'What each complainant said, of all rounds / 各投诉人的答复' })
  answers!: ComplainantAnswerView[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The public place it is about / 公共地点' })
  placeId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'How complainants without an account were told that it is dealt with / 受理的告知方式' })
  acknowledgedHow!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why somebody has it again who had it before a dispute / 再次处理的原因' })
  handlerReason!: string | null;

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

  @ApiProperty({ description: 'Promised before a hotline came whose deadline is earlier: keep the deadline, and tell the complainant / 承诺日期晚于热线期限' })
  promiseBeyondHotline!: boolean;

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

  @ApiProperty({ type: [AboutCorrectionView], description: 'Whom it was said to be about before / 被投诉人的更正' })
  corrections!: AboutCorrectionView[];

  @ApiProperty({ type: [CaseAttachmentView] })
  evidence!: CaseAttachmentView[];
}

/** One complaint, with what only its own page needs. */
export class ComplaintDetailView extends ComplaintView {
  @ApiProperty({ description: 'Households that complain, each once, and those they speak for / 投诉户数（含代表的户数）' })
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

export function fileFieldsOf(complaint: Complaint): Omit<CaseFileView, 'tasks' | 'repairs' | 'pastRounds' | 'corrections' | 'evidence' | 'doubles' | 'answers'> {
  return {
    aboutPersonIds: complaint.aboutPersonIds,
    aboutCrewIds: complaint.aboutCrewIds,
    aboutOpen: complaint.aboutOpen,
    mergeReason: complaint.mergeReason,
    placeId: complaint.placeId,
    acknowledgedHow: complaint.acknowledgedHow,
    handlerReason: complaint.handlerReason,
    findings: complaint.findings,
    decisionReason: complaint.decisionReason,
    majorReason: complaint.majorReason,
    hotlineNumber: complaint.hotlineNumber,
    hotlineDeadline: iso(complaint.hotlineDeadline),
    promiseBeyondHotline: complaint.state === 'handling' && complaint.promisedAt !== null && isBeyondHotline(complaint.promisedAt, complaint.hotlineDeadline),
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
