import { mailOf } from './mail-of';

const content = { title: '停水通知', text: '明天 9 点停水。\n\n请备水 <2 桶> & 关阀', template: { kind: 'notice', parameters: {} } };

it.each(['zh', 'en'] as const)('a mail says the same in plain text and HTML (%s)', (language) => {
  const mail = mailOf(content, 'lin@example.org', language, 'https://office.example.org');
  expect(mail).toMatchObject({ to: 'lin@example.org', subject: '停水通知' });
  expect(mail.text).toContain('请备水 <2 桶> & 关阀');
  expect(mail.html).toContain('<p>请备水 &lt;2 桶&gt; &amp; 关阀</p>');
  expect(mail.html).toContain(language === 'zh' ? 'lang="zh-CN"' : 'lang="en"');
  for (const each of [mail.text, mail.html]) {
    expect(each).toContain('https://office.example.org');
    expect(each).toContain(language === 'zh' ? '请勿回复' : 'nobody reads answers');
  }
});
