import { CheckJoining } from './features/check-complaint/check-joining';
import { AddComplainant } from './features/join-complaint/add-complainant';
import { JoinComplaintController } from './features/join-complaint/join-complaint.controller';
import { JoinComplaintHandler } from './features/join-complaint/join-complaint.handler';
import { ListJoinableComplaintsController } from './features/list-joinable-complaints/list-joinable-complaints.controller';
import { HideTogether } from './features/merge-complaint/hide-together';
import { MergeComplaintController } from './features/merge-complaint/merge-complaint.controller';
import { MergeComplaintHandler } from './features/merge-complaint/merge-complaint.handler';
import { TakeOverComplaint } from './features/merge-complaint/take-over-complaint';
import { LeaveComplaint } from './features/take-back-merge/leave-complaint';
import { TakeBackMergeController } from './features/take-back-merge/take-back-merge.controller';
import { TakeBackMergeHandler } from './features/take-back-merge/take-back-merge.handler';
import { TellAgain } from './features/take-back-merge/tell-again';
import { Doubles } from './persistence/doubles';
import { ExtensionStandings } from './persistence/extension-standings';
import { JoinableComplaints } from './persistence/joinable-complaints';
import { JoinedComplainants } from './persistence/joined-complainants';
import { Merges } from './persistence/merges';

/** Complaints of several about one matter (W2.3): who joins one, which of them are merged, and what of that is taken back. */
export const groupControllers = [ListJoinableComplaintsController, JoinComplaintController, MergeComplaintController, TakeBackMergeController];

export const groupProviders = [
  CheckJoining,
  AddComplainant,
  JoinComplaintHandler,
  MergeComplaintHandler,
  HideTogether,
  TakeOverComplaint,
  TakeBackMergeHandler,
  TellAgain,
  LeaveComplaint,
  Doubles,
  ExtensionStandings,
  Merges,
  JoinedComplainants,
  JoinableComplaints,
];
