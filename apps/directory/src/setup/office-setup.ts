import type { FieldCipher } from '@property-office/access';
import { Audit } from '@property-office/audit';
import type { Principal, Role } from '@property-office/contracts';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { setupPrincipal } from '../acting/setup-principal';
import type { GrantableRole } from '../domain/role-authority';
import type { ChangeHomeCareDto } from '../features/change-home-care/change-home-care.dto';
import { ChangeHomeCareHandler } from '../features/change-home-care/change-home-care.handler';
import type { ClaimHomeDto } from '../features/claim-home/claim-home.dto';
import { ClaimHomeHandler } from '../features/claim-home/claim-home.handler';
import { CloseAccountHandler } from '../features/close-account/close-account.handler';
import { ConfirmHomeClaimHandler } from '../features/confirm-home-claim/confirm-home-claim.handler';
import { CreateAccountHandler } from '../features/create-account/create-account.handler';
import { CreateCrewHandler } from '../features/create-crew/create-crew.handler';
import type { CreateCrewDto } from '../features/create-crew/create-crew.dto';
import { CreatePersonHandler } from '../features/create-person/create-person.handler';
import { CreateSiteHandler } from '../features/create-site/create-site.handler';
import type { CreateSiteDto } from '../features/create-site/create-site.dto';
import { GrantRoleHandler } from '../features/grant-role/grant-role.handler';
import { ImportPlacesHandler } from '../features/import-places/import-places.handler';
import type { ImportedPlaceDto } from '../features/import-places/import-places.dto';
import { JoinCrewHandler } from '../features/join-crew/join-crew.handler';
import { GiveDelegationHandler } from '../features/give-delegation/give-delegation.handler';
import type { GiveDelegationDto } from '../features/give-delegation/give-delegation.dto';
import { PlanDutyHandler } from '../features/plan-duty/plan-duty.handler';
import type { PlanDutyDto } from '../features/plan-duty/plan-duty.dto';
import { RefuseHomeClaimHandler } from '../features/refuse-home-claim/refuse-home-claim.handler';
import { SetSuperiorHandler } from '../features/set-superior/set-superior.handler';
import { TieHomeHandler } from '../features/tie-home/tie-home.handler';
import type { TieHomeDto } from '../features/tie-home/tie-home.dto';
import { WithdrawHomeClaimHandler } from '../features/withdraw-home-claim/withdraw-home-claim.handler';
import { HeldRoles } from '../persistence/held-roles';
import type { HomeClaim } from '../persistence/home-claim.entity';

/** The use cases, as the office itself runs them before anybody can sign in: same rules, same ledger, one transaction. */
export class OfficeSetup {
  private readonly sites: CreateSiteHandler;
  private readonly places: ImportPlacesHandler;
  private readonly people: CreatePersonHandler;
  private readonly ties: TieHomeHandler;
  private readonly roles: GrantRoleHandler;
  private readonly crews: CreateCrewHandler;
  private readonly members: JoinCrewHandler;
  private readonly accounts: CreateAccountHandler;
  private readonly closing: CloseAccountHandler;
  private readonly duties: PlanDutyHandler;
  private readonly deputies: GiveDelegationHandler;
  private readonly superiors: SetSuperiorHandler;
  private readonly claims: ClaimHomeHandler;
  private readonly confirming: ConfirmHomeClaimHandler;
  private readonly refusing: RefuseHomeClaimHandler;
  private readonly withdrawing: WithdrawHomeClaimHandler;
  private readonly cares: ChangeHomeCareHandler;

  constructor(
    private readonly tx: Transaction,
    ledger: Ledger,
    fieldCipher: FieldCipher,
  ) {
    this.sites = new CreateSiteHandler(ledger);
    this.places = new ImportPlacesHandler(ledger);
    this.people = new CreatePersonHandler(ledger, fieldCipher);
    this.ties = new TieHomeHandler(ledger);
    this.roles = new GrantRoleHandler(ledger, new Audit());
    this.crews = new CreateCrewHandler(ledger);
    this.members = new JoinCrewHandler(ledger);
    this.accounts = new CreateAccountHandler(ledger);
    this.closing = new CloseAccountHandler(ledger, new HeldRoles(ledger, new Audit()));
    this.duties = new PlanDutyHandler(ledger);
    this.deputies = new GiveDelegationHandler(ledger);
    this.superiors = new SetSuperiorHandler(ledger);
    this.claims = new ClaimHomeHandler(ledger);
    this.confirming = new ConfirmHomeClaimHandler(ledger);
    this.refusing = new RefuseHomeClaimHandler(ledger);
    this.withdrawing = new WithdrawHomeClaimHandler(ledger);
    this.cares = new ChangeHomeCareHandler(ledger, fieldCipher);
  }

  async site(input: CreateSiteDto): Promise<string> {
    return (await this.sites.execute(this.tx, setupPrincipal, input)).id;
  }

  /** @returns ids by external code */
  async registerPlaces(siteId: string, places: ImportedPlaceDto[]): Promise<Map<string, string>> {
    const answers = await this.places.execute(this.tx, setupPrincipal, { siteId, places });
    return new Map(answers.map(({ externalCode, id }) => [externalCode, id]));
  }

  async person(name: string, phone?: string, siteId?: string): Promise<string> {
    return (
      await this.people.execute(this.tx, setupPrincipal, {
        name,
        ...(phone && { phone }),
        ...(siteId && { siteId }),
      })
    ).id;
  }

  async tie(input: TieHomeDto): Promise<void> {
    await this.ties.execute(this.tx, setupPrincipal, input);
  }

  /** As the person themself would. */
  claim(personId: string, input: ClaimHomeDto): Promise<HomeClaim> {
    return this.claims.execute(this.tx, { ...setupPrincipal, personId, roles: [] }, input);
  }

  async confirmClaim(agent: AtDesk, { id }: HomeClaim): Promise<void> {
    await this.confirming.execute(this.tx, { principal: atDesk(agent) }, id, {});
  }

  async refuseClaim(agent: AtDesk, { id }: HomeClaim, reason: string): Promise<void> {
    await this.refusing.execute(this.tx, { principal: atDesk(agent) }, id, reason);
  }

  async withdrawClaim({ id, personId }: HomeClaim): Promise<void> {
    await this.withdrawing.execute(this.tx, { principal: { ...setupPrincipal, personId, roles: [] } }, id);
  }

  /** As the desk of the site would. */
  async care(siteId: string, homeId: string, input: ChangeHomeCareDto): Promise<void> {
    await this.cares.execute(this.tx, { principal: atDesk({ siteId }), ifMatch: '*' }, homeId, input);
  }

  /** @param from now unless given */
  async role(personId: string, role: GrantableRole, siteId?: string, from?: Date): Promise<void> {
    await this.roles.execute(this.tx, setupPrincipal, {
      personId,
      role,
      ...(siteId && { siteId }),
      ...(from && { from }),
    });
  }

  async crew(input: CreateCrewDto): Promise<string> {
    return (await this.crews.execute(this.tx, setupPrincipal, input)).id;
  }

  async member(crewId: string, personId: string, lead: boolean): Promise<void> {
    await this.members.execute(this.tx, { principal: setupPrincipal }, crewId, { personId, lead });
  }

  /** @returns its id */
  async account(personId: string, login: string, passwordHash: string): Promise<string> {
    return (await this.accounts.execute(this.tx, setupPrincipal, { personId, login, passwordHash })).id;
  }

  async closeAccount(id: string): Promise<void> {
    await this.closing.execute(this.tx, { principal: setupPrincipal, ifMatch: '*' }, id);
  }

  async duty(input: PlanDutyDto): Promise<void> {
    await this.duties.execute(this.tx, setupPrincipal, input);
  }

  async deputy(input: GiveDelegationDto): Promise<void> {
    await this.deputies.execute(this.tx, setupPrincipal, input);
  }

  async superior(personId: string, superiorId: string): Promise<void> {
    await this.superiors.execute(this.tx, setupPrincipal, { personId, superiorId });
  }
}

/** Who acts at the desk of a site. Nobody named: whoever sets the office up. */
interface AtDesk {
  personId?: string;
  siteId: string;
}

function atDesk({ personId = setupPrincipal.personId, siteId }: AtDesk): Principal {
  return { ...setupPrincipal, personId, roles: [{ role: 'desk', siteId }] };
}

/** An account that was made, for whoever prints the first accounts. */
export interface FirstAccount {
  login: string;
  name: string;
  roles: Role[];
}
