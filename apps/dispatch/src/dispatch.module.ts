import { Module } from '@nestjs/common';
import { PeopleContacts, type ServiceDefinition } from '@property-office/backbone';
import { leaverCopies, superiorCopies } from '@property-office/deadlines';
import { homeCareCopies } from '@property-office/home-care';
import { workOrderMachine } from './domain/work-order-states';
import { AcceptOrderController } from './features/accept-order/accept-order.controller';
import { AcceptOrderHandler } from './features/accept-order/accept-order.handler';
import { ArriveController } from './features/arrive/arrive.controller';
import { ArriveHandler } from './features/arrive/arrive.handler';
import { AssignOrderController } from './features/assign-order/assign-order.controller';
import { AssignOrderHandler } from './features/assign-order/assign-order.handler';
import { BeginEpisodeHandler } from './features/begin-episode/begin-episode.handler';
import { WithdrawEpisodeHandler } from './features/withdraw-episode/withdraw-episode.handler';
import { ClaimOrderController } from './features/claim-order/claim-order.controller';
import { ClaimOrderHandler } from './features/claim-order/claim-order.handler';
import { CorrectEpisodeHandler } from './features/correct-episode/correct-episode.handler';
import { RewriteOrder } from './features/correct-episode/rewrite-order';
import { DeclineOrderController } from './features/decline-order/decline-order.controller';
import { DeclineOrderHandler } from './features/decline-order/decline-order.handler';
import { DispatchOrder } from './features/dispatch-order/dispatch-order';
import { FinishOrderController } from './features/finish-order/finish-order.controller';
import { FinishOrderHandler } from './features/finish-order/finish-order.handler';
import { ListBelongingsController } from './features/list-belongings/list-belongings.controller';
import { ListOrdersController } from './features/list-orders/list-orders.controller';
import { PauseOrderController } from './features/pause-order/pause-order.controller';
import { PauseOrderHandler } from './features/pause-order/pause-order.handler';
import { ReadDoorContactController } from './features/read-door-contact/read-door-contact.controller';
import { ReadDoorContactHandler } from './features/read-door-contact/read-door-contact.handler';
import { ReadOrderController } from './features/read-order/read-order.controller';
import { RestoreEpisodeHandler } from './features/restore-episode/restore-episode.handler';
import { ResumeOrderController } from './features/resume-order/resume-order.controller';
import { ResumeOrderHandler } from './features/resume-order/resume-order.handler';
import { TransferOrderController } from './features/transfer-order/transfer-order.controller';
import { TransferOrderHandler } from './features/transfer-order/transfer-order.handler';
import { CrewFeeds } from './persistence/crew-feeds';
import { Crews } from './persistence/crews';
import { Episodes } from './persistence/episodes';
import { ReadBelongings } from './persistence/read-belongings';
import { ReadWorkOrders } from './persistence/read-work-orders';
import { dispatchSchema } from './persistence/schema';
import { WorkOrders } from './persistence/work-orders';
import { CopyCrewsReaction } from './reactions/copy-crews.reaction';
import { CopyPlacesReaction } from './reactions/copy-places.reaction';
import { FollowEpisodesReaction } from './reactions/follow-episodes.reaction';

/** Use cases and reactions of work orders (W2.2, main flow 3 and 4): what all-in-one mounts. */
@Module({
  controllers: [
    ListBelongingsController,
    ListOrdersController,
    ReadOrderController,
    ReadDoorContactController,
    AssignOrderController,
    ClaimOrderController,
    AcceptOrderController,
    DeclineOrderController,
    ArriveController,
    PauseOrderController,
    ResumeOrderController,
    FinishOrderController,
    TransferOrderController,
    FollowEpisodesReaction,
    CopyCrewsReaction,
    CopyPlacesReaction,
    homeCareCopies('dispatch'),
    leaverCopies('dispatch'),
    superiorCopies('dispatch'),
  ],
  providers: [
    PeopleContacts,
    ReadDoorContactHandler,
    AssignOrderHandler,
    ClaimOrderHandler,
    AcceptOrderHandler,
    DeclineOrderHandler,
    ArriveHandler,
    PauseOrderHandler,
    ResumeOrderHandler,
    FinishOrderHandler,
    TransferOrderHandler,
    BeginEpisodeHandler,
    WithdrawEpisodeHandler,
    RestoreEpisodeHandler,
    CorrectEpisodeHandler,
    RewriteOrder,
    DispatchOrder,
    WorkOrders,
    ReadBelongings,
    ReadWorkOrders,
    Episodes,
    Crews,
    CrewFeeds,
  ],
})
export class DispatchModule {}

export const dispatch: ServiceDefinition = {
  name: 'dispatch',
  schema: dispatchSchema,
  module: DispatchModule,
  stateMachines: [workOrderMachine],
};
