export {
  basisRanks,
  describeAttachmentsPath,
  livingFileSubjects,
  recordMatterPaths,
  recordSources,
  retentions,
  type AttachmentsAsked,
  type AttachmentsDescribed,
  type BasisRank,
  type HandlingStep,
  type LivingFileSubject,
  type RecordMatter,
  type RecordMatters,
  type RecordMattersAsked,
  type RecordSource,
  type Retention,
} from './archives';
export {
  claimAttachmentsPath,
  type AttachedObject,
  type AttachmentClaim,
  type AttachmentClaimed,
  type AttachmentRefusal,
  type ClaimedAttachment,
} from './attachments';
export { delegatedRoles, delegationKinds, dutyRoles, type DelegationKind, type DeputyOrder, type DutyRole } from './duty';
export {
  complaintChannels,
  complaintDecisions,
  complaintKinds,
  complaintSigns,
  majorReasons,
  type ComplaintChannel,
  type ComplaintDecision,
  type ComplaintKind,
  type ComplaintSign,
  type MajorReason,
} from './complaints';
export {
  confidentialities,
  documentUrgencies,
  documentVisiblePath,
  mailKinds,
  outgoingKinds,
  registerDirections,
  type Confidentiality,
  type DocumentUrgency,
  type DocumentVisibilityAsked,
  type MailKind,
  type OutgoingKind,
  type RegisterDirection,
} from './documents';
export { eventContracts, type EventData, type EventType, type ReactableEventType } from './events';
export type { EventContract } from './events/define';
export {
  audienceScopes,
  noticeChannels,
  noticeKinds,
  noticeTaskKinds,
  type AudienceScope,
  type NoticeChannel,
  type NoticeKind,
  type NoticeTaskKind,
} from './notices';
export { oneTimeCodePurposes, oneTimeCodesPath, type OneTimeCode, type OneTimeCodeAnswer, type OneTimeCodePurpose } from './one-time-codes';
export {
  latestEntriesPath,
  openComplaintsPath,
  openRepairsPath,
  type LatestEntries,
  type LatestEntriesOf,
  type OpenComplaints,
  type OpenComplaintsOf,
  type OpenRepairs,
  type OpenRepairsOf,
} from './open-things';
export { matchPeoplePath, type PeopleMatch, type PeopleMatched } from './people';
export { handsEvents, handsOf, type Hands, type HandsEvent } from './hands';
export { companyWideSiteId, crewKinds, placeKinds, tieKinds, type CrewKind, type PlaceKind, type TieKind } from './places';
export { systemActor, roles, type Actor, type Deputyship, type Principal, type Role, type RoleGrant } from './principal';
export {
  checkComplaintPath,
  checkRepairPath,
  contactChannels,
  conversionKinds,
  readCallerPath,
  registerCallerPath,
  visitorKinds,
  type Checked,
  type ComplaintCheck,
  type ContactCaller,
  type ContactChannel,
  type ConversionKind,
  type ConvertedCaller,
  type Refused,
  type RepairCheck,
  type VisitorKind,
} from './reception';
export { dispatchModes, pauseReasons, repairClasses, skills, type DispatchMode, type PauseReason, type RepairClass, type Skill } from './repairs';
export { caseVisiblePath, tellPersonPath, type CaseVisibility, type CaseVisibilityAsked, type PersonToTell } from './internal-routes';
export { promiseInWords, promiseNames, type PromiseName } from './promises';
export { linkWays, secondPersonBodies, type LinkWay, type SecondPersonBody } from './second-persons';
export { serviceNames, type ServiceName } from './services';
export { checkData, ContractError, envelopeSchema, isEventType, parseEvent, UnknownEventType, type WireEvent } from './wire-event';
