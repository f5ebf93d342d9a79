import { ApiProperty } from '@nestjs/swagger';
import { PromiseView } from '@property-office/deadlines';
import { inAskedLanguage } from '@property-office/service-kit';
import { stateNames, suggestionStates, type SuggestionState } from '../domain/suggestion-states';
import type { Suggestion } from '../persistence/suggestion.entity';

/** A suggestion as the API shows it; who made it is shown to nobody. */
export class SuggestionView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'S-20261127-10001' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: suggestionStates })
  status!: SuggestionState;

  @ApiProperty({ example: '已采纳', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty()
  words!: string;

  @ApiProperty({ type: String, nullable: true })
  opinion!: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  adopted!: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  plan!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ownerId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  declineReason!: string | null;

  @ApiProperty({ type: String, nullable: true })
  answer!: string | null;

  @ApiProperty({ type: String, nullable: true })
  outcome!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The public place it is about / 公共地点' })
  placeId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The contact it was made of / 来自的来电来访' })
  contactId!: string | null;

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

/** One suggestion, with what its own page needs besides. */
export class SuggestionDetailView extends SuggestionView {
  @ApiProperty({ type: [PromiseView], description: 'What was promised of it, and how it stands / 承诺时限' })
  promises!: PromiseView[];
}

export function suggestionView(suggestion: Suggestion): SuggestionView {
  return {
    id: suggestion.id,
    number: suggestion.number,
    siteId: suggestion.siteId,
    status: suggestion.state,
    statusName: inAskedLanguage(stateNames[suggestion.state]),
    words: suggestion.words,
    opinion: suggestion.opinion,
    adopted: suggestion.adopted,
    plan: suggestion.plan,
    ownerId: suggestion.ownerId,
    dueAt: suggestion.dueAt?.toISOString() ?? null,
    declineReason: suggestion.declineReason,
    answer: suggestion.answer,
    outcome: suggestion.outcome,
    placeId: suggestion.placeId,
    contactId: suggestion.contactId,
    attachmentIds: suggestion.attachmentIds,
    happenedAt: suggestion.happenedAt.toISOString(),
    recordedAt: suggestion.recordedAt.toISOString(),
    version: suggestion.version,
  };
}
