import { sampleSize } from '../../analysis/sample-size.ts';
import { type Finding, finding } from '../../survey-definitions/fault.ts';
import type { Plan } from '../../survey-definitions/survey.ts';

/**
 * Whether the sample size that a plan keeps is the one its basis makes. What is planned in all may be another number: more
 * are handed out than are needed, and a plan can be cut.
 */
export function sampleSizeFindings({ sampleSize: kept }: Plan): Finding[] {
  if (kept === undefined) return [];
  const needed = sampleSize(kept);
  if (kept.needed === needed) return [];
  return [
    finding(
      ['plan', 'sampleSize', 'needed'],
      'sample-size-otherwise',
      `按这些依据算得 ${needed} 份，不是 ${kept.needed} 份`,
      `its basis makes it ${needed}, not ${kept.needed}`,
    ),
  ];
}
