export { bodyLimitExtension } from './api-document';
export {
  attachmentBytesPath,
  appraisalVerdicts,
  handOverParts,
  handOverScopes,
  basisRanks,
  describeAttachmentsPath,
  livingFileSubjects,
  loanEnds,
  loanForms,
  mostBytesTold,
  recordMatterPaths,
  recordSources,
  retentions,
  type AttachmentBytes,
  type AttachmentBytesAsked,
  type AppraisalVerdict,
  type HandOverPart,
  type HandOverScope,
  monthStandings,
  reopenings,
  type AttachmentsAsked,
  type AttachmentsDescribed,
  type BasisRank,
  type HandlingStep,
  type LivingFileSubject,
  type LoanEnd,
  type LoanForm,
  type RecordMatter,
  type RecordMatters,
  type RecordMattersAsked,
  type RecordSource,
  type Retention,
  type MonthStanding,
  type Reopening,
} from './archives';
export {
  doneRepairsPath,
  recordEventPaths,
  recordEventTypes,
  repairResults,
  type ClosedRepair,
  type DoneRepair,
  type DoneRepairs,
  type RecordEvents,
  type RecordEventsAsked,
  type RepairResult,
} from './record-events';
export {
  attachmentTextPath,
  claimAttachmentsPath,
  contentDamages,
  contentFixityPath,
  noTextReasons,
  type AttachedObject,
  type AttachmentClaim,
  type AttachmentClaimed,
  type AttachmentRefusal,
  type AttachmentText,
  type AttachmentTextAsked,
  type ClaimedAttachment,
  type ContentAsked,
  type ContentDamage,
  type ContentFixity,
  type NoTextReason,
} from './attachments';
export { causeSources, largestCauses, measureVerdicts, rankCausePath, type CauseAsked, type CauseRanked, type CauseSource, type MeasureVerdict } from './causes';
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
export {
  announces,
  callersOf,
  commandNames,
  doorName,
  engineNames,
  engines,
  enginesOf,
  feedsCrews,
  flows,
  leavingFor,
  portsBeyond,
  processNames,
  servicePort,
  waysInside,
  type CommandName,
  type EngineName,
  type Flow,
  type ProcessName,
} from './flows';
export { eventContracts, type EventData, type EventType, type ReactableEventType } from './events';
export type { EventContract } from './events/define';
export {
  audienceScopes,
  mostSlipsNamed,
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
  currentNoticesPath,
  latestEntriesPath,
  openComplaintsPath,
  openRepairsPath,
  openSuggestionsPath,
  type CurrentNotices,
  type CurrentNoticesOf,
  type LatestEntries,
  type LatestEntriesOf,
  type OpenComplaints,
  type OpenComplaintsOf,
  type OpenRepairs,
  type OpenRepairsOf,
  type OpenSuggestions,
  type OpenSuggestionsOf,
} from './open-things';
export { matchPeoplePath, type PeopleMatch, type PeopleMatched } from './people';
export { handsEvents, handsOf, type Hands, type HandsEvent } from './hands';
export { companyWideSiteId, crewKinds, equipmentKinds, placeKinds, tieKinds, type CrewKind, type Device, type EquipmentKind, type PlaceKind, type TieKind } from './places';
export { systemActor, type Actor, type Deputyship, type Principal, type RoleGrant } from './principal';
export { roles, type Role } from './roles';
export {
  callerKinds,
  checkComplaintPath,
  checkRepairPath,
  contactChannels,
  conversionKinds,
  deskChannels,
  readCallerPath,
  registerCallerPath,
  visitorKinds,
  type CallerKind,
  type Checked,
  type CheckedComplaint,
  type ComplaintCheck,
  type ContactCaller,
  type ContactChannel,
  type ConversionKind,
  type ConvertedCaller,
  type Refused,
  type RepairCheck,
  type VisitorKind,
} from './reception';
export { dayInChina, datedNumber, type NumberLetter } from './human-numbers';
export { mostStars, verdictOf, type Verdict } from './ratings';
export { dispatchModes, pauseReasons, repairClasses, skills, type DispatchMode, type PauseReason, type RepairClass, type Skill } from './repairs';
export { caseVisiblePath, tellPersonPath, type AskedPrincipal, type CaseVisibility, type CaseVisibilityAsked, type PersonToTell } from './internal-routes';
export {
  caseBelongingsPath,
  deskBelongingsPath,
  followUpBelongingsPath,
  noticeBelongingsPath,
  paperBelongingsPath,
  workKinds,
  workOrderBelongingsPath,
  type BelongingsInHand,
  type BelongingsOf,
  type WorkInHand,
  type WorkKind,
} from './belongings';
export { promiseInWords, promiseNames, type PromiseName } from './promises';
export { linkWays, secondPersonBodies, type LinkWay, type SecondPersonBody } from './second-persons';
export { serviceNames, type ServiceName } from './services';
export { checkData, ContractError, envelopeSchema, isEventType, parseEvent, UnknownEventType, type WireEvent } from './wire-event';
