import type { Localized } from '@property-office/kernel';
import type { Role } from '@property-office/contracts';

/** What people call the roles (product.md, Words). */
export const roleNames: Readonly<Record<Role, Localized>> = {
  resident: { zh: '业主/住户', en: 'resident' },
  desk: { zh: '客服', en: 'desk agent' },
  'desk-lead': { zh: '客服主管', en: 'desk lead' },
  clerk: { zh: '文员', en: 'clerk' },
  technician: { zh: '维修工', en: 'technician' },
  'crew-lead': { zh: '班组长', en: 'crew lead' },
  'duty-officer': { zh: '值班负责人', en: 'duty officer' },
  'department-head': { zh: '部门主管', en: 'department head' },
  director: { zh: '主任', en: 'director' },
  company: { zh: '公司', en: 'company' },
  operator: { zh: '系统运维', en: 'operator' },
  importer: { zh: '数据导入', en: 'importer' },
};
