import { filterOf, type ResultItem, type ResultOption, type Split } from '../api/results.ts';
import { count } from '../format.ts';
import { ResponsesLink } from '../retention/responses-link.tsx';

/** Whose answers of an item are counted. */
export interface Counted {
  survey: string;
  split: Split;
}

/** How many chose an option; it opens the responses it counts. */
export function CountLink(props: Counted & { item: ResultItem; option: ResultOption }) {
  const { survey, split, item, option } = props;
  if (option.count === 0) return <>0</>;
  const filter = {
    item: item.id,
    option: option.id,
    disposition: 'valid' as const,
    ...filterOf(split),
  };
  return (
    <ResponsesLink survey={survey} filter={filter}>
      {count(option.count)}
    </ResponsesLink>
  );
}
