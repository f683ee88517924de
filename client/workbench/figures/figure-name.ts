import type { FrozenFigure } from '../api/figures.ts';
import { useLanguage, useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';

/** Says which number a frozen figure is: the composite, an item by its topic, an option's share by what the option says. */
export function useFigureName(): (figure: FrozenFigure) => string {
  const terms = useWords(tradeTerms);
  const { language } = useLanguage();
  return ({ quantity, topic, item, option }) => {
    if (quantity === 'composite') return terms.composite;
    const named = topic?.[language] ?? option ?? item ?? '';
    return quantity === 'option-share' ? `${item} = ${named}` : named;
  };
}
