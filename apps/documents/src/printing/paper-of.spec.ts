import { outgoingKinds } from '@property-office/contracts';
import { namesSigner, paperOf, type Papered } from './paper-of';

const notice: Papered = {
  kind: 'notice',
  number: '发文〔2026〕12号',
  urgency: 'ordinary',
  confidentiality: 'open',
  dated: new Date('2026-11-27T16:30:00Z'),
  numberedAt: new Date('2026-11-28T17:00:00Z'),
  text: { title: '关于更换路灯的通知', body: '各部门：\n现将有关事项通知如下：\n一、时间\n' },
  recipients: ['各部门'],
  copiesTo: [],
  attendance: null,
  office: '阳光花园物业管理处',
  share: null,
  attachments: [],
  signer: null,
};

test('a notice goes out under a red head, dated by its sign-off on the calendar of China', () => {
  expect(paperOf(notice)).toMatchObject({
    form: 'document',
    mark: '阳光花园物业管理处文件',
    signature: '阳光花园物业管理处',
    date: '2026-11-28',
    imprint: { addressees: null, copiesTo: null, printed: { office: '阳光花园物业管理处', date: '2026-11-29' } },
  });
});

test.each(['letter', 'reply'] as const)('a %s has the form of a letter and no imprint', (kind) => {
  expect(paperOf({ ...notice, kind })).toMatchObject({ form: 'letter', mark: '阳光花园物业管理处', imprint: null });
});

test('who else has it stands in the imprint, of a letter alone', () => {
  const copiesTo = ['街道办事处', '社区居委会'];
  expect(paperOf({ ...notice, copiesTo }).imprint).toMatchObject({ copiesTo: '街道办事处，社区居委会', printed: { date: '2026-11-29' } });
  expect(paperOf({ ...notice, kind: 'letter', copiesTo }).imprint).toEqual({ addressees: null, copiesTo: '街道办事处，社区居委会', printed: null });
});

test('minutes are headed as such, say who was there and whom they go to, and bear no signature (10.3)', () => {
  const attendance = { present: ['李主任', '王芳'], absent: ['刘工'], observers: [] };
  expect(paperOf({ ...notice, kind: 'minutes', attendance, recipients: ['各部门', '业主委员会'] })).toMatchObject({
    form: 'minutes',
    mark: '阳光花园物业管理处会议纪要',
    signature: null,
    attendance: { present: '李主任、王芳', absent: '刘工', observers: null },
    imprint: { addressees: '各部门，业主委员会', copiesTo: null },
  });
});

test('the first line that ends with a colon is whom it goes to, and no other', () => {
  expect(paperOf(notice)).toMatchObject({ addressees: '各部门', body: '现将有关事项通知如下：\n一、时间' });
  const text = { title: '通知', body: '现将有关事项通知如下。\n各部门：' };
  expect(paperOf({ ...notice, text })).toMatchObject({ addressees: null, body: text.body });
});

test('a draft has neither number nor imprint', () => {
  expect(paperOf({ ...notice, number: null, numberedAt: null })).toMatchObject({ number: null, imprint: null });
});

test('urgency, confidentiality and the number of a copy stand on it', () => {
  expect(paperOf({ ...notice, urgency: 'most-urgent', confidentiality: 'confidential', share: 3 })).toMatchObject({ urgency: '特急', confidentiality: '保密', copyNumber: '000003' });
  expect(paperOf(notice)).toMatchObject({ urgency: null, confidentiality: null, copyNumber: null });
});

test('names what is attached, without the endings of files, in order', () => {
  const attachments = ['路灯位置图.pdf', '预算 v1.2.xlsx', '.说明', '无扩展名'];
  expect(paperOf({ ...notice, attachments }).attachments).toEqual(['路灯位置图', '预算 v1.2', '.说明', '无扩展名']);
});

test('names who signed it where it was signed for a higher office: reports and requests alone', () => {
  expect(paperOf({ ...notice, kind: 'request', signer: '王主任' })).toMatchObject({ signer: '王主任' });
  expect(outgoingKinds.filter(namesSigner)).toEqual(['report', 'request']);
});
