import { z } from '@hono/zod-openapi';
import type { Deps } from '../context.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { HEADS_TOO_LARGE, json, problems } from '../http/schemas.ts';
import { Problem } from '../problem.ts';
import { probeWrite } from '../store/settings.ts';

const PATIENCE_MS = 3000;

const show = route({
  method: 'get',
  path: '/healthz',
  access: 'public',
  operationId: 'getHealth',
  summary: 'Whether the server is ready and the database can be written',
  responses: {
    200: json(z.object({ status: z.literal('ok') }), 'It is'),
    ...HEADS_TOO_LARGE,
    ...problems(503),
  },
});

/** Writes and commits a row. Many that ask at once share one write, so that asking is no way to wear the disk out. */
export function healthRoutes({ store, now, log }: Deps) {
  let asking: Promise<void> | undefined;
  const probe = () => {
    asking ??= withPatience(probeWrite(store.write, now())).finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return newRouter().openapi(show, async (c) => {
    try {
      await probe();
    } catch (error) {
      log.error(
        { code: error instanceof Error && 'code' in error ? error.code : undefined },
        'health',
      );
      throw new Problem('database-unavailable');
    }
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok' as const }, 200);
  });
}

async function withPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
