import { describe, expect, it } from 'vitest';
import { display } from '../../analysis/rounding.ts';
import { cellsOf, compute } from '../../analysis/scoring/cells.ts';
import { inNumbers } from '../../analysis/scoring/expression-words.ts';
import { scoreSystem } from '../../analysis/scoring/score.ts';
import { INPUTS, OVERRIDES } from '../../server/example/shuozhou-2019.ts';
import { BASE_DATA, EXPRESSIONS } from '../../server/example/shuozhou-2019-base-data.ts';
import { readExpression } from '../../survey-definitions/expression.ts';
import { asWritten } from '../../survey-definitions/fraction.ts';
import { override } from '../support/indicator-systems.ts';
import { askShuozhou, shuozhouInputs, shuozhouSystem } from '../support/shuozhou-entries.ts';

// Shuozhou 2019: what the report computes from its base data, exactly.
const cells = cellsOf(BASE_DATA);
const expressionOf = (text: string) => {
  const { expression, fault } = readExpression(text);
  if (fault) throw fault;
  return expression;
};
const comesTo = (text: string) => {
  const { value } = compute(expressionOf(text), cells);
  if (!value) throw new Error(`no value: ${text}`);
  return value;
};

describe('the base data of the published case', () => {
  it.each([
    ['B102', EXPRESSIONS.B102, '0', 0, '0'],
    ['B103', EXPRESSIONS.B103, '18.6', 1, '18.6'],
    ['B202', EXPRESSIONS.B202, '38700/371503', 1, '0.1'],
    ['B203', EXPRESSIONS.B203, '19320600/274457', 2, '70.40'],
    ['B204', EXPRESSIONS.B204, '166050/1409', 2, '117.85'],
    ['B205', EXPRESSIONS.B205, '55500/593', 2, '93.59'],
    ['B303', 'self-evaluated@2019 / projects-count@2019 * 100', '100/3', 2, '33.33'],
    ['B601', 'procurement@2019决算 / procurement@2019预算 * 100', '3948550/40917', 1, '96.5'],
  ])('gives %s exactly, and rounded what is printed', (_, text, exactly, decimals, printed) => {
    const value = comesTo(text);
    expect(asWritten(value)).toBe(exactly);
    expect(display(value, decimals)).toBe(printed);
  });

  it('says B103 with its numbers', () => {
    expect(inNumbers(expressionOf(EXPRESSIONS.B103), cells)).toBe('(17.79 − 15) ÷ 15 × 100 = 18.6');
  });

  it('scores every indicator as the printed inputs do: 80.50 良', () => {
    const overrides = Object.entries(OVERRIDES).map(([code, { score }]) => [
      code,
      { override: override(Number(score)) },
    ]);
    const computed = Object.fromEntries(
      Object.entries(INPUTS).map(([code, inputs]) => [code, { inputs }]),
    );
    const entered = (inputs: Record<string, object>) => ({
      ...inputs,
      ...Object.fromEntries(
        overrides.map(([code, over]) => [code, { ...inputs[code as string], ...(over as object) }]),
      ),
    });
    const byCells = scoreSystem(shuozhouSystem, entered(computed), askShuozhou, cells);
    const byPrint = scoreSystem(shuozhouSystem, entered(shuozhouInputs), askShuozhou);
    expect(byCells.total && display(byCells.total, 2)).toBe('80.50');
    expect(byCells.grade).toEqual(byPrint.grade);
    const scores = (scored: typeof byCells) =>
      scored.indicators.map(({ code, ruleScore, score }) => [
        code,
        ruleScore && display(ruleScore, 2),
        score && display(score, 2),
      ]);
    expect(scores(byCells)).toEqual(scores(byPrint));
    expect(byCells.indicators.flatMap(({ computed }) => computed)).toHaveLength(8);
  });
});
