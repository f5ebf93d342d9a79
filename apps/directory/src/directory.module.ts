import { Module } from '@nestjs/common';
import type { ServiceDefinition } from '@property-office/backbone';
import { homeClaimMachine } from './domain/home-claim-states';
import { duty } from './duty-parts';
import { ChangeCrewController } from './features/change-crew/change-crew.controller';
import { ChangeCrewHandler } from './features/change-crew/change-crew.handler';
import { ChangeHomeCareController } from './features/change-home-care/change-home-care.controller';
import { ChangeHomeCareHandler } from './features/change-home-care/change-home-care.handler';
import { ChangePasswordController } from './features/change-password/change-password.controller';
import { ChangePasswordHandler } from './features/change-password/change-password.handler';
import { ChangePersonController } from './features/change-person/change-person.controller';
import { ChangePersonHandler } from './features/change-person/change-person.handler';
import { CorrectDeviceNumberController } from './features/correct-device-number/correct-device-number.controller';
import { CorrectDeviceNumberHandler } from './features/correct-device-number/correct-device-number.handler';
import { ChangePlaceController } from './features/change-place/change-place.controller';
import { ChangePlaceHandler } from './features/change-place/change-place.handler';
import { ChangeSiteController } from './features/change-site/change-site.controller';
import { ChangeSiteHandler } from './features/change-site/change-site.handler';
import { ClaimHomeController } from './features/claim-home/claim-home.controller';
import { ClaimHomeHandler } from './features/claim-home/claim-home.handler';
import { CloseAccountController } from './features/close-account/close-account.controller';
import { CloseAccountHandler } from './features/close-account/close-account.handler';
import { ConfirmHomeClaimController } from './features/confirm-home-claim/confirm-home-claim.controller';
import { ConfirmHomeClaimHandler } from './features/confirm-home-claim/confirm-home-claim.handler';
import { CreateAccountController } from './features/create-account/create-account.controller';
import { CreateAccountHandler } from './features/create-account/create-account.handler';
import { CreateCrewController } from './features/create-crew/create-crew.controller';
import { CreateCrewHandler } from './features/create-crew/create-crew.handler';
import { CreatePersonController } from './features/create-person/create-person.controller';
import { CreatePersonHandler } from './features/create-person/create-person.handler';
import { CreateSiteController } from './features/create-site/create-site.controller';
import { CreateSiteHandler } from './features/create-site/create-site.handler';
import { EndAccountSessionsController } from './features/end-account-sessions/end-account-sessions.controller';
import { EndAccountSessionsHandler } from './features/end-account-sessions/end-account-sessions.handler';
import { EndDueTieHandler } from './features/end-due-tie/end-due-tie.handler';
import { EndMemberController } from './features/end-member/end-member.controller';
import { EndMemberHandler } from './features/end-member/end-member.handler';
import { EndRoleController } from './features/end-role/end-role.controller';
import { EndRoleHandler } from './features/end-role/end-role.handler';
import { EndRolesOfLeaversHandler } from './features/end-roles-of-leavers/end-roles-of-leavers.handler';
import { EndSessionController } from './features/end-session/end-session.controller';
import { EndTieController } from './features/end-tie/end-tie.controller';
import { EndTieHandler } from './features/end-tie/end-tie.handler';
import { GrantRoleController } from './features/grant-role/grant-role.controller';
import { GrantRoleHandler } from './features/grant-role/grant-role.handler';
import { ImportPlacesController } from './features/import-places/import-places.controller';
import { ImportPlacesHandler } from './features/import-places/import-places.handler';
import { JoinCrewController } from './features/join-crew/join-crew.controller';
import { JoinCrewHandler } from './features/join-crew/join-crew.handler';
import { LeaveCrewController } from './features/leave-crew/leave-crew.controller';
import { LeaveCrewHandler } from './features/leave-crew/leave-crew.handler';
import { ListAccountsController } from './features/list-accounts/list-accounts.controller';
import { ListClaimSitesController } from './features/list-claim-sites/list-claim-sites.controller';
import { ListCrewsController } from './features/list-crews/list-crews.controller';
import { ListHomeClaimsController } from './features/list-home-claims/list-home-claims.controller';
import { ListMembersController } from './features/list-members/list-members.controller';
import { ListOfficeRulesController } from './features/list-office-rules/list-office-rules.controller';
import { ListPeopleController } from './features/list-people/list-people.controller';
import { ListPlacesController } from './features/list-places/list-places.controller';
import { ListRolesController } from './features/list-roles/list-roles.controller';
import { ListSessionsController } from './features/list-sessions/list-sessions.controller';
import { ListSitesController } from './features/list-sites/list-sites.controller';
import { MatchPeopleController } from './features/match-people/match-people.controller';
import { ListTiesController } from './features/list-ties/list-ties.controller';
import { MoveOutController } from './features/move-out/move-out.controller';
import { MoveOutHandler } from './features/move-out/move-out.handler';
import { ReadContactsController } from './features/read-contacts/read-contacts.controller';
import { ReadCurrentSessionController } from './features/read-current-session/read-current-session.controller';
import { ReadHomeCareController } from './features/read-home-care/read-home-care.controller';
import { ReadHomeController } from './features/read-home/read-home.controller';
import { ReadPersonController } from './features/read-person/read-person.controller';
import { ReadPlaceController } from './features/read-place/read-place.controller';
import { ReadStandingController } from './features/read-standing/read-standing.controller';
import { RefuseHomeClaimController } from './features/refuse-home-claim/refuse-home-claim.controller';
import { RefuseHomeClaimHandler } from './features/refuse-home-claim/refuse-home-claim.handler';
import { RegisterMemberController } from './features/register-member/register-member.controller';
import { RegisterMemberHandler } from './features/register-member/register-member.handler';
import { RegisterPlaceController } from './features/register-place/register-place.controller';
import { RegisterPlaceHandler } from './features/register-place/register-place.handler';
import { ResetPasswordController } from './features/reset-password/reset-password.controller';
import { ResetPasswordHandler } from './features/reset-password/reset-password.handler';
import { ResolveSessionController } from './features/resolve-session/resolve-session.controller';
import { SearchCallersController } from './features/search-callers/search-callers.controller';
import { SearchCallersHandler } from './features/search-callers/search-callers.handler';
import { SendOneTimeCodeController } from './features/send-one-time-code/send-one-time-code.controller';
import { SendOneTimeCodeHandler } from './features/send-one-time-code/send-one-time-code.handler';
import { SignInByCodeHandler } from './features/sign-in-by-code/sign-in-by-code.handler';
import { SetOfficeRuleController } from './features/set-office-rule/set-office-rule.controller';
import { SetOfficeRuleHandler } from './features/set-office-rule/set-office-rule.handler';
import { SignInController } from './features/sign-in/sign-in.controller';
import { SignInHandler } from './features/sign-in/sign-in.handler';
import { SignOutController } from './features/sign-out/sign-out.controller';
import { TieHomeController } from './features/tie-home/tie-home.controller';
import { TieHomeHandler } from './features/tie-home/tie-home.handler';
import { UnmaskPersonController } from './features/unmask-person/unmask-person.controller';
import { WithdrawHomeClaimController } from './features/withdraw-home-claim/withdraw-home-claim.controller';
import { WithdrawHomeClaimHandler } from './features/withdraw-home-claim/withdraw-home-claim.handler';
import { PasswordHasher } from './passwords/password-hasher';
import { HeldRoles } from './persistence/held-roles';
import { OfficeRuleTable } from './persistence/office-rules';
import { sealedPhones } from './persistence/person-phone';
import { ReadAccounts } from './persistence/read-accounts';
import { ReadCrews } from './persistence/read-crews';
import { ReadHomeCare } from './persistence/read-home-care';
import { ReadHomeClaims } from './persistence/read-home-claims';
import { ReadMembers } from './persistence/read-members';
import { ReadPeople } from './persistence/read-people';
import { ReadPlaces } from './persistence/read-places';
import { ReadRoles } from './persistence/read-roles';
import { ReadSites } from './persistence/read-sites';
import { ReadStanding } from './persistence/read-standing';
import { ReadTies } from './persistence/read-ties';
import { directorySchema } from './persistence/schema';
import { DescribePrincipal } from './sessions/describe-principal';
import { OneTimeCodes } from './sessions/one-time-codes';
import { OwnSessions } from './sessions/own-sessions';
import { sessionCookieProvider } from './sessions/session-cookie.provider';
import { DirectorySessionResolver } from './sessions/session-resolver';
import { SignInAttempts } from './sessions/sign-in-attempts';
import { HolidayWatch } from './setup/holiday-watch';

const places = {
  controllers: [
    ListSitesController,
    CreateSiteController,
    ChangeSiteController,
    ListPlacesController,
    ReadPlaceController,
    ReadHomeController,
    RegisterPlaceController,
    ChangePlaceController,
    CorrectDeviceNumberController,
    ImportPlacesController,
  ],
  providers: [
    ReadSites,
    ReadPlaces,
    CreateSiteHandler,
    ChangeSiteHandler,
    RegisterPlaceHandler,
    ChangePlaceHandler,
    CorrectDeviceNumberHandler,
    ImportPlacesHandler,
  ],
};

const people = {
  controllers: [
    ListPeopleController,
    ReadPersonController,
    ReadStandingController,
    CreatePersonController,
    ChangePersonController,
    UnmaskPersonController,
    ReadContactsController,
    MatchPeopleController,
    SearchCallersController,
    ListTiesController,
    TieHomeController,
    EndTieController,
    ListRolesController,
    GrantRoleController,
    EndRoleController,
    ListCrewsController,
    CreateCrewController,
    ChangeCrewController,
    JoinCrewController,
    LeaveCrewController,
  ],
  providers: [
    ReadPeople,
    SearchCallersHandler,
    ReadStanding,
    ReadTies,
    ReadRoles,
    ReadCrews,
    CreatePersonHandler,
    ChangePersonHandler,
    TieHomeHandler,
    EndTieHandler,
    HeldRoles,
    GrantRoleHandler,
    EndRoleHandler,
    EndRolesOfLeaversHandler,
    CreateCrewHandler,
    ChangeCrewHandler,
    JoinCrewHandler,
    LeaveCrewHandler,
  ],
};

/** Residents' own accounts: claims of homes, households, moving out (W2.6). */
const residents = {
  controllers: [
    ReadHomeCareController,
    ChangeHomeCareController,
    ClaimHomeController,
    ConfirmHomeClaimController,
    RefuseHomeClaimController,
    WithdrawHomeClaimController,
    RegisterMemberController,
    EndMemberController,
    MoveOutController,
    ListHomeClaimsController,
    ListClaimSitesController,
    ListMembersController,
  ],
  providers: [
    ReadHomeClaims,
    ReadHomeCare,
    ChangeHomeCareHandler,
    ReadMembers,
    ClaimHomeHandler,
    ConfirmHomeClaimHandler,
    RefuseHomeClaimHandler,
    WithdrawHomeClaimHandler,
    RegisterMemberHandler,
    EndMemberHandler,
    MoveOutHandler,
    EndDueTieHandler,
  ],
};

const accounts = {
  controllers: [
    SendOneTimeCodeController,
    SignInController,
    ReadCurrentSessionController,
    SignOutController,
    ListSessionsController,
    EndSessionController,
    ResolveSessionController,
    ListAccountsController,
    CreateAccountController,
    ChangePasswordController,
    ResetPasswordController,
    EndAccountSessionsController,
    CloseAccountController,
  ],
  providers: [
    sessionCookieProvider,
    PasswordHasher,
    SignInAttempts,
    DirectorySessionResolver,
    DescribePrincipal,
    OwnSessions,
    ReadAccounts,
    OneTimeCodes,
    SendOneTimeCodeHandler,
    SignInByCodeHandler,
    SignInHandler,
    CreateAccountHandler,
    ChangePasswordHandler,
    ResetPasswordHandler,
    EndAccountSessionsHandler,
    CloseAccountHandler,
  ],
};

/** Service hours, holidays, targets, escalation plans (G4, G5, Q1). */
const rules = {
  controllers: [ListOfficeRulesController, SetOfficeRuleController],
  providers: [OfficeRuleTable, SetOfficeRuleHandler, HolidayWatch],
};

/** People, roles, places and sign-in (G1, G6, G7): what all-in-one mounts. */
@Module({
  controllers: [
    ...places.controllers,
    ...people.controllers,
    ...residents.controllers,
    ...accounts.controllers,
    ...duty.controllers,
    ...rules.controllers,
  ],
  providers: [
    ...places.providers,
    ...people.providers,
    ...residents.providers,
    ...accounts.providers,
    ...duty.providers,
    ...rules.providers,
  ],
})
export class DirectoryModule {}

export const directory: ServiceDefinition = {
  name: 'directory',
  schema: directorySchema,
  module: DirectoryModule,
  stateMachines: [homeClaimMachine],
  sealed: [sealedPhones],
};
