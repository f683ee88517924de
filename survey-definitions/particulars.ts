import { z } from 'zod';
import { isDay } from './china-time.ts';
import { LONGEST_NAME, LONGEST_PARTICULAR, MOST_IN_TEAM } from './survey.ts';
import { filledText } from './text.ts';

const name = filledText(LONGEST_NAME);
const text = filledText(LONGEST_PARTICULAR);

/** One of those who evaluate: duty, name, title, and what he does (分工). */
const TeamMember = z.strictObject({
  duty: name.optional(),
  name,
  title: name.optional(),
  work: text.optional(),
});

/** Who commissions an evaluation, who carries it out, and what its report says of itself (项目资料). All of it optional. */
export const Particulars = z.strictObject({
  commissioner: name.optional().describe('委托单位'),
  evaluated: name.optional().describe('被评价单位'),
  evaluator: name.optional().describe('评价机构'),
  contact: filledText(2 * LONGEST_NAME)
    .optional()
    .describe('联系方式: whom respondents can ask, by name and telephone'),
  reportNumber: name.optional().describe('报告编号'),
  baseDate: z.string().refine(isDay, 'a day such as 2020-12-31').optional().describe('评价基准日'),
  period: name.optional().describe('评价时段'),
  scope: text.optional().describe('评价范围'),
  methods: text.optional().describe('评价方法'),
  team: z.array(TeamMember).max(MOST_IN_TEAM).optional().describe('评价组成员'),
});
export type Particulars = z.infer<typeof Particulars>;
