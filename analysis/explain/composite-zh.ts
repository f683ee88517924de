import { shortened } from './composite-formulas.ts';
import type { CompositeWords } from './composite-words.ts';

const FEW = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const few = (n: number) => FEW[n] ?? `${n} `;

export const zh: CompositeWords = {
  noItems: '这份问卷没有计入综合满意度的题目',
  noAnswers: '还没有计分的回答',
  mean: (n) => `${few(n)}题平均`,
  single: (topic) => `“${topic}”的满意度`,
  weighted: (n) => `${few(n)}题加权平均`,
  dimensions: (n) => `${few(n)}个维度加权平均`,
  dimension: (name) => `“${name}”`,
  pooled: (items, answers) => `${few(items)}题的全部 ${answers} 个计分回答合并，按权重平均`,
  overall: (topic, base) => `总体题“${topic}”的满意度（${base} 个计分回答）`,
  top: (n, grades) => `${few(n)}题最好${few(grades)}档占比的平均`,
  persons: (reaching, base, threshold) =>
    `有计分回答的 ${base} 人中，${reaching} 人本人各题平均达到满分的 ${threshold}%`,
  empty: (names, what) =>
    `${shortened(names.map((name) => `“${name}”`)).join('、')}没有计分的回答，${
      what === 'left-out' ? '不计入' : '其余权重按比例放大'
    }`,
  joint: '；',
  stop: '。',
};
