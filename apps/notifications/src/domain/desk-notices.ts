import type { Localized } from '@property-office/kernel';

/** What the desk and its colleagues are told; `{field}` is filled from the notification's data, which names nobody. */
export const deskNotices = {
  'contact-offered': { zh: '来电来访 {number} 请您接手', en: 'Please take over contact {number}' },
  'enquiry-came': { zh: '住户在线咨询 {number} 待客服接手', en: 'Enquiry {number} from the portal waits for the desk to take it' },
  'enquiry-answered': { zh: '您的咨询 {number} 已答复，请查看', en: 'Your enquiry {number} was answered, please read it' },
  'enquiry-guided': { zh: '您的咨询 {number} 已有指引，请查看到哪里办理', en: 'Your enquiry {number}: please read where to turn' },
  'enquiry-converted': { zh: '您的咨询 {number} 已转办', en: 'Your enquiry {number} was passed on' },
  'contact-heated': { zh: '来电来访 {number} 情绪激动，请主管马上接手', en: 'A heated talk: please take over contact {number} at once' },
  'contact-accepted': { zh: '来电来访 {number} 已由同事接手', en: 'A colleague took over contact {number}' },
  'contact-returned': { zh: '来电来访 {number} 的移交被退回，仍由您负责', en: 'Contact {number} was returned and is still yours' },
  'phone-note-left': { zh: '您有一张电话转告单 {number}，请确认', en: 'There is a phone note {number} for you, please acknowledge it' },
  'phone-note-acknowledged': { zh: '电话转告单 {number} 已确认', en: 'Phone note {number} was acknowledged' },
  'phone-note-returned': { zh: '电话转告单 {number} 被退回', en: 'Phone note {number} was returned' },
  'visitor-to-confirm': { zh: '有访客 {number} 等您确认', en: 'Visitor {number} waits for you to confirm' },
  'visitor-confirmed': { zh: '您登记的访客 {number} 已由被访人确认', en: 'The host will have visitor {number}, whom you announced' },
  'visitor-declined': { zh: '您登记的访客 {number} 已被谢绝', en: 'The host will not have visitor {number}, whom you announced' },
  'visitor-missed': { zh: '您的访客 {number} 未到访', en: 'Your visitor {number} did not come' },
  'visitor-came': { zh: '您的访客 {number} 已到', en: 'Your visitor {number} is here' },
  'visitor-overstayed': { zh: '访客 {number} 超时未离开', en: 'Visitor {number} is still inside although the visit is over' },
  'home-claimed': { zh: '有人认领房屋，等您审核', en: 'Somebody claims a home: please confirm or refuse it' },
  'home-claim-withdrawn': { zh: '一项房屋认领已由本人撤回，无需审核', en: 'Whoever claimed a home took it back: there is nothing to decide any more' },
  'home-claim-confirmed': { zh: '您认领的房屋已确认', en: 'Your claim of a home was confirmed' },
  'home-claim-refused': { zh: '您认领的房屋未通过：{reason}', en: 'Your claim of a home was refused: {reason}' },
} as const satisfies Record<string, Localized>;

/** Those a resident who wrote in the portal is told by reception itself. */
export const enquirerNotices: ReadonlySet<string> = new Set<keyof typeof deskNotices>(['enquiry-answered', 'enquiry-guided', 'enquiry-converted']);

/** Those a person who claims a home is told. */
export const claimantNotices: ReadonlySet<string> = new Set<keyof typeof deskNotices>(['home-claim-confirmed', 'home-claim-refused']);
