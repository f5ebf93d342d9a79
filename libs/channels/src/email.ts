import { createTransport, type Transporter } from 'nodemailer';
import { answerWithinMs } from './http/post';
import { delivered, permanent, temporary, type Outcome, type Provider } from './provider';

export interface EmailMessage {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface EmailConfiguration {
  /** smtp://user:password@host:port */
  smtpUrl: string;
  from: string;
  /** Right side of the Message-ID. */
  host: string;
}

/** By SMTP. The key becomes the Message-ID, by which mail servers and readers know a mail they have already. */
export class EmailProvider implements Provider<EmailMessage> {
  private readonly transport: Transporter;

  constructor(private readonly configuration: EmailConfiguration) {
    this.transport = createTransport({
      url: configuration.smtpUrl,
      connectionTimeout: answerWithinMs,
      greetingTimeout: answerWithinMs,
      socketTimeout: answerWithinMs,
    });
  }

  async send(message: EmailMessage, key: string): Promise<Outcome> {
    const { from, host } = this.configuration;
    try {
      await this.transport.sendMail({ from, ...message, messageId: `<${key}@${host}>` });
      return delivered(key);
    } catch (error) {
      return failureOf(error as SmtpError);
    }
  }

  async close(): Promise<void> {
    this.transport.close();
  }
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
}

/** A 5xx answer is about this very mail, unless it is about our signing in. */
function failureOf({ code, responseCode, message }: SmtpError): Outcome {
  if (code === 'EAUTH' || responseCode === undefined) {
    return code === 'ETIMEDOUT' ? temporary('timeout', message) : temporary('unreachable', message);
  }
  if (responseCode >= 500) return permanent('refused', message);
  return temporary(responseCode === 421 || responseCode === 450 ? 'throttled' : 'receiver-failed', message);
}
