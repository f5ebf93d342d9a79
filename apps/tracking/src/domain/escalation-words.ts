import { promiseNames, type PromiseName, type Role } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

type Recipient = 'responsible' | Exclude<Role, 'resident' | 'importer' | 'operator'>;
type Outcome = 'told' | 'nobody-on-duty' | 'acknowledged' | 'acted';
export type EscalationWord = PromiseName | Recipient | Outcome;

/** What every timeline says of a promise that is late: which, who was told, and what they did. */
export const escalationWords: Readonly<Record<EscalationWord, Localized>> = {
  ...promiseNames,
  responsible: { zh: '责任人', en: 'the responsible person' },
  desk: { zh: '客服', en: 'the desk' },
  'desk-lead': { zh: '客服主管', en: 'the desk lead' },
  clerk: { zh: '文员', en: 'the clerk' },
  technician: { zh: '维修工', en: 'the technician' },
  'crew-lead': { zh: '班长', en: 'the crew lead' },
  'duty-officer': { zh: '值班负责人', en: 'the duty officer' },
  'department-head': { zh: '部门主管', en: 'the department head' },
  director: { zh: '主任', en: 'the director' },
  company: { zh: '公司', en: 'the company' },
  told: { zh: '已通知', en: 'told' },
  acknowledged: { zh: '已知悉', en: 'acknowledged' },
  acted: { zh: '已处理', en: 'acted on' },
  'nobody-on-duty': { zh: '无人值班，转下一级', en: 'nobody on duty, passed on' },
};
