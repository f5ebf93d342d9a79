import { SignedHttpProvider } from '@property-office/channels';
import { ConfigurationError, type Language, type PlatformConfiguration } from '@property-office/service-kit';

type Configured = PlatformConfiguration['sms'];

/** A provider of messages by template, and which template says what. */
export interface TemplateChannel {
  /** Undefined where none is configured. */
  provider: SignedHttpProvider | undefined;
  templateOf(kind: string, language: Language): Template | undefined;
}

export interface Template {
  id: string;
  /** It is for everything: the sentence is its only parameter. */
  general: boolean;
}

/** @throws ConfigurationError where only some of the variables of the provider are set */
export function templateChannel(prefix: 'SMS' | 'WECHAT', { url, keyId, secret, templates }: Configured): TemplateChannel {
  const templateOf = (kind: string, language: Language): Template | undefined => {
    const own = templates[`${kind}.${language}`];
    if (own !== undefined) return { id: own, general: false };
    const general = templates[`default.${language}`];
    return general === undefined ? undefined : { id: general, general: true };
  };
  if (!url && !keyId && !secret) return { provider: undefined, templateOf };
  if (!url || !keyId || !secret) {
    const missing = Object.entries({ URL: url, KEY_ID: keyId, SECRET: secret }).filter(([, value]) => !value);
    throw new ConfigurationError(missing.map(([name]) => `${prefix}_${name} is missing: ${prefix}_URL, ${prefix}_KEY_ID and ${prefix}_SECRET go together`));
  }
  return { provider: new SignedHttpProvider({ url, keyId, secret }), templateOf };
}
