import { z } from '@hono/zod-openapi';
import type { Deps } from '../context.ts';
import { databaseUnavailable } from '../http/outage.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { HEADS_TOO_LARGE, json, problems } from '../http/schemas.ts';
import { probeRead } from '../store/settings.ts';

const PATIENCE_MS = 3000;

const show = route({
  method: 'get',
  path: '/healthz',
  access: 'public',
  operationId: 'getHealth',
  summary: 'Whether the server is ready, and what is asked and sent just now goes through',
  responses: {
    200: json(z.object({ status: z.literal('ok') }), 'It is'),
    ...HEADS_TOO_LARGE,
    ...problems(503),
  },
});

/**
 * Goes the ways of those who read and of those who send responses. Many that ask at once share one journey, so that asking
 * is no way to wear the disk out.
 */
export function healthRoutes({ store, writer, now, log }: Deps) {
  let asking: Promise<unknown> | undefined;
  const probe = () => {
    asking ??= withPatience(Promise.all([probeRead(store.read), writer.probe(now())])).finally(
      () => {
        asking = undefined;
      },
    );
    return asking;
  };
  return newRouter().openapi(show, async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await probe();
    } catch (error) {
      throw databaseUnavailable(error, log);
    }
    return c.json({ status: 'ok' as const }, 200);
  });
}

async function withPatience(work: Promise<unknown>): Promise<void> {
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
