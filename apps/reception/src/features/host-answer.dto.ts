import { ActFields, Flag } from '@property-office/service-kit';

/** What a host says to a visit; the desk enters it for one whom it has asked. */
export class HostAnswerDto extends ActFields {
  @Flag({
    label: { zh: '已电话征求被访人', en: 'host was asked' },
    optional: true,
    description: '客服代被访人登记时必须为 true / Needed from the desk, which enters it for the host',
  })
  hostAsked?: boolean;
}
