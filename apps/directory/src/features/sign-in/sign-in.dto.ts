import { ApiProperty } from '@nestjs/swagger';
import { Phone, Text } from '@property-office/service-kit';
import { Password } from '../password.field';
import { CurrentPrincipalView } from '../principal.view';

/** Either login and password, or phone and code. */
export class SignInDto {
  @Text({ label: { zh: '登录名', en: 'login' }, max: 64, optional: true })
  login?: string;

  @Password({ zh: '密码', en: 'password' }, { optional: true })
  password?: string;

  @Phone({ label: { zh: '手机号', en: 'telephone number' }, optional: true })
  phone?: string;

  @Text({ label: { zh: '验证码', en: 'one-time code' }, max: 20, optional: true })
  code?: string;
}

export class SignedInView {
  @ApiProperty({ description: 'For `Authorization: Bearer`; the same session as the cookie' })
  token!: string;

  @ApiProperty({ format: 'date-time', description: 'The session ends then at the latest' })
  expiresAt!: string;

  @ApiProperty({ type: CurrentPrincipalView })
  principal!: CurrentPrincipalView;
}
