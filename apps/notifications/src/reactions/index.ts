import { CopyPeopleReaction } from './copy-people.reaction';
import { LinkComplaintsReaction } from './link-complaints.reaction';
import { TellAboutComplaintsReaction } from './tell-about-complaints.reaction';
import { TellAboutContactsReaction } from './tell-about-contacts.reaction';
import { TellAboutDestructionsReaction } from './tell-about-destructions.reaction';
import { TellAboutDirectivesReaction } from './tell-about-directives.reaction';
import { TellAboutDocumentsReaction } from './tell-about-documents.reaction';
import { TellAboutEscalationsReaction } from './tell-about-escalations.reaction';
import { TellAboutFixityReaction } from './tell-about-fixity.reaction';
import { TellAboutHandOversReaction } from './tell-about-hand-overs.reaction';
import { TellAboutHomeClaimsReaction } from './tell-about-home-claims.reaction';
import { TellAboutLendingReaction } from './tell-about-lending.reaction';
import { TellAboutLivingFilesReaction } from './tell-about-living-files.reaction';
import { TellAboutMonthsReaction } from './tell-about-months.reaction';
import { TellAboutOutcomeReaction } from './tell-about-outcome.reaction';
import { TellAboutOutgoingReaction } from './tell-about-outgoing.reaction';
import { TellAboutPhoneNotesReaction } from './tell-about-phone-notes.reaction';
import { TellAboutPrintJobsReaction } from './tell-about-print-jobs.reaction';
import { TellAboutRecordsReaction } from './tell-about-records.reaction';
import { TellAboutRepairsReaction } from './tell-about-repairs.reaction';
import { TellAboutStocktakesReaction } from './tell-about-stocktakes.reaction';
import { TellAboutTelephoneReaction } from './tell-about-telephone.reaction';
import { TellAboutTidyUpsReaction } from './tell-about-tidy-ups.reaction';
import { TellAboutVisitorsReaction } from './tell-about-visitors.reaction';
import { TellAboutWorkReaction } from './tell-about-work.reaction';
import { TellCrewsReaction } from './tell-crews.reaction';
import { TellOutsideReaction } from './tell-outside.reaction';
import { TellSecondPeopleReaction } from './tell-second-people.reaction';

/** What others announce, and whom that is told. */
export const reactions = [
  TellAboutRepairsReaction,
  TellAboutComplaintsReaction,
  TellCrewsReaction,
  TellAboutWorkReaction,
  TellAboutOutcomeReaction,
  TellOutsideReaction,
  TellAboutEscalationsReaction,
  TellAboutContactsReaction,
  TellSecondPeopleReaction,
  TellAboutDocumentsReaction,
  TellAboutOutgoingReaction,
  TellAboutDestructionsReaction,
  TellAboutStocktakesReaction,
  TellAboutHandOversReaction,
  TellAboutDirectivesReaction,
  TellAboutPrintJobsReaction,
  TellAboutLendingReaction,
  TellAboutLivingFilesReaction,
  TellAboutMonthsReaction,
  TellAboutTidyUpsReaction,
  LinkComplaintsReaction,
  TellAboutRecordsReaction,
  TellAboutFixityReaction,
  TellAboutPhoneNotesReaction,
  TellAboutTelephoneReaction,
  TellAboutVisitorsReaction,
  TellAboutHomeClaimsReaction,
  CopyPeopleReaction,
];
