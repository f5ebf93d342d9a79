import { roleNames } from '@property-office/access';
import { defaultTimeZone } from '@property-office/calendar';
import type { NoticeChannel, NoticeKind } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { both, html, page, type Html } from '@property-office/service-kit';
import type { LinkStanding } from '../domain/approval-link';
import type { AudienceTarget, NoticeContent } from '../domain/notice-content';
import { changedLine } from '../domain/posting';
import type { KnownPlace } from '../persistence/known-places';

type Places = ReadonlyMap<string, Pick<KnownPlace, 'label' | 'labelEn' | 'timeZone'>>;

const channelNames: Readonly<Record<NoticeChannel, Localized>> = {
  'portal-board': { zh: '公告栏网页', en: 'board' },
  'in-app': { zh: '站内通知', en: 'in-app' },
  email: { zh: '邮件', en: 'e-mail' },
  sms: { zh: '短信', en: 'SMS' },
  wechat: { zh: '微信消息', en: 'WeChat' },
  robot: { zh: '员工群机器人', en: 'staff chat' },
  webhook: { zh: '外部系统', en: 'other systems' },
  'chat-group': { zh: '业主群', en: "residents' chat groups" },
  'paper-board': { zh: '纸质公告栏', en: 'paper boards' },
  'door-slip': { zh: '入户通知单', en: 'slips under the door' },
};

const kindNames: Readonly<Record<NoticeKind, Localized>> = {
  outage: { zh: '停水停电', en: 'Outage' },
  works: { zh: '施工维修', en: 'Works' },
  safety: { zh: '安全', en: 'Safety' },
  activity: { zh: '社区活动', en: 'Activity' },
  festival: { zh: '节日', en: 'Festival' },
};

const style = `
article { border: 1px solid #ccc; border-radius: .5rem; padding: 0 1rem 1rem } .text { white-space: pre-wrap; overflow-wrap: anywhere } dt { font-weight: bold } dd { margin: 0 0 .5rem }
form { margin: 1rem 0 } label { display: block }`;

/**
 * Everything that is approved, in both languages: the words, the files, for whom, by which channels and until when. Nobody's
 * name is on it, whoever opens it. Two forms, no script.
 */
export function approvalPage(content: NoticeContent, { siteId, number }: { siteId: string; number: string }, places: Places): string {
  const { kind, zh, en, whatChanged, attachments, audience, channels } = content;
  const site = places.get(siteId);
  const files = attachments.map(({ id, name, sha256 }) => html`<li><a href="attachments/${id}">${name}</a> <small>SHA-256 ${sha256.slice(0, 16)}…</small></li>`);
  return page({ title: `待审公告 ${number}`, style, body: html`<h1>请审核公告 <small lang="en">A notice to approve</small></h1><p>${site?.label ?? ''} <span lang="en">${site?.labelEn ?? ''}</span>　${number}</p>
${whatChanged === null ? html`` : html`<p>${changedLine(whatChanged)}</p>`}<article><h2>${zh.title}</h2><div class="text">${zh.body}</div>${en === null ? html`` : html`<div lang="en"><h2>${en.title}</h2><div class="text">${en.body}</div></div>`}</article>
${files.length === 0 ? html`` : html`<h3>附件 <small lang="en">Files</small></h3><ul>${files}</ul>`}
<dl>${item({ zh: '类别', en: 'Kind' }, [both(kindNames[kind])])}${item({ zh: '发布对象', en: 'For' }, audience.map((target) => targetName(target, places)))}${item({ zh: '渠道', en: 'Channels' }, channels.map((channel) => both(channelNames[channel])))}
${termsOf(content, site?.timeZone ?? defaultTimeZone)}</dl>
<form method="post" action="approve"><button>审核通过 <span lang="en">Approve</span></button></form>
<form method="post" action="return"><label>退回意见 <span lang="en">Remarks</span><textarea name="remarks" required maxlength="1000" rows="4"></textarea></label><button class="quiet">退回修改 <span lang="en">Return</span></button></form>
<p><small>本链接只能使用一次。<span lang="en">This link can be used once.</span></small></p>` });
}

const said: Readonly<Record<Exclude<LinkStanding, 'open' | 'used'>, Localized>> = {
  revoked: { zh: '这个链接已被收回，没有任何改动。', en: 'This link was revoked. Nothing was changed.' },
  expired: { zh: '这个链接已过期，没有任何改动。如仍需审核，请联系发送人重新出具。', en: 'This link has expired. Nothing was changed; ask whoever sent it for another one.' },
  void: { zh: '这份公告已不需要您审核，或内容已有变化。没有任何改动。', en: 'The notice does not wait for you any more, or its text is another one by now. Nothing was changed.' },
};
const outcomes: Readonly<Record<'approved' | 'returned', Localized>> = {
  approved: { zh: '审核通过', en: 'approved' },
  returned: { zh: '退回修改', en: 'returned with remarks' },
};

/** How a link stands that nothing can be done with, or what has just been done with it. */
export function decidedPage(standing: Exclude<LinkStanding, 'open'> | 'done', outcome: 'approved' | 'returned' | null): string {
  const { zh, en } = sentence(standing, outcome);
  return page({ title: '审核', body: html`<h1>审核 <small lang="en">Approval</small></h1><p>${zh}</p><p lang="en">${en}</p>` });
}

function sentence(standing: Exclude<LinkStanding, 'open'> | 'done', outcome: 'approved' | 'returned' | null): Localized {
  if (standing !== 'done' && standing !== 'used') return said[standing];
  const { zh, en } = outcomes[outcome ?? 'approved'];
  if (standing === 'done') return { zh: `已记录：${zh}。谢谢，可以关闭此页。`, en: `Recorded: ${en}. Thank you, you may close this page.` };
  return { zh: `这个链接已使用过，结果为：${zh}。没有新的改动。`, en: `This link was used before: ${en}. Nothing was changed.` };
}

/** What is decided with the words and stands nowhere in them. */
function termsOf({ onPublicBoard, validUntil, acknowledge, remindAfterHours }: NoticeContent, timeZone: string): Html[] {
  const open = onPublicBoard ? { zh: '公开：任何人无需登录可见', en: 'Public: anybody, without signing in' } : { zh: '不公开：登录后可见', en: 'Not public: for who is signed in' };
  const asked = acknowledge ? { zh: '需要确认收到', en: 'Acknowledgement asked for' } : { zh: '不需要确认', en: 'No acknowledgement' };
  const reminded = remindAfterHours === null ? { zh: '仅人工提醒', en: 'By hand only' } : { zh: `发布 ${remindAfterHours} 小时后`, en: `${remindAfterHours} hours after the release` };
  const until = validUntil === null ? { zh: '撤回或更正前', en: 'Until withdrawn or corrected' } : localTime(validUntil, timeZone);
  return [
    item({ zh: '公开展示', en: 'Who can see it' }, [both(open)]),
    item({ zh: '读者确认', en: 'Asked of readers' }, [both(asked)]),
    item({ zh: '未读提醒', en: 'Reminder of the unread' }, [both(reminded)]),
    item({ zh: '有效期至', en: 'Valid until' }, [both(until)]),
  ];
}

/** By the wall clock of the site, which the paper in its hall goes by. */
function localTime(at: string, timeZone: string): Localized {
  const inLanguage = (language: string): string => new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
  return { zh: `${inLanguage('zh-CN')}（${timeZone}）`, en: `${inLanguage('en-GB')} (${timeZone})` };
}

function item(name: Localized, values: readonly Html[]): Html {
  return html`<dt>${both(name)}</dt><dd>${values.map((value) => html`<div>${value}</div>`)}</dd>`;
}

function targetName({ scope, placeId, role }: AudienceTarget, places: Places): Html {
  if (role !== null) return both(roleNames[role]);
  if (scope === 'site') return both({ zh: '全项目', en: 'the whole site' });
  const place = places.get(placeId ?? '');
  return both({ zh: place?.label ?? '—', en: place?.labelEn ?? '' });
}
