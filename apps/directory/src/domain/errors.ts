import { defineErrors, type FieldError } from '@property-office/kernel';
import type { WrongDevice } from './device';
import { at } from './error-field';
import { signInErrors } from './sign-in-errors';

const factories = defineErrors({
  placeUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这个地点', en: 'No such place' },
    detail: { zh: '它不存在，或不在您的权限范围内。', en: 'It does not exist, or is not yours to see.' },
  },
  personUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这个人', en: 'No such person' },
    detail: {
      zh: '此人不存在，或不在您的权限范围内。',
      en: 'There is no such person, or none of yours to see.',
    },
  },
  accountUnknown: { kind: 'not-found', title: { zh: '没有找到这个账号', en: 'No such account' } },
  crewNotFound: { kind: 'not-found', title: { zh: '没有找到这个班组', en: 'No such crew' } },
  claimUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这条认领', en: 'No such claim of a home' },
    detail: { zh: '它不存在，或不在您的权限范围内。', en: 'It does not exist, or is not yours to see.' },
  },
  claimMoveIllegal: {
    kind: 'conflict',
    title: { zh: '当前状态不允许这样操作', en: 'The state does not allow this' },
    detail: {
      zh: '认领目前是“{state}”，不能“{move}”。现在可以：{allowed}。',
      en: 'The claim is {state}: "{move}" is not possible. Allowed now: {allowed}.',
    },
  },
  claimPending: {
    kind: 'conflict',
    title: { zh: '您已认领这套房屋，请等待确认', en: 'You have claimed this home, it is being looked at' },
  },
  claimsWaiting: {
    kind: 'conflict',
    title: {
      zh: '待确认的认领已有 {most} 条',
      en: 'There are {most} claims of yours to be looked at already',
    },
    detail: { zh: '请等待确认，或先撤回一条。', en: 'Wait for them, or withdraw one.' },
  },
  searchTooShort: {
    kind: 'invalid',
    title: { zh: '搜索内容太短', en: 'The search text is too short' },
  },
  homeUnsaid: {
    kind: 'invalid',
    title: { zh: '请说明是哪一套房屋', en: 'Say which home it is' },
  },
  ownClaim: {
    kind: 'forbidden',
    title: { zh: '不能处理自己的认领', en: 'Nobody decides on their own claim' },
    detail: { zh: '请由其他同事或业主处理。', en: 'Please let a colleague or the owner do it.' },
  },
  ownersByOffice: {
    kind: 'forbidden',
    title: { zh: '业主身份只能由物业确认', en: 'Only the office confirms who owns a home' },
  },
  ownersOnly: {
    kind: 'forbidden',
    title: { zh: '只有业主可以这样做', en: 'Only an owner of the home may do this' },
  },
  endMissing: { kind: 'invalid', title: { zh: '请填写到期时间', en: 'Say until when' } },
  membersFull: {
    kind: 'conflict',
    title: { zh: '这套房屋登记的人数已满（{most} 人）', en: 'There are {most} people in this home already' },
  },
  nobodyLives: {
    kind: 'conflict',
    title: { zh: '这套房屋没有登记的住户', en: 'Nobody is registered in this home' },
  },
  tieUnknown: { kind: 'not-found', title: { zh: '没有找到这条入住关系', en: 'No such tie to a home' } },
  roleGrantUnknown: { kind: 'not-found', title: { zh: '没有找到这项角色', en: 'No such role of a person' } },
  membershipUnknown: {
    kind: 'not-found',
    title: { zh: '没有找到这名班组成员', en: 'No such member of the crew' },
  },
  sessionUnknown: { kind: 'not-found', title: { zh: '没有找到这次登录', en: 'No such session' } },
  referenceUnknown: {
    kind: 'invalid',
    title: { zh: '所选内容不存在', en: 'Something named here does not exist' },
  },
  wrongParent: { kind: 'invalid', title: { zh: '上级地点不合适', en: 'The place cannot stand there' } },
  invalidPlaces: {
    kind: 'invalid',
    title: { zh: '有些地点不能登记', en: 'Some of the places cannot be registered' },
  },
  timeZoneUnknown: { kind: 'invalid', title: { zh: '没有这个时区', en: 'There is no such time zone' } },
  deviceWrong: { kind: 'invalid', title: { zh: '设备信息有误', en: 'What is said of the device is wrong' } },
  deviceNumberFixed: {
    kind: 'conflict',
    title: { zh: '设备编号“{number}”不能更改', en: 'The device keeps its number "{number}"' },
    detail: {
      zh: '它的档案以此编号归档。填错的编号请更正并写明原因；更换设备请登记新设备。',
      en: 'Its file is kept under it. A wrong number is corrected with a reason; a device that takes its place is registered anew.',
    },
  },
  deviceNumberSame: { kind: 'invalid', title: { zh: '编号没有变化', en: 'The number is the same' } },
  noDevice: { kind: 'conflict', title: { zh: '这个地点没有登记为设备', en: 'The place is no device' } },
  codeTaken: { kind: 'conflict', title: { zh: '编号“{code}”已被使用', en: 'The code "{code}" is taken' } },
  loginTaken: { kind: 'conflict', title: { zh: '登录名已被使用', en: 'The login is taken' } },
  accountExists: { kind: 'conflict', title: { zh: '此人已有账号', en: 'The person has an account already' } },
  accountClosed: { kind: 'conflict', title: { zh: '账号已停用', en: 'The account is closed' } },
  spansOverlap: {
    kind: 'conflict',
    title: { zh: '这段时间内已有相同的登记', en: 'The same is registered for this time already' },
  },
  spanEnded: { kind: 'conflict', title: { zh: '已经结束', en: 'It has ended already' } },
  spanReversed: {
    kind: 'invalid',
    title: { zh: '结束时间必须晚于开始时间', en: 'The end must come after the beginning' },
  },
  beyondAuthority: {
    kind: 'forbidden',
    title: { zh: '超出您的授权范围', en: 'This is beyond your authority' },
    detail: {
      zh: '只能授予、收回或代管不高于自己职责的角色。',
      en: 'One may give, take or manage only what reaches no further than one’s own role.',
    },
  },
  powerForOneself: {
    kind: 'forbidden',
    title: { zh: '不能给自己授权', en: 'Nobody gives power to themselves' },
    detail: {
      zh: '角色和代理须由另一位有权限的同事授予您。',
      en: 'A role or a delegation to you is given by a colleague who may give it.',
    },
  },
  notStaff: {
    kind: 'conflict',
    title: { zh: '此人不是工作人员', en: 'The person is not on the staff' },
  },
  roleNotHeld: {
    kind: 'conflict',
    title: { zh: '此人在这段时间内没有这个角色', en: 'The person does not hold this role for all of that time' },
  },
  personAway: {
    kind: 'conflict',
    title: { zh: '此人在这段时间内不在岗', en: 'The person is away at that time' },
  },
  dutyBegun: {
    kind: 'conflict',
    title: { zh: '值班已开始，只能调整结束时间', en: 'The duty has begun: only its end can be moved' },
    detail: {
      zh: '换人请先结束这次值班，再另行排班。',
      en: 'For another person end this duty and plan a new one.',
    },
  },
  dutyUnknown: { kind: 'not-found', title: { zh: '没有找到这次值班', en: 'No such duty' } },
  absenceUnknown: { kind: 'not-found', title: { zh: '没有找到这条不在岗记录', en: 'No such absence' } },
  delegationUnknown: { kind: 'not-found', title: { zh: '没有找到这项授权代理', en: 'No such delegation' } },
  superiorUnknown: { kind: 'not-found', title: { zh: '没有找到这条上级关系', en: 'No such superior of a person' } },
  nothingToDelegate: {
    kind: 'conflict',
    title: { zh: '没有可以代理的职责', en: 'There is nothing to delegate' },
    detail: {
      zh: '授权人没有属于这一类的角色。',
      en: 'The person holds no role of this kind.',
    },
  },
  deputyIsOneself: { kind: 'invalid', title: { zh: '不能委托给本人', en: 'Nobody is their own deputy' } },
  superiorIsOneself: { kind: 'invalid', title: { zh: '不能是自己的上级', en: 'Nobody is their own superior' } },
  superiorsInCircle: {
    kind: 'conflict',
    title: { zh: '上级关系不能成环', en: 'Superiors must not go round in a circle' },
  },
  roleCompanyWide: {
    kind: 'invalid',
    title: { zh: '此角色只能面向全公司', en: 'This role is held in the whole company only' },
  },
  holidayOfAnotherYear: { kind: 'invalid', title: { zh: '日期不属于这一年', en: 'A date is not of this year' } },
  promiseEmpty: { kind: 'invalid', title: { zh: '请填写时限或文字约定', en: 'Say by when, or in words' } },
  effectiveInThePast: {
    kind: 'invalid',
    title: { zh: '生效时间有误', en: 'The time it takes effect is wrong' },
  },
});

/** Expected refusals of directory, by name. */
export const directoryErrors = {
  ...signInErrors,
  ...factories,
  homeUnsaid: (pointer: '/homeId' | '/place' | '/siteId') =>
    factories.homeUnsaid(
      {},
      at(
        pointer,
        '请填写房屋编号，或小区和楼栋、单元、房号，二者选一',
        'Give the home’s id, or site and building, entrance and home number: one of the two',
      ),
    ),
  endMissing: () =>
    factories.endMissing(
      {},
      at('/until', '业主登记的家人和租户须有到期时间', 'Whom an owner adds has an end date'),
    ),
  /** Something a body names is not there, or not in sight of who asks. */
  referenceUnknown: (pointer: string) =>
    factories.referenceUnknown(
      {},
      at(pointer, '不存在，或不在您的权限范围内', 'It does not exist, or is not yours to see'),
    ),
  searchTooShort: (fewest: number) =>
    factories.searchTooShort(
      {},
      at('/q', `请至少填写 ${fewest} 个字母、汉字或数字`, `Give at least ${fewest} letters or digits`),
    ),
  wrongParent: (pointer: string) =>
    factories.wrongParent(
      {},
      at(pointer, '不能放在这个上级地点之下', 'It cannot stand in a place of this kind'),
    ),
  deviceNumberSame: () => factories.deviceNumberSame({}, at('/number', '请填写正确的编号', 'Give the right number')),
  deviceWrong: ({ field, message }: WrongDevice) => factories.deviceWrong({}, at(`/${field}`, message.zh, message.en)),
  timeZoneUnknown: () =>
    factories.timeZoneUnknown(
      {},
      at('/timeZone', '请填写 IANA 时区名，例如 Asia/Shanghai', 'Give an IANA name such as Asia/Shanghai'),
    ),
  spanReversed: () =>
    factories.spanReversed({}, at('/until', '必须晚于开始时间', 'It must come after the beginning')),
  deputyIsOneself: () =>
    factories.deputyIsOneself({}, at('/toPersonId', '请选择另一个人', 'Choose somebody else')),
  superiorIsOneself: () =>
    factories.superiorIsOneself({}, at('/superiorId', '请选择另一个人', 'Choose somebody else')),
  roleCompanyWide: () => factories.roleCompanyWide({}, at('/siteId', '此角色不分项目', 'Leave the site out')),
  holidayOfAnotherYear: (index: number, date: string, year: number) =>
    factories.holidayOfAnotherYear(
      {},
      at(`/days/${index}/date`, `${date} 不在 ${year} 年`, `${date} is not in ${year}`),
    ),
  promiseEmpty: () =>
    factories.promiseEmpty({}, at('/limits', '时限和文字约定至少填一项', 'Give at least one limit, or words')),
  effectiveInThePast: () =>
    factories.effectiveInThePast(
      {},
      at(
        '/effectiveFrom',
        '变更只适用于此后开始的事项：不得早于现在，最多提前五年',
        'A change applies to what starts afterwards: not before now, at most five years ahead',
      ),
    ),
  invalidPlaces: (fields: FieldError[]) => factories.invalidPlaces({}, { fields }),
};
