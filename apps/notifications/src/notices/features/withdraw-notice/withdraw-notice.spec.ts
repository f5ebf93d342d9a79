import { WithdrawNoticeController } from './withdraw-notice.controller';
import { WithdrawNoticeDto } from './withdraw-notice.dto';

/** What the API document is made of. */
const described = (metadata: string, on: object, property?: string): string =>
  (property === undefined ? Reflect.getMetadata(metadata, on) : Reflect.getMetadata(metadata, on, property)).description ?? '';

it('tells whoever withdraws a notice, where they fill it in and in both languages, that the reason is published as it is', () => {
  for (const text of [
    described('swagger/apiModelProperties', WithdrawNoticeDto.prototype, 'reason'),
    described('swagger/apiOperation', WithdrawNoticeController.prototype.withdraw),
  ]) {
    expect(text).toMatch(/原文/);
    expect(text).toMatch(/word for word/);
  }
});
