import { defineErrors } from '@property-office/kernel';
import { at } from './error-field';

const factories = defineErrors({
  wrongCredentials: {
    kind: 'unauthenticated',
    title: { zh: '账号或密码不正确', en: 'The login or the password is wrong' },
    detail: {
      zh: '请检查后重试；忘记密码请联系物业客服。',
      en: 'Check both and try again, or ask the office for a new password.',
    },
  },
  signInLocked: {
    kind: 'too-many',
    title: { zh: '尝试次数过多，请稍后再试', en: 'Too many failed attempts, try again later' },
    detail: { zh: '请在 {seconds} 秒后重试。', en: 'Try again in {seconds} seconds.' },
  },
  signInBusy: {
    kind: 'unavailable',
    title: { zh: '登录人数较多，请稍后重试', en: 'Many people are signing in, try again shortly' },
  },
  wrongCode: {
    kind: 'unauthenticated',
    title: { zh: '验证码不正确或已失效', en: 'The code is wrong or no longer good' },
    detail: {
      zh: '验证码 5 分钟内有效，最多可试 5 次；请检查后重试，或重新获取。',
      en: 'A code is good for five minutes and five tries. Check it, or ask for another.',
    },
  },
  codeUsed: {
    kind: 'unauthenticated',
    title: { zh: '验证码刚刚已使用', en: 'The code was used a moment ago' },
    detail: {
      zh: '如果是您本人操作，您已登录；否则请重新获取验证码。',
      en: 'If it was you, you are signed in; otherwise ask for another code.',
    },
  },
  passwordNeeded: {
    kind: 'forbidden',
    title: { zh: '工作人员请使用登录名和密码登录', en: 'Staff sign in with login and password' },
    detail: {
      zh: '验证码登录只面向住户；请使用物业发给您的登录名和密码。',
      en: 'A one-time code opens accounts of residents only. Use the login and password the office gave you.',
    },
  },
  phoneNotShown: {
    kind: 'forbidden',
    title: { zh: '此手机号由物业登记，尚未验证', en: 'The office wrote this number down; it was not shown to be yours yet' },
    detail: {
      zh: '请联系物业客服：获取验证码后告知工作人员，由登记人以外的同事核对后即可登录。',
      en: 'Call the office: have a code sent to this telephone and say it; a colleague of whoever wrote the number down confirms it.',
    },
  },
  phoneByAnother: {
    kind: 'forbidden',
    title: { zh: '登记手机号的人不能自己验证', en: 'Whoever wrote the number down does not confirm it' },
    detail: {
      zh: '请由另一位同事填写住户收到的验证码。',
      en: 'Let a colleague enter the code that the resident received.',
    },
  },
  entryClosed: {
    kind: 'forbidden',
    title: { zh: '账号已停用，请联系物业客服', en: 'This account was closed; ask the office' },
  },
  signInFields: {
    kind: 'invalid',
    title: { zh: '请填写登录名和密码，或手机号和验证码', en: 'Give login and password, or phone and code' },
  },
  phoneUnproven: {
    kind: 'invalid',
    title: { zh: '请先验证新的手机号', en: 'Prove that the new number is yours' },
  },
  presentPasswordWrong: {
    kind: 'invalid',
    title: { zh: '当前密码不正确', en: 'The present password is wrong' },
  },
});

/** Expected refusals at the door: sign-in, its codes, and the number one signs in by. */
export const signInErrors = {
  ...factories,
  locked: (seconds: number) => factories.signInLocked({ seconds }, { retryAfter: seconds }),
  busy: () => factories.signInBusy({}, { retryAfter: 2 }),
  presentPasswordWrong: () =>
    factories.presentPasswordWrong(
      {},
      at('/currentPassword', '当前密码不正确', 'The present password is wrong'),
    ),
  signInFields: (missing: 'password' | 'login' | 'code' | 'phone' | 'both') =>
    factories.signInFields(
      {},
      missing === 'both'
        ? at('/phone', '两种方式只能选一种', 'Choose one of the two ways')
        : at(`/${missing}`, '此项必填', 'This is needed'),
    ),
  phoneUnproven: () =>
    factories.phoneUnproven(
      {},
      at(
        '/code',
        '请获取并填写发到新手机号的验证码',
        'Ask for a one-time code to the new number and give it here',
      ),
    ),
};
