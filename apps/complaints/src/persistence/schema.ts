import { platformMigrations } from '@property-office/backbone';
import { deadlineMigrations } from '@property-office/deadlines';
import { homeCareMigrations } from '@property-office/home-care';
import type { ServiceSchema } from '@property-office/persistence';
import { CauseMeasure } from './cause-measure.entity';
import { Complaint } from './complaint.entity';
import { Complaints1763901100000 } from './migrations/1763901100000-complaints.migration';
import { Conversions1763901100100 } from './migrations/1763901100100-conversions.migration';
import { ConvertedCallers1764900100000 } from './migrations/1764900100000-converted-callers.migration';
import { CountedStrangers1766700500000 } from './migrations/1766700500000-counted-strangers.migration';
import { CorrectedComplaints1765200200000 } from './migrations/1765200200000-corrected-complaints.migration';
import { Accounts1766700100000 } from './migrations/1766700100000-accounts.migration';
import { BorneBefore1766800000000 } from './migrations/1766800000000-borne-before.migration';
import { CaseRules1765200450000 } from './migrations/1765200450000-case-rules.migration';
import { WatchedTasks1765200500000 } from './migrations/1765200500000-watched-tasks.migration';
import { CauseMeasures1765200600000 } from './migrations/1765200600000-cause-measures.migration';
import { MergedRepairs1765200400000 } from './migrations/1765200400000-merged-repairs.migration';
import { FinishedRepairs1765200750000 } from './migrations/1765200750000-finished-repairs.migration';
import { ForgottenMerges1766700200000 } from './migrations/1766700200000-forgotten-merges.migration';
import { ForgottenRepairEnds1765400300000 } from './migrations/1765400300000-forgotten-repair-ends.migration';
import { ToldExtensions1766700300000 } from './migrations/1766700300000-told-extensions.migration';
import { ToldHouseholds1765500300000 } from './migrations/1765500300000-told-households.migration';
import { ToldOutcomes1766700400000 } from './migrations/1766700400000-told-outcomes.migration';
import { GroupsOfComplainants1766400000000 } from './migrations/1766400000000-groups-of-complainants.migration';
import { MeasuredEnquiries1765400100000 } from './migrations/1765400100000-measured-enquiries.migration';
import { HandlersAgain1765500000000 } from './migrations/1765500000000-handlers-again.migration';
import { JoinedHotlines1765400000000 } from './migrations/1765400000000-joined-hotlines.migration';
import { JoinedContacts1765200000000 } from './migrations/1765200000000-joined-contacts.migration';
import { FollowedUp1766500200000 } from './migrations/1766500200000-followed-up.migration';
import { FurtherHomes1766500000000 } from './migrations/1766500000000-further-homes.migration';
import { WokenGroups1766500100000 } from './migrations/1766500100000-woken-groups.migration';
import { NamedPlaces1766400100000 } from './migrations/1766400100000-named-places.migration';
import { OneCopyOfAccounts1795963800400 } from './migrations/1795963800400-one-copy-of-accounts.migration';
import { Promises1763901100200 } from './migrations/1763901100200-promises.migration';
import { SettledWords1766700000000 } from './migrations/1766700000000-settled-words.migration';
import { TakenBackMerges1766600000000 } from './migrations/1766600000000-taken-back-merges.migration';
import { Suggestion } from './suggestion.entity';
import { HandedMeasures1795973600000 } from './migrations/1795973600000-handed-measures.migration';
import { WorkInHand1795973300000 } from './migrations/1795973300000-work-in-hand.migration';

export const complaintsSchema: ServiceSchema = {
  service: 'complaints',
  entities: [Complaint, Suggestion, CauseMeasure],
  migrations: [
    ...platformMigrations,
    ...deadlineMigrations,
    ...homeCareMigrations,
    Complaints1763901100000,
    Conversions1763901100100,
    Promises1763901100200,
    ConvertedCallers1764900100000,
    JoinedContacts1765200000000,
    CorrectedComplaints1765200200000,
    MergedRepairs1765200400000,
    CaseRules1765200450000,
    WatchedTasks1765200500000,
    CauseMeasures1765200600000,
    FinishedRepairs1765200750000,
    JoinedHotlines1765400000000,
    MeasuredEnquiries1765400100000,
    ForgottenRepairEnds1765400300000,
    HandlersAgain1765500000000,
    ToldHouseholds1765500300000,
    GroupsOfComplainants1766400000000,
    NamedPlaces1766400100000,
    FurtherHomes1766500000000,
    WokenGroups1766500100000,
    FollowedUp1766500200000,
    TakenBackMerges1766600000000,
    SettledWords1766700000000,
    Accounts1766700100000,
    ForgottenMerges1766700200000,
    ToldExtensions1766700300000,
    ToldOutcomes1766700400000,
    CountedStrangers1766700500000,
    BorneBefore1766800000000,
    OneCopyOfAccounts1795963800400,
    WorkInHand1795973300000,
    HandedMeasures1795973600000,
  ],
  poolSize: 3,
};
