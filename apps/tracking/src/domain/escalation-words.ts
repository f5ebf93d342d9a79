import type { Role } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

type DocumentPromise = 'propose' | 'decide' | 'act' | 'nearly-due' | 'reply-to-sender' | 'read';
type PromiseWord = 'accept' | 'answer' | 'first-contact' | 'reply' | 'solved' | 'taken-by-director' | 'first-result' | 'on-site' | 'plan' | 'done' | 'follow-up' | DocumentPromise;
type Recipient = 'responsible' | Exclude<Role, 'resident' | 'importer' | 'operator'>;
type Outcome = 'told' | 'nobody-on-duty' | 'acknowledged' | 'acted';
export type EscalationWord = PromiseWord | Recipient | Outcome;

/** What every timeline says of a promise that is late: which, who was told, and what they did. */
export const escalationWords: Readonly<Record<EscalationWord, Localized>> = {
  accept: { zh: '接手', en: 'acceptance' },
  answer: { zh: '响应', en: 'answer' },
  'first-contact': { zh: '首次联系', en: 'first contact' },
  reply: { zh: '答复', en: 'reply' },
  solved: { zh: '办结', en: 'solution' },
  'taken-by-director': { zh: '主任接手', en: 'taken by the director' },
  'first-result': { zh: '初步结果', en: 'first result' },
  'on-site': { zh: '到场', en: 'on site' },
  plan: { zh: '维修计划', en: 'plan' },
  done: { zh: '完工', en: 'done' },
  'follow-up': { zh: '首次回访', en: 'first try of the follow-up' },
  propose: { zh: '拟办', en: 'proposed handling' },
  decide: { zh: '批示', en: 'decision' },
  act: { zh: '承办', en: 'acting on it' },
  'nearly-due': { zh: '承办将到期', en: 'due tomorrow' },
  'reply-to-sender': { zh: '答复来文单位', en: 'answer to its sender' },
  read: { zh: '传阅', en: 'reading' },
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
