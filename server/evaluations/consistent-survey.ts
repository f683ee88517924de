import { minuteInChina } from '../../survey-definitions/china-time.ts';
import { duplicates, type Finding, finding, jsonPath } from '../../survey-definitions/fault.ts';
import { MOST_POINTS, type Plan, type Point } from '../../survey-definitions/survey.ts';
import { alikeFindings, readAlone } from '../../survey-definitions/text-findings.ts';
import { foldCaseless } from '../../survey-definitions/typed-text.ts';
import { Problem } from '../problem.ts';

/** What of a survey must be true together. Times are ISO 8601 with their offset. */
export interface Together {
  plan: Plan;
  /** As they were sent. */
  points?: readonly Point[] | undefined;
  /** Points that stay though they were not among those sent. */
  kept?: readonly Point[];
  opensAt?: string | null | undefined;
  closesAt?: string | null | undefined;
}

/** Throws not-acceptable where these cannot be true together, each fault at what was sent of it. */
export function mustBeConsistent(
  survey: Together,
  wasSent: (part: keyof Together) => boolean = () => true,
): void {
  const at = (part: keyof Together, or: keyof Together, ...steps: string[]) =>
    wasSent(part) ? [part, ...steps] : [or];
  const found = [
    ...planFindings(survey.plan),
    ...pointFindings(survey, wasSent('points') ? ['points'] : ['plan', 'total']),
    ...periodFindings(survey, at('closesAt', 'opensAt')),
  ];
  if (found.length > 0) throw refusedFor(found);
}

/** What was sent is not acceptable for what was found in it. */
export function refusedFor(found: readonly Finding[]): Problem {
  return new Problem('not-acceptable', {
    errors: found.map(({ steps, code, words }) => ({
      path: jsonPath(steps),
      code,
      message: words,
    })),
  });
}

function planFindings({ total, byChannel }: Plan): Finding[] {
  const { online = 0, paper = 0 } = byChannel ?? {};
  if (online + paper <= total) return [];
  return [
    finding(
      ['plan', 'byChannel'],
      'more-than-total',
      `电子问卷 ${online} 份与现场纸质 ${paper} 份合计 ${online + paper} 份，多于计划发放数 ${total} 份`,
      `${online} online and ${paper} on paper make ${online + paper}, more than the ${total} planned`,
    ),
  ];
}

/** Ids and names tell points apart, and no more is planned for them together than in all. */
function pointFindings({ plan, points = [], kept = [] }: Together, place: string[]): Finding[] {
  const planned = [...points, ...kept].reduce((sum, point) => sum + (point.plan ?? 0), 0);
  const names = kept.map(({ name }) => `“${name}”`);
  const zhKept = kept.length === 0 ? '' : `（含仍保留的${names.join('、')}）`;
  const enKept = kept.length === 0 ? '' : ` (with ${names.join(', ')}, which stay)`;
  return [
    ...duplicates(points.map(({ id }, index) => ({ id, steps: ['points', index, 'id'] }))),
    ...alikeFindings(
      points.map(({ name }, index) => readAlone({ steps: ['points', index, 'name'], text: name })),
    ),
    ...points.flatMap(({ name }, index) => {
      const same = kept.find((other) => foldCaseless(other.name) === foldCaseless(name));
      return same === undefined
        ? []
        : [
            finding(
              ['points', index, 'name'],
              'not-told-apart',
              `与仍保留的调查点“${same.name}”（${same.id}）读起来一样，分不清是哪一个`,
              `reads like the collection point “${same.name}” (${same.id}), which stays: nobody can tell the two apart`,
            ),
          ];
    }),
    ...(points.length + kept.length > MOST_POINTS
      ? [
          finding(
            ['points'],
            'too-many-points',
            `一项调查最多 ${MOST_POINTS} 个调查点，连同仍保留的共 ${points.length + kept.length} 个`,
            `A survey has at most ${MOST_POINTS} collection points; with those that stay these are ${points.length + kept.length}`,
          ),
        ]
      : []),
    ...(planned > plan.total
      ? [
          finding(
            place,
            'more-than-total',
            `各调查点计划合计 ${planned} 份${zhKept}，多于计划发放数 ${plan.total} 份`,
            `The collection points make ${planned} together${enKept}, more than the ${plan.total} planned`,
          ),
        ]
      : []),
  ];
}

function periodFindings({ opensAt, closesAt }: Together, place: string[]): Finding[] {
  if (!opensAt || !closesAt || Date.parse(opensAt) < Date.parse(closesAt)) return [];
  const [start, end] = [minuteInChina(opensAt), minuteInChina(closesAt)];
  return [
    finding(
      place,
      'closes-before-it-opens',
      `结束时间 ${end} 应晚于开始时间 ${start}（北京时间）`,
      `the end, ${end}, must come after the beginning, ${start} (Beijing time)`,
    ),
  ];
}
