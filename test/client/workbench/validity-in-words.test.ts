import { describe, expect, it } from 'vitest';
import { validityInWords } from '../../../client/workbench/judging/validity-in-words.ts';
import { judgingWords } from '../../../client/workbench/judging/words.ts';
import { inLanguage } from '../../../client/workbench/translation.ts';
import type { ValidityRule } from '../../../survey-definitions/questionnaire.ts';
import type { Language, Text } from '../../../survey-definitions/text.ts';
import { textIn } from '../../../survey-definitions/wording.ts';
import { item, questionnaire, section } from '../../support/questionnaires.ts';

const asked = (validity: ValidityRule[]) => ({
  ...questionnaire([
    section('you', 'profile', [
      item('age', 'single', { options: ['young', 'old'] }),
      item('job', 'single', { options: ['none', 'clerk'] }),
    ]),
    section('satisfaction', 'satisfaction', [
      item('air', 'satisfaction', { required: false }),
      item('water', 'satisfaction'),
    ]),
  ]),
  validity,
});
const inWords = (
  validity: ValidityRule[],
  {
    language = 'zh-CN',
    marksDevices = false,
  }: { language?: Language; marksDevices?: boolean } = {},
) =>
  validityInWords(
    asked(validity),
    inLanguage(judgingWords, language).validity,
    (text: Text) => textIn(text, language),
    { marksDevices },
  );

describe('when a response is valid, in words', () => {
  it('names the items that have to be answered by their numbers, and what no questionnaire allows', () => {
    expect(inWords([]).invalid).toEqual([
      '必填题漏答（第 1–2, 4 题）',
      '答案不在选项之中（纸质录入和外部导入时才会出现）',
    ]);
  });

  it.each<[ValidityRule, string, string]>([
    [{ rule: 'complete-section', section: 'you' }, '“you”整部分没有填写', 'nothing of “you” was'],
    [{ rule: 'no-double-mark' }, '单选题选了两个以上选项', 'two marks'],
    [{ rule: 'one-return' }, '重复提交', 'handed in again'],
    [
      {
        rule: 'contradiction',
        id: 'young-clerk',
        reason: { 'zh-CN': '未成年而有职业', en: 'a minor with a job' },
        when: [
          { item: 'age', options: ['young'] },
          { item: 'job', options: ['clerk'] },
        ],
      },
      '未成年而有职业',
      'a minor with a job',
    ],
  ])('says of %o that it invalidates, in both languages', (rule, chinese, english) => {
    expect(inWords([rule]).invalid.join()).toContain(chinese);
    expect(inWords([rule], { language: 'en' }).invalid.join()).toContain(english);
    expect(inWords([rule]).flags).toEqual([]);
    expect(inWords([]).invalid.join()).not.toContain(chinese);
  });

  it.each<[ValidityRule, string]>([
    [{ rule: 'minimum-duration', seconds: 45 }, '作答时间不足 45 秒'],
    [{ rule: 'straight-line', section: 'satisfaction' }, '“satisfaction”各题全部选同一个选项'],
  ])('says of %o that it only raises a doubt, and what may have led to it', (rule, says) => {
    const { invalid, flags } = inWords([rule]);
    expect(flags.map((flag) => flag.says)).toEqual([says]);
    expect(flags[0]?.means).toContain('也可能');
    expect(invalid).toEqual(inWords([]).invalid);
  });

  it('speaks of a device only where the survey knows one again', () => {
    expect(inWords([], { marksDevices: true }).flags.map(({ says }) => says)).toEqual([
      '同一台设备先前答过本调查',
    ]);
  });

  it('names the answers that show that somebody is not of the group', () => {
    const definition = asked([]);
    const [you] = definition.sections;
    const [age] = you?.items ?? [];
    if (age?.type !== 'single') throw new Error('age offers options');
    const screening = {
      ...definition,
      sections: [
        {
          ...definition.sections[0],
          items: [
            {
              ...age,
              options: age.options.map((option) => ({
                ...option,
                endsHere: option.id === 'young',
              })),
            },
          ],
        },
      ],
    } as typeof definition;
    const { ineligible } = validityInWords(
      screening,
      inLanguage(judgingWords, 'zh-CN').validity,
      (text) => textIn(text, 'zh-CN'),
      { marksDevices: false },
    );
    expect(ineligible).toEqual(['“age”选了“young”']);
  });
});
