import type { Channel } from '../api/responses.ts';
import type { ResultItem, ResultOption } from '../api/results.ts';
import { count } from '../format.ts';
import { ResponsesLink } from '../retention/responses-link.tsx';

/** Whose answers of an item are counted. */
export interface Counted {
  survey: string;
  channel: Channel | undefined;
}

/** How many chose an option; it opens the responses it counts. */
export function CountLink(props: Counted & { item: ResultItem; option: ResultOption }) {
  const { survey, channel, item, option } = props;
  if (option.count === 0) return <>0</>;
  const filter = {
    item: item.id,
    option: option.id,
    disposition: 'valid' as const,
    ...(channel ? { channel } : {}),
  };
  return (
    <ResponsesLink survey={survey} filter={filter}>
      {count(option.count)}
    </ResponsesLink>
  );
}
