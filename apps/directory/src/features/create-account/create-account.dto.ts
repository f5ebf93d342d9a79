import { Id, Text } from '@property-office/service-kit';
import { NewPassword } from '../password.field';

export class CreateAccountDto {
  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @Text({ label: { zh: '登录名', en: 'login' }, min: 2, max: 64 })
  login!: string;

  @NewPassword({ zh: '初始密码', en: 'first password' })
  password!: string;
}
