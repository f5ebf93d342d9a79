import { problemAnswer } from './problem-response';
import { requestErrors } from './request-errors';

const asked = (method: string, language: string) =>
  problemAnswer(requestErrors.unavailable(), { method, url: '/api/things?limit=1', headers: { 'accept-language': language } } as never);

it.each([
  ['GET', 'zh', '暂时无法读取，请稍后再试。'],
  ['HEAD', 'en', 'It cannot be read at the moment. Try again shortly.'],
  ['POST', 'zh', '您的操作没有生效，请稍后重试。'],
  ['PUT', 'en', 'Nothing was changed. Try again shortly.'],
])('what is away answers a %s in %s by what was asked: %s', (method, language, detail) => {
  const { problem, headers } = asked(method, language);
  expect(problem).toMatchObject({ status: 503, code: 'unavailable', detail, instance: '/api/things' });
  expect(headers).toMatchObject({ 'content-language': language, 'retry-after': '2' });
});
