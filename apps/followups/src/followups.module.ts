import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { Deadlines, leaverCopies, officeCopies, OfficeRules, superiorCopies } from '@property-office/deadlines';
import { homeCareCopies, HomeCares } from '@property-office/home-care';
import { followUpMachine } from './domain/follow-up-states';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { ListBelongingsController } from './features/list-belongings/list-belongings.controller';
import { ListFollowUpsController } from './features/list-follow-ups/list-follow-ups.controller';
import { PlanComplaintFollowUpHandler } from './features/plan-complaint-follow-up/plan-complaint-follow-up.handler';
import { PlanFollowUpHandler } from './features/plan-follow-up/plan-follow-up.handler';
import { ReadFollowUpController } from './features/read-follow-up/read-follow-up.controller';
import { RecordOutcomeController } from './features/record-outcome/record-outcome.controller';
import { RecordOutcomeHandler } from './features/record-outcome/record-outcome.handler';
import { TakeFollowUpController } from './features/take-follow-up/take-follow-up.controller';
import { TakeFollowUpHandler } from './features/take-follow-up/take-follow-up.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { JoinedDoubles } from './persistence/joined-doubles';
import { PassOnFollowUp } from './persistence/pass-on-follow-up';
import { ReadBelongings } from './persistence/read-belongings';
import { ReadFollowUps } from './persistence/read-follow-ups';
import { followupsSchema } from './persistence/schema';
import { FollowComplaintsReaction } from './reactions/follow-complaints.reaction';
import { FollowEpisodesReaction } from './reactions/follow-episodes.reaction';
import { NoteDoublesReaction } from './reactions/note-doubles.reaction';
import { NoteWorkersReaction } from './reactions/note-workers.reaction';

/** Follow-ups (回访): every completed repair and closed complaint is confirmed by somebody else (R3.2, W2.3, main flow 6). */
@Module({
  controllers: [
    ListBelongingsController,
    ListFollowUpsController,
    ReadFollowUpController,
    TakeFollowUpController,
    RecordOutcomeController,
    FollowEpisodesReaction,
    FollowComplaintsReaction,
    NoteWorkersReaction,
    NoteDoublesReaction,
    officeCopies('followups'),
    leaverCopies('followups'),
    superiorCopies('followups'),
    homeCareCopies('followups'),
  ],
  providers: [
    PlanFollowUpHandler,
    PlanComplaintFollowUpHandler,
    ApplyFactHandler,
    TakeFollowUpHandler,
    RecordOutcomeHandler,
    FollowUps,
    FollowUpClocks,
    PassOnFollowUp,
    Deadlines,
    OfficeRules,
    ReadBelongings,
    ReadFollowUps,
    JoinedDoubles,
    HomeCares,
  ],
})
export class FollowupsModule {}

export const followups: ServiceDefinition = {
  name: 'followups',
  schema: followupsSchema,
  module: FollowupsModule,
  stateMachines: [followUpMachine],
};
