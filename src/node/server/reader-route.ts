import type { FastifyInstance } from 'fastify';
import { READER_FOLDER, READER_INDEX } from '../../core/api/reader-index.ts';
import { CasusError } from '../../core/base/error.ts';
import type { Backend } from './backend.ts';

/**
 * The models and tables with which the page reads texts by itself. Their names carry the version of the content, so that
 * they are kept for good; the index, which names them, is asked for anew. They are not compressed: over the loopback that
 * would only take time.
 */
export function addReaderRoute(app: FastifyInstance, { readerFile }: Pick<Backend, 'readerFile'>): void {
  app.get<{ Params: { name: string } }>(
    `/${READER_FOLDER}/:name`,
    { compress: false, schema: { hide: true } },
    async ({ params: { name } }, reply) => {
      const bytes = await readerFile(name);
      if (bytes === null) throw new CasusError('route-unknown', `GET /${READER_FOLDER}/`);
      reply
        .type(name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream')
        .header('cache-control', name === READER_INDEX ? 'no-cache' : 'private, max-age=31536000, immutable');
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  );
}
