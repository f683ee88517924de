import type { Words } from '../../translation.ts';

/** What taking a file says: how it stands, what is wrong with it and where. */
export const uploadWords = {
  title: { 'zh-CN': '上传文件', en: 'Upload a file' },
  what: {
    'zh-CN':
      '选择一份问卷或评价指标体系的 JSON 文件。先检查，检查时不保存任何内容，没有错误才能发布。',
    en: 'Choose the JSON file of a questionnaire or of an indicator system. It is checked first, which stores nothing, and can be published once it has no faults.',
  },
  mayNot: {
    'zh-CN': '您的账号不能上传问卷和指标体系',
    en: 'Your account cannot upload definitions',
  },
  mayNotHint: {
    'zh-CN': '评价人员和管理员可以上传。已经发布的问卷和指标体系，您都可以查看和下载。',
    en: 'Evaluators and admins can. All that is published is yours to read and to download.',
  },
  choose: { 'zh-CN': 'JSON 文件', en: 'JSON file' },
  chooseHint: { 'zh-CN': '选择一个文件，或者拖到这里', en: 'Choose a file, or drop it here' },
  chooseButton: { 'zh-CN': '选择文件', en: 'Choose a file' },
  chooseAgain: { 'zh-CN': '改好后重新选择', en: 'Mended? Choose it again' },
  asWhat: { 'zh-CN': '按哪一种检查', en: 'Checked as' },
  kinds: {
    questionnaires: { 'zh-CN': '问卷', en: 'Questionnaire' },
    'indicator-systems': { 'zh-CN': '评价指标体系', en: 'Indicator system' },
  },
  file: (name: string, lines: string) => ({
    'zh-CN': `${name}，共 ${lines} 行。`,
    en: lines === '1' ? `${name}, 1 line.` : `${name}, ${lines} lines.`,
  }),
  laidOut: {
    'zh-CN': '文件挤在很少几行里，下面按缩进排开显示，行号以此为准。',
    en: 'The file is written on very few lines; it is laid out below, and lines are counted there.',
  },
  unreadable: {
    'too-large': {
      'zh-CN': '文件太大，最大 1 MB。',
      en: 'The file is too large; at most 1 MB is taken.',
    },
    'not-utf-8': {
      'zh-CN': '文件不是 UTF-8 编码的文本。请在编辑器里另存为 UTF-8。',
      en: 'The file is no text in UTF-8. Save it as UTF-8 in your editor.',
    },
    gone: {
      'zh-CN': '文件读不出来，可能已经移动或改名，请重新选择。',
      en: 'The file cannot be read; it may have been moved. Please choose it again.',
    },
  },
  syntax: {
    blank: () => ({ 'zh-CN': '文件是空的', en: 'The file is empty' }),
    'ends-early': () => ({
      'zh-CN': '文件到这里就断了：还有括号没有闭合',
      en: 'The file ends here, with a bracket still open',
    }),
    'goes-on': (found: string) => ({
      'zh-CN': `JSON 到此已经结束，后面不应再有“${found}”`,
      en: `The JSON has ended before this: “${found}” does not belong here`,
    }),
    'full-width': (found: string) => ({
      'zh-CN': `这里是全角符号“${found}”，JSON 里要用半角符号`,
      en: `“${found}” is a full-width sign; JSON takes half-width ones`,
    }),
    'single-quotes': () => ({
      'zh-CN': '要用双引号 "，不能用单引号',
      en: 'Texts stand in double quotes, not in single ones',
    }),
    comment: () => ({ 'zh-CN': 'JSON 里不能写注释', en: 'JSON has no comments' }),
    'comma-too-many': () => ({ 'zh-CN': '这个逗号多余', en: 'There is a comma too many' }),
    'comma-missing': (found: string) => ({
      'zh-CN': `“${found}”前面少了逗号或括号`,
      en: `A comma or a bracket is missing before “${found}”`,
    }),
    'colon-missing': (found: string) => ({
      'zh-CN': `键的后面应是冒号，这里是“${found}”`,
      en: `A colon follows a key, not “${found}”`,
    }),
    'key-expected': (found: string) => ({
      'zh-CN': `这里应是双引号里的键，现在是“${found}”`,
      en: `A key in double quotes stands here, not “${found}”`,
    }),
    'value-expected': (found: string) => ({
      'zh-CN': `这里应是一个值，“${found}”不是；文字要放在双引号里`,
      en: `A value stands here, and “${found}” is none; texts stand in double quotes`,
    }),
    'text-not-closed': () => ({
      'zh-CN': '这段文字没有用双引号闭合，或者中间换了行',
      en: 'This text is not closed by a double quote, or breaks over two lines',
    }),
    'bad-escape': () => ({
      'zh-CN': '反斜杠后面不能这样写；反斜杠本身要写成 \\\\',
      en: 'A backslash cannot stand before this; the backslash itself is written \\\\',
    }),
    'bad-number': (found: string) => ({
      'zh-CN': `数字“${found}”的写法不对`,
      en: `The number “${found}” is not written as JSON has it`,
    }),
    'too-deep': () => ({ 'zh-CN': '括号套得太深', en: 'Brackets are nested too deep' }),
  },
  twice: (key: string) => ({
    'zh-CN': `键“${key}”在同一个对象里写了两次`,
    en: `The key “${key}” is given twice in one object`,
  }),
  exists: {
    'zh-CN':
      '这个编号的这一版已经发布，内容与这份文件不同。发布过的版本不能改：请把 version 改成下一个数，再上传。',
    en: 'This version is published already, with other content, and never changes: raise “version” to the next number and upload again.',
  },
  faults: (n: number) => ({
    'zh-CN': `${n} 处错误，改正后才能发布`,
    en:
      n === 1
        ? '1 fault to mend before it can be published'
        : `${n} faults to mend before it can be published`,
  }),
  doubts: (n: number) => ({
    'zh-CN': `${n} 处提醒，不妨碍发布`,
    en: n === 1 ? '1 warning; it can be published' : `${n} warnings; it can be published`,
  }),
  noFaults: { 'zh-CN': '没有错误，可以发布。', en: 'No faults: it can be published.' },
  more: (n: string) => ({
    'zh-CN': `另有 ${n} 处，见下面的文件`,
    en: `${n} more, in the file below`,
  }),
  fault: { 'zh-CN': '错误', en: 'Fault' },
  doubt: { 'zh-CN': '提醒', en: 'Warning' },
  line: (line: string) => ({ 'zh-CN': `第 ${line} 行`, en: `Line ${line}` }),
  place: (line: string, column: string) => ({
    'zh-CN': `第 ${line} 行第 ${column} 列`,
    en: `Line ${line}, column ${column}`,
  }),
  folded: (from: string, to: string) => ({
    'zh-CN': `第 ${from}–${to} 行`,
    en: `Lines ${from}–${to}`,
  }),
  fileItself: { 'zh-CN': '文件内容', en: 'The file' },
  publish: { 'zh-CN': '发布', en: 'Publish' },
  publishHint: {
    'zh-CN': '发布后不能改，也不能删；修订另立新版。',
    en: 'Once published it can be neither changed nor deleted; a revision is a new version.',
  },
  known: {
    'zh-CN': '这一版已经发布过，内容完全相同，不用再发布。',
    en: 'This very version is published already; there is nothing to do.',
  },
  see: { 'zh-CN': '查看', en: 'See it' },
} satisfies Words;
