import type { ResultItem, ResultOption, Split } from '../api/results.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { count } from '../format.ts';
import { responsesPath } from '../paths.ts';

/** Whose answers of an item are counted. */
export interface Counted {
  survey: string;
  split: Split;
}

/** How many chose an option; it opens the responses it counts. */
export function CountLink(props: Counted & { item: ResultItem; option: ResultOption }) {
  const { id } = useEvaluation();
  const { survey, split, item, option } = props;
  if (option.count === 0) return <>0</>;
  const filter = {
    item: item.id,
    option: option.id,
    disposition: 'valid' as const,
    ...split,
  };
  return <a href={responsesPath(id, survey, filter)}>{count(option.count)}</a>;
}
