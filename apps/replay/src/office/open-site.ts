import type { Registrar } from '@property-office/office-client';
import type { Register } from '../source/registers';
import { crewPlans, deskAgents, staffOf, techniciansPerCrew, type CrewPlan } from './staff';

export interface Crew {
  id: string;
  plan: CrewPlan;
  /** Logins of who belongs to it. */
  technicians: string[];
}

export interface OpenSite {
  id: string;
  crews: Crew[];
  desk: string[];
}

/** Opens the site of a register with everybody who works there. What is there already stays as it is. */
export async function openSite(registrar: Registrar, { site: { code, zh, en, timeZone } }: Register): Promise<OpenSite> {
  const site = await registrar.site(code, { name: { zh, en }, timeZone });
  const crews: Crew[] = [];
  for (const plan of crewPlans) {
    const crew = await registrar.crew(site.id, plan.code, { name: plan.name, skills: plan.skills });
    const technicians: string[] = [];
    for (let number = 1; number <= techniciansPerCrew; number++) {
      const { login, personId } = await registrar.hire(site.id, { ...staffOf(code, plan.code, number), roles: ['technician'] });
      await registrar.joinCrew(crew.id, personId);
      technicians.push(login);
    }
    crews.push({ id: crew.id, plan, technicians });
  }
  const desk: string[] = [];
  for (let number = 1; number <= deskAgents; number++)
    desk.push((await registrar.hire(site.id, { ...staffOf(code, 'desk', number), roles: ['desk'] })).login);
  return { id: site.id, crews, desk };
}
