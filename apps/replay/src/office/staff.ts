import type { Skill } from '@property-office/contracts';

export interface CrewPlan {
  code: string;
  name: { zh: string; en: string };
  skills: Skill[];
}

/** Between them they can do everything. */
export const crewPlans: readonly CrewPlan[] = [
  { code: 'R1', name: { zh: '水暖班', en: 'Plumbing crew' }, skills: ['plumbing', 'appliances', 'general'] },
  {
    code: 'R2',
    name: { zh: '机电班', en: 'Electrical crew' },
    skills: ['electricity', 'lift', 'security-systems', 'general'],
  },
  {
    code: 'R3',
    name: { zh: '土建班', en: 'Building crew' },
    skills: ['doors-windows', 'masonry', 'general'],
  },
  { code: 'R4', name: { zh: '环境班', en: 'Grounds crew' }, skills: ['cleaning', 'greening'] },
];

export const techniciansPerCrew = 2;
export const deskAgents = 3;

/** What a member of staff is called, and signs in as: `bos311-r1-2`, `bos311-desk-1`. */
export function staffOf(siteCode: string, post: string, number: number): { login: string; name: string } {
  return {
    login: `${siteCode}-${post}-${number}`.toLowerCase(),
    name: `${siteCode} ${post.toUpperCase()} ${number}`,
  };
}
