import { PeopleContacts } from '@property-office/backbone';
import { Module } from '@nestjs/common';
import { FormBodies } from '@property-office/service-kit';
import type { ServiceDefinition } from '@property-office/backbone';
import { homeCareCopies, HomeCares } from '@property-office/home-care';
import { Deadlines, leaverCopies, officeCopies, OfficeRules, ReadPromises } from '@property-office/deadlines';
import { deliveryMachine } from './domain/delivery-states';
import { escalationMachine } from './domain/escalation-states';
import { AnswerEscalationController } from './features/answer-escalation/answer-escalation.controller';
import { AnswerEscalationHandler } from './features/answer-escalation/answer-escalation.handler';
import { ChangeGroupRobotController } from './features/change-group-robot/change-group-robot.controller';
import { ChangeSettingsController } from './features/change-settings/change-settings.controller';
import { ChangeWebhookController } from './features/change-webhook/change-webhook.controller';
import { CloseGroupRobotController } from './features/close-group-robot/close-group-robot.controller';
import { CloseWebhookController } from './features/close-webhook/close-webhook.controller';
import { CreateGroupRobotController } from './features/create-group-robot/create-group-robot.controller';
import { CreateGroupRobotHandler } from './features/create-group-robot/create-group-robot.handler';
import { CreateWebhookController } from './features/create-webhook/create-webhook.controller';
import { EndpointAddress } from './features/endpoint-address';
import { ListDeliveriesController } from './features/list-deliveries/list-deliveries.controller';
import { ListEscalationsController } from './features/list-escalations/list-escalations.controller';
import { ListGroupRobotsController } from './features/list-group-robots/list-group-robots.controller';
import { ListInboxController } from './features/list-inbox/list-inbox.controller';
import { ListWebhooksController } from './features/list-webhooks/list-webhooks.controller';
import { MarkReadController } from './features/mark-read/mark-read.controller';
import { ReadDeliveryController } from './features/read-delivery/read-delivery.controller';
import { ReadSettingsController } from './features/read-settings/read-settings.controller';
import { ResetWebhookSecretController } from './features/reset-webhook-secret/reset-webhook-secret.controller';
import { RetryDeliveryController } from './features/retry-delivery/retry-delivery.controller';
import { SendOneTimeCodeController } from './features/send-one-time-code/send-one-time-code.controller';
import { Deliveries } from './persistence/deliveries';
import { Escalations } from './persistence/escalations';
import { GroupRobots, sealedRobots } from './persistence/group-robots';
import { TellPersonController } from './features/tell-person/tell-person.controller';
import { noticeMachine } from './notices/domain/notice-states';
import { ApproveNoticeController } from './notices/features/approve-notice/approve-notice.controller';
import { ApproveNoticeHandler } from './notices/features/approve-notice/approve-notice.handler';
import { DecideByLinkController } from './notices/features/decide-by-link/decide-by-link.controller';
import { DecideByLinkHandler } from './notices/features/decide-by-link/decide-by-link.handler';
import { IssueApprovalLinkController } from './notices/features/issue-approval-link/issue-approval-link.controller';
import { IssueApprovalLinkHandler } from './notices/features/issue-approval-link/issue-approval-link.handler';
import { RevokeApprovalLinkController } from './notices/features/revoke-approval-link/revoke-approval-link.controller';
import { RevokeApprovalLinkHandler } from './notices/features/revoke-approval-link/revoke-approval-link.handler';
import { ApprovalLinks, sealedApprovers } from './notices/persistence/approval-links';
import { CorrectNoticeController } from './notices/features/correct-notice/correct-notice.controller';
import { CorrectNoticeHandler } from './notices/features/correct-notice/correct-notice.handler';
import { DraftNoticeController } from './notices/features/draft-notice/draft-notice.controller';
import { DraftNoticeHandler } from './notices/features/draft-notice/draft-notice.handler';
import { EditNoticeController } from './notices/features/edit-notice/edit-notice.controller';
import { EditNoticeHandler } from './notices/features/edit-notice/edit-notice.handler';
import { EndNoticeHandler } from './notices/features/end-notice/end-notice.handler';
import { ReadBelongings } from './notices/persistence/read-belongings';
import { ListBelongingsController } from './notices/features/list-belongings/list-belongings.controller';
import { ListCurrentNoticesController } from './notices/features/list-current-notices/list-current-notices.controller';
import { ListNoticesController } from './notices/features/list-notices/list-notices.controller';
import { MarkNoticeReadController } from './notices/features/mark-notice-read/mark-notice-read.controller';
import { MarkNoticeReadHandler } from './notices/features/mark-notice-read/mark-notice-read.handler';
import { MoveNoticeController } from './notices/features/move-notice/move-notice.controller';
import { MoveNoticeHandler } from './notices/features/move-notice/move-notice.handler';
import { NoticeContents } from './notices/features/notice-contents';
import { ReadRecordEventsController } from './notices/features/read-record-events/read-record-events.controller';
import { ReadRecordMattersController } from './notices/features/read-record-matters/read-record-matters.controller';
import { ReadNoticeController } from './notices/features/read-notice/read-notice.controller';
import { ReachHandler } from './notices/features/release-notice/reach.handler';
import { ReleaseNoticeController } from './notices/features/release-notice/release-notice.controller';
import { ReleaseNoticeHandler } from './notices/features/release-notice/release-notice.handler';
import { CorrectSlipsController } from './notices/features/correct-slips/correct-slips.controller';
import { CorrectSlipsHandler } from './notices/features/correct-slips/correct-slips.handler';
import { LeaveSlipsController } from './notices/features/leave-slips/leave-slips.controller';
import { RemindUnreadController } from './notices/features/remind-unread/remind-unread.controller';
import { LeaveSlipsHandler } from './notices/features/leave-slips/leave-slips.handler';
import { RemindUnreadHandler } from './notices/features/remind-unread/remind-unread.handler';
import { ReturnNoticeController } from './notices/features/return-notice/return-notice.controller';
import { ReturnNoticeHandler } from './notices/features/return-notice/return-notice.handler';
import { ScheduleNoticeController } from './notices/features/schedule-notice/schedule-notice.controller';
import { ScheduleNoticeHandler } from './notices/features/schedule-notice/schedule-notice.handler';
import { WithdrawNoticeController } from './notices/features/withdraw-notice/withdraw-notice.controller';
import { WithdrawNoticeHandler } from './notices/features/withdraw-notice/withdraw-notice.handler';
import { DrawPictureController } from './notices/features/draw-picture/draw-picture.controller';
import { FinishTaskController } from './notices/features/finish-task/finish-task.controller';
import { FinishTaskHandler } from './notices/features/finish-task/finish-task.handler';
import { SpareTaskController } from './notices/features/spare-task/spare-task.controller';
import { SpareTaskHandler } from './notices/features/spare-task/spare-task.handler';
import { ListChannelsController } from './notices/features/list-channels/list-channels.controller';
import { ListUnreachedHomesController } from './notices/features/list-unreached-homes/list-unreached-homes.controller';
import { ListTasksController } from './notices/features/list-tasks/list-tasks.controller';
import { ListTemplatesController } from './notices/features/list-templates/list-templates.controller';
import { PreviewAudienceController } from './notices/features/preview-audience/preview-audience.controller';
import { PrintSlipsController } from './notices/features/print-slips/print-slips.controller';
import { ReadBoardController } from './notices/features/read-board/read-board.controller';
import { ReadFiguresController } from './notices/features/read-figures/read-figures.controller';
import { ReadReachController } from './notices/features/read-reach/read-reach.controller';
import { ReadTaskController } from './notices/features/read-task/read-task.controller';
import { ReleaseAtNightController } from './notices/features/release-at-night/release-at-night.controller';
import { ReleaseAtNightHandler } from './notices/features/release-at-night/release-at-night.handler';
import { ReviewNoticeController } from './notices/features/review-notice/review-notice.controller';
import { ReviewNoticeHandler } from './notices/features/review-notice/review-notice.handler';
import { SetChannelsController } from './notices/features/set-channels/set-channels.controller';
import { SetChannelsHandler } from './notices/features/set-channels/set-channels.handler';
import { SetPostingTasksHandler } from './notices/features/set-posting-tasks/set-posting-tasks.handler';
import { Audiences } from './notices/persistence/audiences';
import { CurrentNoticesOfHomes } from './notices/persistence/current-notices';
import { Boards } from './notices/persistence/boards';
import { Figures } from './notices/persistence/figures';
import { NoticeClocks } from './notices/persistence/notice-clocks';
import { NoticeTasks } from './notices/persistence/notice-tasks';
import { TaskClocks } from './notices/persistence/task-clocks';
import { ReachOfNotices } from './notices/persistence/reach';
import { ReadTasks } from './notices/persistence/read-tasks';
import { UnreachedHomes } from './notices/persistence/unreached-homes';
import { NoticeDeliveries } from './notices/sending/notice-deliveries';
import { noticeTaskMachine } from './notices/domain/notice-task-states';
import { ChannelsOfSite } from './notices/persistence/channels-of-site';
import { KnownPlaces } from './notices/persistence/known-places';
import { NoticeNumbers } from './notices/persistence/notice-numbers';
import { Notices } from './notices/persistence/notices';
import { ReadNotices } from './notices/persistence/read-notices';
import { CopyDirectoryReaction } from './notices/reactions/copy-directory.reaction';
import { Inbox } from './persistence/inbox';
import { ReadDeliveries } from './persistence/read-deliveries';
import { notificationsSchema } from './persistence/schema';
import { SettingsStore, sealedSettings } from './persistence/settings';
import { SiteZones } from './persistence/site-zones';
import { Webhooks, sealedWebhooks } from './persistence/webhooks';
import { reactions } from './reactions';
import { Contents } from './sending/contents';
import { DeliveryAddresses, sealedDeliveryAddresses } from './sending/delivery-addresses';
import { DeliverySenders } from './sending/delivery-senders';
import { NotificationContents } from './sending/notification-contents';
import { OneTimeCodeSender } from './sending/one-time-code-sender';

/** Who is told what: in the inbox, by the channels they chose, in the chats of the staff, and other systems by webhook; and notices (W2.4). */
@Module({
  controllers: [
    ListInboxController,
    MarkReadController,
    ListEscalationsController,
    AnswerEscalationController,
    ReadSettingsController,
    ChangeSettingsController,
    ListDeliveriesController,
    ReadDeliveryController,
    RetryDeliveryController,
    ListGroupRobotsController,
    CreateGroupRobotController,
    ChangeGroupRobotController,
    CloseGroupRobotController,
    ListWebhooksController,
    CreateWebhookController,
    ChangeWebhookController,
    ResetWebhookSecretController,
    CloseWebhookController,
    SendOneTimeCodeController,
    TellPersonController,
    ...reactions,
    DraftNoticeController,
    EditNoticeController,
    CorrectNoticeController,
    MoveNoticeController,
    ApproveNoticeController,
    ReturnNoticeController,
    IssueApprovalLinkController,
    RevokeApprovalLinkController,
    DecideByLinkController,
    ScheduleNoticeController,
    ReleaseNoticeController,
    WithdrawNoticeController,
    LeaveSlipsController,
    CorrectSlipsController,
    RemindUnreadController,
    ListCurrentNoticesController,
    ListBelongingsController,
    ListNoticesController,
    ReadRecordEventsController,
    ReadRecordMattersController,
    ReadNoticeController,
    MarkNoticeReadController,
    DrawPictureController,
    FinishTaskController,
    SpareTaskController,
    ListChannelsController,
    ListTasksController,
    ListTemplatesController,
    PreviewAudienceController,
    ListUnreachedHomesController,
    PrintSlipsController,
    ReadBoardController,
    ReadFiguresController,
    ReadReachController,
    ReadTaskController,
    ReleaseAtNightController,
    ReviewNoticeController,
    SetChannelsController,
    CopyDirectoryReaction,
    officeCopies('notifications'),
    homeCareCopies('notifications'),
    leaverCopies('notifications'),
  ],
  providers: [
    DraftNoticeHandler,
    EditNoticeHandler,
    CorrectNoticeHandler,
    MoveNoticeHandler,
    ApproveNoticeHandler,
    ReturnNoticeHandler,
    IssueApprovalLinkHandler,
    RevokeApprovalLinkHandler,
    DecideByLinkHandler,
    ApprovalLinks,
    FormBodies,
    ScheduleNoticeHandler,
    ReleaseNoticeHandler,
    ReachHandler,
    EndNoticeHandler,
    WithdrawNoticeHandler,
    LeaveSlipsHandler,
    CorrectSlipsHandler,
    RemindUnreadHandler,
    MarkNoticeReadHandler,
    FinishTaskHandler,
    SpareTaskHandler,
    ReleaseAtNightHandler,
    ReviewNoticeHandler,
    SetChannelsHandler,
    SetPostingTasksHandler,
    Audiences,
    UnreachedHomes,
    HomeCares,
    CurrentNoticesOfHomes,
    ReadBelongings,
    Boards,
    Figures,
    ReachOfNotices,
    NoticeTasks,
    TaskClocks,
    NoticeClocks,
    Deadlines,
    OfficeRules,
    ReadPromises,
    ReadTasks,
    NoticeDeliveries,
    NoticeContents,
    Notices,
    ReadNotices,
    NoticeNumbers,
    ChannelsOfSite,
    KnownPlaces,
    Inbox,
    Escalations,
    AnswerEscalationHandler,
    SettingsStore,
    SiteZones,
    Deliveries,
    ReadDeliveries,
    GroupRobots,
    Webhooks,
    CreateGroupRobotHandler,
    EndpointAddress,
    Contents,
    NotificationContents,
    PeopleContacts,
    DeliveryAddresses,
    DeliverySenders,
    OneTimeCodeSender,
  ],
})
export class NotificationsModule {}

export const notifications: ServiceDefinition = {
  name: 'notifications',
  schema: notificationsSchema,
  module: NotificationsModule,
  sealed: [...sealedSettings, sealedDeliveryAddresses, ...sealedRobots, ...sealedWebhooks, sealedApprovers],
  stateMachines: [deliveryMachine, escalationMachine, noticeMachine, noticeTaskMachine],
};
