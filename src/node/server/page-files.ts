import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { CasusError } from '../../core/base/error.ts';

/** Names with a hash in them never change. */
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.(js|css|woff2|svg|png|wasm|bin)$/;

/**
 * The files of the page. An address that is no file and none of the API is a view of the page, which finds its own way
 * from it. Without a built page, a plain one says so.
 */
export async function addPageFiles(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      dotfiles: 'deny',
      index: ['index.html'],
      redirect: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  } else {
    app.get('/', { schema: { hide: true } }, async (_request, reply) => {
      reply.type('text/html; charset=utf-8');
      return UNBUILT;
    });
  }
  app.setNotFoundHandler({ preHandler: [] }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isView = request.method === 'GET' && !path.startsWith('/api') && !/\.\w+$/.test(path);
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    if (!isBuilt || !isView || !wantsPage) throw new CasusError('route-unknown', `${request.method} ${plain(path)}`);
    reply.header('cache-control', 'no-cache');
    return reply.sendFile('index.html');
  });
}

function plain(path: string): string {
  return path.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}

const UNBUILT = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>casus</title>
<h1>casus</h1>
<p>The page is not built: run <code>npm run build:web</code> and start the server again.</p>
<p>The API answers: <a href="/api">its reference</a>, <a href="/api/v1/ledger">the ledger</a>.</p>
</html>
`;
