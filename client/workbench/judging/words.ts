import { count } from '../format.ts';
import type { Words } from '../translation.ts';

/** What the judging of responses says, and when one counts. */
export const judgingWords = {
  title: { 'zh-CN': '判定', en: 'Judging' },
  byRules: { 'zh-CN': '规则判定', en: 'By the rules' },
  noReason: { 'zh-CN': '没有发现无效的情形。', en: 'Nothing was found that makes it invalid.' },
  onlyFlags: {
    'zh-CN': '没有发现无效的情形；疑点只作提示，本身不影响有效性。',
    en: 'Nothing was found that makes it invalid; a flag is a hint and alone never invalidates.',
  },
  now: { 'zh-CN': '现在', en: 'Now' },
  overruled: { 'zh-CN': '改判', en: 'Overruled' },
  kept: { 'zh-CN': '维持', en: 'Confirmed' },
  overruledBy: (who: string, why: string) => ({
    'zh-CN': `${who}：${why}`,
    en: `${who}: ${why}`,
  }),
  history: { 'zh-CN': '改判经过', en: 'What was decided' },
  moved: (before: string, after: string) => ({
    'zh-CN': `由${before}改判为${after}`,
    en: `${before} → ${after}`,
  }),
  confirmed: (disposition: string) => ({
    'zh-CN': `维持${disposition}`,
    en: `${disposition} confirmed`,
  }),
  givenBack: { 'zh-CN': '交还规则', en: 'Given back to the rules' },
  noReasonGiven: { 'zh-CN': '（未写理由）', en: '(no reason given)' },
  decision: { 'zh-CN': '判为', en: 'Decide' },
  back: { 'zh-CN': '交还规则', en: 'Back to the rules' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonOptional: { 'zh-CN': '理由（选填）', en: 'Reason (optional)' },
  reasonKeys: {
    'zh-CN': '按 R 填写；填好后按 Enter 保存，Shift+Enter 换行，Esc 离开。',
    en: 'R to type; then Enter saves, Shift+Enter starts a line, Esc leaves the field.',
  },
  lastReasons: { 'zh-CN': '最近用过的理由', en: 'Reasons given last' },
  saveAndNext: { 'zh-CN': '保存，看下一份', en: 'Save and go on' },
  save: { 'zh-CN': '保存', en: 'Save' },
  savedLast: {
    'zh-CN': '已保存。这是列表里的最后一份。',
    en: 'Saved. This is the last one of the list.',
  },
  keys: {
    'zh-CN': '按数字键判定，Enter 保存。',
    en: 'Number keys decide, Enter saves.',
  },
  meanwhile: (who: string, minute: string) => ({
    'zh-CN': `${who} 刚刚（${minute}）判定了这份答卷：`,
    en: `${who} has judged this response meanwhile (${minute}):`,
  }),
  meanwhileKept: {
    'zh-CN': '您填写的还在下面。再保存一次，就以它代替。',
    en: 'What you typed is still below. Save once more to put it in its place.',
  },
  chosen: (n: number) => ({
    'zh-CN': `已选 ${count(n)} 份`,
    en: n === 1 ? '1 response chosen' : `${count(n)} responses chosen`,
  }),
  chooseOne: (receipt: string) => ({
    'zh-CN': `选择答卷 ${receipt}`,
    en: `Choose response ${receipt}`,
  }),
  chooseAll: (n: number) => ({
    'zh-CN': `全选已载入的 ${count(n)} 份`,
    en: n === 1 ? 'Choose the one loaded' : `Choose all ${count(n)} loaded`,
  }),
  clear: { 'zh-CN': '取消选择', en: 'Choose none' },
  most: (n: number) => ({
    'zh-CN': `一次最多判定 ${count(n)} 份。`,
    en: `At most ${count(n)} at once.`,
  }),
  rowKeys: {
    'zh-CN': 'J K 移动，X 选择，Shift+X 选一段',
    en: 'J K to move, X to choose, Shift+X for a range',
  },
  judgeThem: (n: number) => ({
    'zh-CN': `判定这 ${count(n)} 份`,
    en: n === 1 ? 'Judge it' : `Judge these ${count(n)}`,
  }),
  done: (moved: number, confirmed: number, unchanged: number) => ({
    'zh-CN': [
      moved > 0 ? `改判 ${count(moved)} 份` : '',
      confirmed > 0 ? `维持 ${count(confirmed)} 份` : '',
      unchanged > 0 ? `${count(unchanged)} 份原来就是这样` : '',
    ]
      .filter(Boolean)
      .join('，')
      .concat('。'),
    en: [
      moved > 0 ? `${count(moved)} overruled` : '',
      confirmed > 0 ? `${count(confirmed)} confirmed` : '',
      unchanged > 0 ? `${count(unchanged)} had been judged so before` : '',
    ]
      .filter(Boolean)
      .join('; ')
      .concat('.'),
  }),
  validity: {
    title: { 'zh-CN': '怎样算有效', en: 'When a response is valid' },
    /** Where the list is only a part of a page. */
    rules: { 'zh-CN': '有效性规则', en: 'Validity rules' },
    ineligible: {
      'zh-CN': '有下列情形之一的，不符合调查条件，不计入有效或无效：',
      en: 'Ineligible, and neither valid nor invalid, is a response where',
    },
    endsHere: (item: string, option: string) => ({
      'zh-CN': `“${item}”选了“${option}”`,
      en: `“${item}” is answered with “${option}”`,
    }),
    invalidates: { 'zh-CN': '有下列情形之一的答卷无效：', en: 'A response is invalid where' },
    flags: {
      'zh-CN': '下列情形只作为疑点提示，不影响有效性：',
      en: 'A doubt is raised, which alone never invalidates, where',
    },
    required: (numbers: string) => ({
      'zh-CN': `必填题漏答（第 ${numbers} 题）`,
      en: `a required item was skipped (items ${numbers})`,
    }),
    requiredOne: (number: string) => ({
      'zh-CN': `必填题漏答（第 ${number} 题）`,
      en: `the required item ${number} was skipped`,
    }),
    completeSection: (section: string) => ({
      'zh-CN': `“${section}”整部分没有填写`,
      en: `nothing of “${section}” was filled in`,
    }),
    noDoubleMark: { 'zh-CN': '单选题选了两个以上选项', en: 'an item for one answer has two marks' },
    unknownAnswer: {
      'zh-CN': '答案不在选项之中（纸质录入和外部导入时才会出现）',
      en: 'an answer is none of the options (on paper and in imports only)',
    },
    oneReturn: { 'zh-CN': '同一份问卷重复提交', en: 'the same questionnaire was handed in again' },
    minimumDuration: (seconds: number) => ({
      'zh-CN': `作答时间不足 ${seconds} 秒`,
      en: `answering took less than ${seconds} seconds`,
    }),
    minimumDurationMeans: {
      'zh-CN': '可能没有读完题目，也可能事先看过问卷',
      en: 'perhaps the items were not read; or were known before',
    },
    straightLine: (section: string) => ({
      'zh-CN': `“${section}”各题全部选同一个选项`,
      en: `every answer in “${section}” is the same`,
    }),
    straightLineMeans: {
      'zh-CN': '可能没有逐题考虑，也可能确实都一样',
      en: 'perhaps the items were not weighed one by one; or it is just so',
    },
    sameDevice: {
      'zh-CN': '同一台设备先前答过本调查',
      en: 'the same device answered the survey before',
    },
    sameDeviceMeans: {
      'zh-CN': '可能一人多答，也可能几个人合用一部手机',
      en: 'perhaps one person answered twice; or several share a phone',
    },
    otherwise: {
      'zh-CN': '其余的都有效。评价人员可以写明理由改判，也可以交还规则。',
      en: 'All others are valid. An evaluator may overrule this with a reason, and take that back.',
    },
  },
} satisfies Words;
