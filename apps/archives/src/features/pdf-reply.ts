import type { FastifyReply } from 'fastify';

export const pdfAnswer = { description: 'PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } as const;

/** Shown, and kept by nobody on the way. */
export function sendPdf(reply: FastifyReply, name: string, bytes: Buffer): void {
  reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}.pdf`)
    .type('application/pdf')
    .send(bytes);
}
