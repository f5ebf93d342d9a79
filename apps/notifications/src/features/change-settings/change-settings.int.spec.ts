import { Neighbourhood } from '../../notices/neighbourhood.fixture';
import { NoticesUnderTest } from '../../notices/notices.fixture';

let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

const change = (more: object, language = 'en') =>
  notices.ask('PUT /api/notification-settings', area.writer, { language: 'zh', ...more }, { 'if-match': '"0"', 'accept-language': language });

it.each([
  ['an address that is none', { email: '王芳@' }, 'email-invalid', '/email', 'Please give a valid e-mail address', '请填写有效的邮箱地址'],
  ['an hour that is none', { quietHours: { from: '25:00', to: '07:00' } }, 'quiet-hours-invalid', '/quietHours/from', 'Please give a time such as 22:00', '请按 22:00 的格式填写'],
])('settings with %s are refused, and stay as they were', async (_, more, code, pointer, en, zh) => {
  expect((await change(more)).body).toMatchObject({ status: 400, code, errors: [{ pointer, message: en }] });
  expect((await change(more, 'zh')).body).toMatchObject({ status: 400, code, errors: [{ pointer, message: zh }] });
  expect(await notices.rows('SELECT version FROM notification_settings WHERE person_id = $1', [area.writer.personId])).toEqual([]);
});
