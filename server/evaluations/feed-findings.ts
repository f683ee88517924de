import { numberFindings } from '../../survey-definitions/definition-size.ts';
import { duplicates, type Finding, finding, type Steps } from '../../survey-definitions/fault.ts';
import type { Combination, Feed } from '../../survey-definitions/feeds.ts';
import { asWritten, compare, exact, ONE, sum, ZERO } from '../../survey-definitions/fraction.ts';
import { groupName } from '../../survey-definitions/group-name.ts';
import type { RespondentGroup } from '../../survey-definitions/survey.ts';
import type { Text } from '../../survey-definitions/text.ts';
import { textIn } from '../../survey-definitions/wording.ts';
import type { Survey } from '../store/surveys.ts';
import { mayFeed } from './feeding-surveys.ts';

/** A group in an evaluation, and its surveys there. */
interface Given {
  group: RespondentGroup;
  surveys: readonly Survey[];
  /** What the group is called, where a questionnaire says so. */
  named: Text | undefined;
}

/** What keeps a feed from feeding the group's indicators. `at`: its place. */
export function feedFindings(feed: Feed, at: Steps, given: Given): Finding[] {
  if (typeof feed === 'string') return notFeeding(feed, at, given);
  const { combine, surveys } = feed;
  const found = [
    ...surveys.flatMap(({ code }, s) => notFeeding(code, [...at, 'surveys', s, 'code'], given)),
    ...duplicates(
      surveys.map(({ code: id }, s) => ({ id, steps: [...at, 'surveys', s, 'code'] })),
      'duplicate-code',
    ),
    ...(surveys.length < 2 ? [tooFew(at)] : []),
    ...(combine === 'weighted' ? weightFindings(feed, at) : unweighted(feed, at)),
  ];
  if (found.length > 0 || combine === 'weighted') return found;
  return otherQuestionnaires(feed, at, given.surveys);
}

const tooFew = (at: Steps) =>
  finding(
    [...at, 'surveys'],
    'too-small',
    '合并至少要两项调查',
    'it takes two surveys at least to combine',
  );

function notFeeding(code: string, steps: Steps, { group, surveys, named }: Given): Finding[] {
  if (mayFeed(surveys, group, code)) return [];
  const name = groupName(group, named);
  return [
    finding(
      steps,
      'not-a-formal-survey-of-this-group',
      `调查 ${code} 不是本项目已开放过的${textIn(name, 'zh-CN')}正式调查`,
      `survey ${code} is no formal survey of ${textIn(name, 'en')} that has opened in this evaluation`,
    ),
  ];
}

function unweighted({ surveys }: Combination, at: Steps): Finding[] {
  return surveys.flatMap(({ weight }, s) =>
    weight === undefined
      ? []
      : [
          finding(
            [...at, 'surveys', s, 'weight'],
            'weight-not-used',
            '合并计算时每份答卷同等对待，不写权重',
            'pooled, every response weighs the same: no weight is given',
          ),
        ],
  );
}

/** Each above 0, and 1 together. Numbers that are too long are added up no further. */
function weightFindings({ surveys }: Combination, at: Steps): Finding[] {
  const placed = surveys.map(({ weight: value }, s) => ({
    steps: [...at, 'surveys', s, 'weight'],
    value,
  }));
  const given = placed.flatMap(({ steps, value }) =>
    value === undefined ? [] : [{ steps, value }],
  );
  const long = numberFindings(given);
  const found = [
    ...long,
    ...placed.flatMap(({ steps, value }) => {
      if (value === undefined)
        return [finding(steps, 'missing', '请写明权重', 'a weight is to be given')];
      if (compare(exact(value), ZERO) > 0) return [];
      return [finding(steps, 'weight-not-positive', '权重须大于 0', 'a weight is above 0')];
    }),
  ];
  if (found.length > 0) return found;
  const total = sum(given.map(({ value }) => exact(value)));
  if (compare(total, ONE) === 0) return [];
  return [
    finding(
      [...at, 'surveys'],
      'weights-do-not-close',
      `权重合计 ${asWritten(total)}，应为 1`,
      `the weights add up to ${asWritten(total)}, not 1`,
    ),
  ];
}

/** Responses to other questions cannot be counted together. */
function otherQuestionnaires(
  { surveys: fed }: Combination,
  at: Steps,
  surveys: readonly Survey[],
): Finding[] {
  const questionnaires = fed.map(
    ({ code }) => surveys.find((survey) => survey.code === code)?.questionnaire,
  );
  const [first] = questionnaires;
  return questionnaires.flatMap((one, s) =>
    one === undefined || (one.id === first?.id && one.version === first.version)
      ? []
      : [
          finding(
            [...at, 'surveys', s, 'code'],
            'other-questionnaire',
            `调查 ${fed[s]?.code} 用的是问卷 ${one.id} 第 ${one.version} 版，与第一项的不同；合并计算须用同一份问卷，也可以改用权重`,
            `survey ${fed[s]?.code} asks version ${one.version} of ${one.id}, and the first another: only responses to one questionnaire are pooled; weights would do`,
          ),
        ],
  );
}
