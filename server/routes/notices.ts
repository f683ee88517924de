import { z } from '@hono/zod-openapi';
import { extentOf } from '../../analysis/notices/notice.ts';
import { LONGEST_REASON } from '../../survey-definitions/survey.ts';
import { filledText } from '../../survey-definitions/text.ts';
import type { Actor } from '../accounts/actor.ts';
import { audited } from '../accounts/audited.ts';
import type { Deps } from '../context.ts';
import { surveyFor } from '../evaluations/load.ts';
import { presentedTo } from '../http/presented-to.ts';
import { route } from '../http/route.ts';
import { newRouter } from '../http/router.ts';
import { json, jsonRequest, problems, SurveyCode, usableText } from '../http/schemas.ts';
import { readProgressNow } from '../live/read-progress.ts';
import { NoticeSchema, noticesNow, presentNotice } from '../presenters/notice.ts';
import type { PresentedTo } from '../presenters/schemas.ts';
import { Problem } from '../problem.ts';
import { type AsideNotice, deleteAsideNotice, writeAsideNotice } from '../store/aside-notices.ts';
import { bumpRevision } from '../store/revisions.ts';

const params = SurveyCode.extend({ notice: usableText(300) });

const putAside = route({
  method: 'put',
  path: '/api/surveys/{code}/notices/{notice}',
  access: 'surveys.write',
  operationId: 'putNoticeAside',
  summary: 'Put aside what is pointed out of a survey, and say why',
  request: {
    params,
    body: jsonRequest(z.strictObject({ reason: filledText(LONGEST_REASON) })),
  },
  responses: {
    200: json(NoticeSchema, 'The notice as it is now'),
    ...problems(401, 403, 404, 409, 413, 415, 422),
  },
});
const takeBack = route({
  method: 'delete',
  path: '/api/surveys/{code}/notices/{notice}',
  access: 'surveys.write',
  operationId: 'takeNoticeBack',
  summary: 'Point out again what was put aside',
  request: { params },
  responses: {
    204: { description: 'It is no longer put aside' },
    ...problems(401, 403, 404, 409),
  },
});

export function noticeRoutes(deps: Deps) {
  const { store } = deps;

  /** What is pointed out now under this id. Throws unknown-notice. */
  async function noticed(actor: Actor, code: string, id: string, to: PresentedTo) {
    const survey = await surveyFor(store.read, actor, 'surveys.write', code);
    const progress = await readProgressNow(store.read, survey, to.now);
    const notice = noticesNow(progress, to).find((each) => each.id === id);
    // What was put aside and holds no longer can be taken back all the same.
    if (notice === undefined && !progress.aside.has(id)) throw new Problem('unknown-notice');
    return { survey, progress, notice };
  }

  return newRouter()
    .openapi(putAside, async (c) => {
      const { code, notice: id } = c.req.valid('param');
      const { reason } = c.req.valid('json');
      const actor = c.get('actor');
      const to = presentedTo(c, deps);
      const { survey, progress, notice } = await noticed(actor, code, id, to);
      if (notice === undefined) throw new Problem('unknown-notice');
      const { evaluationId } = survey;
      const at = to.now.toISOString();
      const put = { reason, author: actor.name, at, n: extentOf(notice) };
      const aside = new Map([[id, put]]);
      const presented = presentNotice(notice, { ...progress, aside }, to);
      const { values } = presented;
      await audited(
        deps,
        actor,
        {
          action: 'notice.put-aside',
          evaluationId,
          subject: code,
          detail: { notice: id, values, reason },
        },
        async (trx) => {
          await surveyFor(trx, actor, 'surveys.write', code);
          await writeAsideNotice(trx, code, id, put);
          await bumpRevision(trx, evaluationId);
        },
      );
      return c.json(presented, 200);
    })
    .openapi(takeBack, async (c) => {
      const { code, notice: id } = c.req.valid('param');
      const actor = c.get('actor');
      const { survey } = await noticed(actor, code, id, presentedTo(c, deps));
      const { evaluationId } = survey;
      await audited(
        deps,
        actor,
        // Somebody else may have taken it back first: then nothing was done.
        (said: AsideNotice | undefined) =>
          said && {
            action: 'notice.take-back',
            evaluationId,
            subject: code,
            detail: { notice: id, before: { reason: said.reason, author: said.author } },
          },
        async (trx) => {
          await surveyFor(trx, actor, 'surveys.write', code);
          const said = await deleteAsideNotice(trx, code, id);
          if (said !== undefined) await bumpRevision(trx, evaluationId);
          return said;
        },
      );
      return c.body(null, 204);
    });
}
