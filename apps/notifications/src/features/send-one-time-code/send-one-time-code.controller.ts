import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { oneTimeCodePurposes, type OneTimeCode, type OneTimeCodeAnswer, type OneTimeCodePurpose } from '@property-office/contracts';
import { OneOf, Phone, Text } from '@property-office/service-kit';
import { OneTimeCodeSender } from '../../sending/one-time-code-sender';

export class SendOneTimeCodeDto implements OneTimeCode {
  @Phone({ label: { zh: '手机号', en: 'telephone number' } })
  phone!: string;

  @Text({ label: { zh: '验证码', en: 'code' }, min: 4, max: 12 })
  code!: string;

  @OneOf(['zh', 'en'], { label: { zh: '语言', en: 'language' } })
  language!: 'zh' | 'en';

  @OneOf(oneTimeCodePurposes, { label: { zh: '用途', en: 'purpose' } })
  purpose!: OneTimeCodePurpose;
}

/** `POST /internal/one-time-codes` (W2.6): see the contract. */
@Controller('internal/one-time-codes')
export class SendOneTimeCodeController {
  constructor(private readonly sender: OneTimeCodeSender) {}

  @Post()
  @HttpCode(200)
  @Internal()
  async send(@Body() code: SendOneTimeCodeDto): Promise<OneTimeCodeAnswer> {
    return { outcome: await this.sender.send(code) };
  }
}
