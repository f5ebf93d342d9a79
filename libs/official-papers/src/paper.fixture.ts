import type { OfficialPaper } from './official-paper';

export const paragraph =
  '根据《物业管理条例》和小区管理规约的有关规定，为切实加强消防安全管理，消除火灾隐患，自2026年12月1日起在全小区范围内开展冬季消防安全专项检查。';

export const notice: OfficialPaper = {
  form: 'document',
  mark: '阳光花园物业管理处文件',
  number: '阳物〔2026〕12号',
  copyNumber: null,
  confidentiality: null,
  urgency: null,
  signer: null,
  title: '阳光花园物业管理处关于开展冬季消防安全专项检查的通知',
  addressees: '各部门、各班组，全体业主',
  body: [paragraph, '一、检查范围', '（一）地下车库。重点检查消火栓、灭火器是否完好有效。', '1. 水压不低于0.35 MPa；'].join('\n'),
  attachments: ['消防安全检查记录表', '重点部位清单'],
  signature: '阳光花园物业管理处',
  date: '2026-11-28',
  note: '联系人：王芳',
  attendance: null,
  imprint: { addressees: null, copiesTo: '街道办事处，社区居民委员会', printed: { office: '阳光花园物业管理处办公室', date: '2026-11-29' } },
};

export const letter: OfficialPaper = { ...notice, form: 'letter', mark: '阳光花园物业管理处', number: '阳物函〔2026〕7号', urgency: '加急', attachments: ['消防安全检查记录表'], imprint: { ...notice.imprint!, printed: null } };

export const minutes: OfficialPaper = {
  ...notice,
  form: 'minutes',
  mark: '阳光花园物业管理处办公会议纪要',
  number: '〔2026〕5期',
  addressees: null,
  attachments: [],
  signature: null,
  note: null,
  attendance: { present: '李主任、王芳、张工', absent: '刘工', observers: null },
  imprint: { ...notice.imprint!, addressees: '各部门' },
};
