import type { Skill } from '@property-office/contracts';
import type { GrantableRole } from '../domain/role-authority';

export interface DemoStaff {
  name: string;
  /** Left out: works without a phone of their own. */
  login?: string;
  roles: GrantableRole[];
  /** Indexes of the sites they work on; empty: in the whole company. */
  sites: number[];
  /** Codes of crews on the first of their sites. */
  crews?: string[];
  leadsCrews?: boolean;
  /** Their account is closed, and nobody signs in with it. */
  hasLeft?: true;
}

export interface DemoCrew {
  site: number;
  code: string;
  name: { zh: string; en: string };
  kind: 'crew' | 'contractor';
  skills: Skill[];
}

/** Between them the crews of each site can do everything. */
export const demoCrews: readonly DemoCrew[] = [
  {
    site: 0,
    code: 'G1',
    name: { zh: '工程一班', en: 'Works crew 1' },
    kind: 'crew',
    skills: ['plumbing', 'electricity', 'appliances', 'general'],
  },
  {
    site: 0,
    code: 'G2',
    name: { zh: '工程二班', en: 'Works crew 2' },
    kind: 'crew',
    skills: ['doors-windows', 'masonry', 'lift', 'security-systems', 'general'],
  },
  {
    site: 0,
    code: 'H1',
    name: { zh: '环境班', en: 'Grounds crew' },
    kind: 'crew',
    skills: ['cleaning', 'greening'],
  },
  {
    site: 0,
    code: 'W1',
    name: { zh: '安达电梯维保', en: 'Anda Lift Service' },
    kind: 'contractor',
    skills: ['lift'],
  },
  {
    site: 1,
    code: 'Z1',
    name: { zh: '综合一班', en: 'Crew 1' },
    kind: 'crew',
    skills: ['plumbing', 'electricity', 'lift', 'appliances', 'general'],
  },
  {
    site: 1,
    code: 'Z2',
    name: { zh: '综合二班', en: 'Crew 2' },
    kind: 'crew',
    skills: ['doors-windows', 'masonry', 'security-systems', 'cleaning', 'greening', 'general'],
  },
];

export const demoStaff: readonly DemoStaff[] = [
  { name: '赵敏', login: 'director', roles: ['director'], sites: [0, 1] },
  { name: '钱文', login: 'clerk', roles: ['clerk'], sites: [0] },
  { name: '孙丽', login: 'desk', roles: ['desk'], sites: [0] },
  {
    name: '李强',
    login: 'lead',
    roles: ['crew-lead', 'desk-lead', 'duty-officer'],
    sites: [0],
    crews: ['G1', 'G2', 'H1'],
    leadsCrews: true,
  },
  { name: '周师傅', login: 'technician', roles: ['technician'], sites: [0], crews: ['G1', 'H1'] },
  { name: '吴师傅', login: 'technician2', roles: ['technician'], sites: [0], crews: ['G1', 'G2'] },
  { name: '郑师傅', roles: ['technician'], sites: [0], crews: ['G2', 'H1'] },
  { name: '王运维', login: 'operator', roles: ['operator', 'importer'], sites: [] },
  { name: '冯娟', login: 'desk2', roles: ['desk'], sites: [1] },
  {
    name: '陈刚',
    login: 'lead2',
    roles: ['crew-lead', 'desk-lead', 'duty-officer'],
    sites: [1],
    crews: ['Z1', 'Z2'],
    leadsCrews: true,
  },
  { name: '褚师傅', roles: ['technician'], sites: [1], crews: ['Z1', 'Z2'] },
  // The director's first deputy, and whom everything reaches at last.
  { name: '卫东', login: 'deputy', roles: ['department-head', 'duty-officer'], sites: [0] },
  { name: '许总', login: 'company', roles: ['company'], sites: [] },
  // Gone, and still a member of a crew: that is on the list of what is to be taken over (G6).
  { name: '蒋师傅', login: 'former', roles: ['technician'], sites: [1], crews: ['Z2'], hasLeft: true },
];
