import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { AddressPolicy } from '@property-office/channels';
import type { Localized } from '@property-office/kernel';
import { CONFIGURATION, type PlatformConfiguration } from '@property-office/service-kit';
import { notificationErrors } from '../domain/errors';

/**
 * What may be typed in as the address of a robot or a webhook. What a name stands for is judged each time it is connected to
 * (guardedAgent); here only what is plain from the text is refused, for whoever types it.
 */
@Injectable()
export class EndpointAddress {
  private readonly policy: AddressPolicy;
  private readonly plainAllowed: boolean;

  constructor(@Inject(CONFIGURATION) { outboundAllowedNetworks }: PlatformConfiguration) {
    this.policy = new AddressPolicy(outboundAllowedNetworks);
    this.plainAllowed = outboundAllowedNetworks.length > 0;
  }

  /** @throws endpointInvalid (400) */
  check(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const secure = url?.protocol === 'https:';
    if (!url || (!secure && url.protocol !== 'http:') || url.username || url.password || url.hash) throw invalid(mistakes.address);
    if (!secure && !this.plainAllowed) throw invalid(mistakes.plain);
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    if (isIP(host) === 0 ? this.policy.refusesName(host) : this.policy.refusal(host, secure)) throw invalid(mistakes.private);
    return url;
  }
}

const mistakes = {
  address: { zh: '请填写 https:// 开头的地址，不能带用户名或 #', en: 'Please give an https:// address without a user name or #' },
  plain: { zh: '地址必须以 https:// 开头', en: 'The address must begin with https://' },
  private: { zh: '不允许使用内网地址', en: 'Addresses that are not public are not allowed' },
} satisfies Record<string, Localized>;

function invalid(message: Localized) {
  return notificationErrors.endpointInvalid({}, { fields: [{ pointer: '/url', message }] });
}
