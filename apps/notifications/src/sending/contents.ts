import { Injectable } from '@nestjs/common';
import type { Language } from '@property-office/service-kit';

/** One content in one language, for whatever channel it goes by. */
export interface RenderedContent {
  /** Subject of a mail, first line in a chat group. */
  title: string;
  /** The whole of it in plain text; where it is the title over again, that is said once. */
  text: string;
  /** For mails; default: the text as paragraphs. */
  html?: string;
  /** For SMS and WeChat by a general template; default: the text. */
  short?: string;
  /** SMS and WeChat: the provider's template of this kind and language, else its default one, which gets `short`. */
  template: { kind: string; parameters: Readonly<Record<string, string>> };
}

/**
 * Renders what a delivery refers to, when it is sent; outside of any transaction.
 * @returns undefined where it is not to be sent any more, as after a withdrawal: the delivery is withdrawn
 */
export type ContentSource<Ref extends object> = (
  ref: Ref,
  language: Language,
) => Promise<RenderedContent | undefined> | RenderedContent | undefined;

/** Who renders which type of content. A part of this service that enqueues deliveries registers its own when it is made. */
@Injectable()
export class Contents {
  private readonly sources = new Map<string, ContentSource<never>>();

  /** @throws when the type is taken */
  on<Ref extends object>(type: string, source: ContentSource<Ref>): void {
    if (this.sources.has(type)) throw new Error(`contents of type ${type} are rendered already`);
    this.sources.set(type, source as ContentSource<never>);
  }

  /** @throws for a type that nobody registered: a fault of ours */
  async render(type: string, ref: object, language: Language): Promise<RenderedContent | undefined> {
    const source = this.sources.get(type);
    if (!source) throw new Error(`nobody renders contents of type ${type}`);
    return source(ref as never, language);
  }
}
