import type { IndicatorSystem } from './indicator-system.ts';
import { ruleTexts } from './scoring-rule.ts';
import type { Text } from './text.ts';
import type { PlacedText } from './text-findings.ts';

/** Every text of an indicator system, and where it stands in the definition. */
export function systemTexts(system: IndicatorSystem): PlacedText[] {
  const texts: PlacedText[] = [{ steps: ['title'], text: system.title }];
  const add = (steps: PropertyKey[], text: Text | undefined) => {
    if (text !== undefined) texts.push({ steps, text });
  };
  for (const [g, band] of system.gradeBands.entries()) add(['gradeBands', g, 'grade'], band.grade);
  for (const [a, level1] of system.level1.entries()) {
    add(['level1', a, 'name'], level1.name);
    for (const [b, level2] of level1.level2.entries()) {
      const at = ['level1', a, 'level2', b];
      add([...at, 'name'], level2.name);
      for (const [c, indicator] of level2.indicators.entries()) {
        const here = [...at, 'indicators', c];
        add([...here, 'name'], indicator.name);
        // A target is often the same in every language: ≥90%.
        if (typeof indicator.target !== 'string') add([...here, 'target'], indicator.target);
        add([...here, 'ruleText'], indicator.ruleText);
        add([...here, 'explanation'], indicator.explanation);
        add([...here, 'reading'], indicator.reading);
        for (const { steps, text } of ruleTexts(indicator.rule))
          add([...here, 'rule', ...steps], text);
      }
    }
  }
  return texts;
}
