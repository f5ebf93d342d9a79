import { assertPictures } from './proof';

const of = (...types: string[]) => types.map((mediaType) => ({ mediaType }));

it('what shows that something was posted is a picture, each of it', () => {
  expect(() => assertPictures(of('image/jpeg', 'image/png', 'image/webp', 'image/gif'))).not.toThrow();
  const message = { zh: '请上传图片，文档不能说明已张贴', en: 'upload a picture: a document does not show it' };
  for (const type of ['application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'])
    expect(() => assertPictures(of('image/png', type))).toThrow(expect.objectContaining({ code: 'proof-missing', fields: [{ pointer: '/attachmentIds/1', message }] }));
});
