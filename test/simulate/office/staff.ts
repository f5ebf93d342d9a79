import type { Skill } from '@property-office/contracts';
import type { Post } from '@property-office/office-client';
import type { Scale } from '../planning/scale';

/** Who works here besides the agents of the desk, by the login they are called by in a plan. */
export const colleagues: ReadonlyArray<Omit<Post, 'phone'>> = [
  { login: 'director', name: '主任', roles: ['director'] },
  { login: 'deputy', name: '副主任', roles: ['department-head', 'duty-officer'] },
  { login: 'lead', name: '客服主管', roles: ['desk-lead', 'duty-officer'] },
  { login: 'clerk', name: '文员', roles: ['clerk'] },
  { login: 'foreman', name: '班长', roles: ['crew-lead'] },
  { login: 'technician-1', name: '维修工一', roles: ['technician'] },
  { login: 'technician-2', name: '维修工二', roles: ['technician'] },
  { login: 'technician-3', name: '维修工三', roles: ['technician'] },
];

export const agentsOf = ({ deskAgents }: Scale): Array<Omit<Post, 'phone'>> =>
  Array.from({ length: deskAgents }, (_, n) => ({ login: `desk-${n + 1}`, name: `客服${n + 1}`, roles: ['desk'] }));

/** Who answers for whom. */
export const superiors: ReadonlyArray<readonly [of: RegExp, is: string]> = [
  [/^(?:desk-\d+|clerk)$/, 'lead'],
  [/^technician-\d+$/, 'foreman'],
  [/^(?:lead|foreman)$/, 'deputy'],
  [/^deputy$/, 'director'],
  [/^director$/, 'company'],
];

export interface CrewPlan {
  code: string;
  name: { zh: string; en: string };
  skills: readonly Skill[];
  members: readonly string[];
}

/** Between them they can do everything; the foreman leads both. */
export const crewPlans: readonly CrewPlan[] = [
  {
    code: 'C1',
    name: { zh: '水电班', en: 'Crew 1' },
    skills: ['plumbing', 'electricity', 'appliances', 'lift', 'security-systems', 'general'],
    members: ['technician-1', 'technician-2'],
  },
  { code: 'C2', name: { zh: '综合班', en: 'Crew 2' }, skills: ['doors-windows', 'masonry', 'cleaning', 'greening', 'general'], members: ['technician-2', 'technician-3'] },
];

/** Takes turns as duty officer, a day each. */
export const dutyOfficers = ['lead', 'deputy'] as const;
