import type { Words } from '../translation.ts';

/** What the page of an evaluation’s base data says. */
export const baseDataWords = {
  what: {
    'zh-CN':
      '部门的金额和数量，每个项目录入一次；评分时业绩值可以由它们计算，例如 (three-public@2019 − three-public@2018) ÷ three-public@2018 × 100。',
    en: 'The department’s amounts and numbers, entered once; what an indicator is scored by can be computed from them, such as (three-public@2019 − three-public@2018) ÷ three-public@2018 × 100.',
  },
  empty: {
    'zh-CN':
      '还没有基础数据。这里将列出预决算、“三公经费”、人员等数据，一行一项，一列一个年度；也可以从电子表格整块粘贴。',
    en: 'No base data yet. Budget and outturn, staff and other amounts will stand here, a line each, a column a year; a block of a spreadsheet can be pasted as a whole.',
  },
  whatToRead: {
    'zh-CN': '部门的金额和数量，评分时业绩值可以由它们计算。',
    en: 'The department’s amounts and numbers, which what an indicator is scored by can be computed from.',
  },
  emptyToRead: { 'zh-CN': '还没有基础数据。', en: 'No base data yet.' },
  because: { 'zh-CN': '：', en: ': ' },
  keys: {
    'zh-CN': '回车和方向键换格，Tab 到下一格；可以从电子表格复制整块粘贴。',
    en: 'Enter and the arrows move between cells, Tab goes on; a block copied from a spreadsheet can be pasted.',
  },
  columns: {
    'zh-CN': '列（年度，或者如 2019预算、2019决算）',
    en: 'Columns (years, or such as 2019budget)',
  },
  column: (place: number) => ({ 'zh-CN': `第 ${place} 列`, en: `Column ${place}` }),
  addColumn: { 'zh-CN': '添加一列', en: 'Add a column' },
  removeColumn: (name: string) => ({ 'zh-CN': `删除列 ${name}`, en: `Remove the column ${name}` }),
  columnFaults: {
    blank: {
      'zh-CN': '这一列有数值，请写列名。',
      en: 'There are values in this column: please name it.',
    },
    'not-a-column': {
      'zh-CN': '列名由文字和数字组成，至多 20 个字，如 2019预算。',
      en: 'A column is named by letters and digits, at most 20, such as 2019.',
    },
    twice: { 'zh-CN': '这个列名已经用过。', en: 'There is a column of this name already.' },
  },
  name: { 'zh-CN': '名称', en: 'Name' },
  code: { 'zh-CN': '编码', en: 'Code' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  nameOf: (line: number) => ({ 'zh-CN': `第 ${line} 行的名称`, en: `Name of line ${line}` }),
  codeOf: (line: string) => ({ 'zh-CN': `${line}的编码`, en: `Code of ${line}` }),
  unitOf: (line: string) => ({ 'zh-CN': `${line}的单位`, en: `Unit of ${line}` }),
  valueOf: (line: string, column: string) => ({
    'zh-CN': `${line} ${column}`,
    en: `${line}, ${column}`,
  }),
  lineCalled: (line: number, name: string) => ({
    'zh-CN': `第 ${line} 行${name.trim() === '' ? '' : `（${name}）`}`,
    en: `Line ${line}${name.trim() === '' ? '' : ` (${name})`}`,
  }),
  fieldOf: (whole: string, field: string) => ({
    'zh-CN': `${whole} ${field}`,
    en: `${whole}, ${field}`,
  }),
  amountLeftOut: (column: string) => ({
    'zh-CN': `${column} 剔除的金额`,
    en: `${column}: amount left out`,
  }),
  faultAt: (field: string, message: string) => ({
    'zh-CN': `${field}：${message}`,
    en: `${field}: ${message}`,
  }),
  line: (line: number) => ({ 'zh-CN': `第 ${line} 行`, en: `line ${line}` }),
  more: { 'zh-CN': '剔除和删除', en: 'Left out, removal' },
  leaveOut: { 'zh-CN': '剔除', en: 'Leave out' },
  leaveOutOf: (line: string) => ({
    'zh-CN': `${line}的剔除`,
    en: `Leave out of ${line}`,
  }),
  leftOut: (amount: string) => ({ 'zh-CN': `已剔除 ${amount}`, en: `${amount} left out` }),
  leftOutUnknown: { 'zh-CN': '有剔除', en: 'something left out' },
  leftOutHint: {
    'zh-CN': '表中的数值是剔除之后的；剔除的金额知道就填。',
    en: 'The value in the table is what remains; give the amount left out where it is known.',
  },
  amountOf: (column: string) => ({
    'zh-CN': `${column} 剔除的金额（选填）`,
    en: `${column}: amount left out (optional)`,
  }),
  reasonOf: (column: string) => ({ 'zh-CN': `${column} 剔除的理由`, en: `${column}: why` }),
  nothingToLeaveOut: { 'zh-CN': '先填数值，再写剔除。', en: 'A value comes first.' },
  addLine: { 'zh-CN': '添加一项', en: 'Add a line' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  removeLine: (line: string) => ({ 'zh-CN': `删除${line}`, en: `Remove ${line}` }),
  checks: { 'zh-CN': '核对关系', en: 'Checks' },
  checksWhat: {
    'zh-CN': '两边应当相等，分毫不差：合计等于各部分之和，年初数等于上年末数。',
    en: 'Both sides must come to the same, to the last cent: a total and its parts, an opening and the last closing.',
  },
  checkOf: (check: number) => ({ 'zh-CN': `核对 ${check}`, en: `Check ${check}` }),
  checkName: { 'zh-CN': '名称', en: 'Name' },
  left: { 'zh-CN': '左边', en: 'Left' },
  right: { 'zh-CN': '右边', en: 'Right' },
  holds: { 'zh-CN': '相等', en: 'Holds' },
  differs: (left: string, right: string, difference: string) => ({
    'zh-CN': `不等：左 ${left}，右 ${right}，差 ${difference}`,
    en: `Differs: left ${left}, right ${right}, by ${difference}`,
  }),
  notComputed: (because: string) => ({
    'zh-CN': `还算不出：${because}`,
    en: `Not computed yet: ${because}`,
  }),
  addCheck: { 'zh-CN': '添加核对', en: 'Add a check' },
  removeCheck: (check: number) => ({ 'zh-CN': `删除核对 ${check}`, en: `Remove check ${check}` }),
  failing: (n: number) => ({
    'zh-CN': `${n} 项核对不成立或算不出`,
    en: n === 1 ? '1 check fails or cannot be computed' : `${n} checks fail or cannot be computed`,
  }),
  allHold: (n: number) => ({
    'zh-CN': `${n} 项核对全部成立`,
    en: n === 1 ? 'The check holds' : `All ${n} checks hold`,
  }),
  updated: (by: string, at: string) => ({
    'zh-CN': `${by} 保存于 ${at}`,
    en: `Saved by ${by}, ${at}`,
  }),
  inShort: (cells: number, checks: number) => ({
    'zh-CN': `${cells} 项基础数据，${checks} 项核对`,
    en: `${cells} cells, ${checks} checks`,
  }),
  table: { 'zh-CN': '基础数据表', en: 'Table of base data' },
  saved: { 'zh-CN': '已保存，得分没有变动。', en: 'Saved; no score has changed.' },
  savedMoving: (n: number, before: string, after: string) => ({
    'zh-CN': `已保存，${n} 项指标的得分有变动，总分 ${before} → ${after}。`,
    en: `Saved; ${n} ${n === 1 ? 'score has' : 'scores have'} changed, total ${before} → ${after}.`,
  }),
  movesTitle: (n: number) => ({
    'zh-CN': `保存后 ${n} 项指标的得分会变动`,
    en: n === 1 ? 'Saving changes 1 score' : `Saving changes ${n} scores`,
  }),
  move: (code: string, before: string, after: string) => ({
    'zh-CN': `指标 ${code}：${before} → ${after}`,
    en: `Indicator ${code}: ${before} → ${after}`,
  }),
  noScore: { 'zh-CN': '没有得分', en: 'no score' },
  noGrade: { 'zh-CN': '不评等级', en: 'no grade' },
  total: (before: string, after: string) => ({
    'zh-CN': `总分 ${before} → ${after}`,
    en: `Total ${before} → ${after}`,
  }),
  saveAll: { 'zh-CN': '保存并改分', en: 'Save and change the scores' },
  toScoring: { 'zh-CN': '回到评分', en: 'Back to the score' },
} satisfies Words;
