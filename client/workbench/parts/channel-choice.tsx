import { CHANNELS, type Channel } from '../../../survey-definitions/response.ts';
import { useWords } from '../language.tsx';
import { tradeTerms } from '../terms.ts';
import { SegmentedControl } from './segmented-control.tsx';
import { sharedWords } from './words.ts';

/** One of the channels by which responses came back, or all of them. */
export function ChannelChoice(props: {
  /** All there are, where it is left out. */
  channels?: readonly Channel[];
  channel: Channel | undefined;
  onChange(channel: Channel | undefined): void;
}) {
  const shared = useWords(sharedWords);
  const terms = useWords(tradeTerms);
  return (
    <SegmentedControl<Channel | ''>
      label={terms.channel}
      choices={[
        { value: '', label: shared.allChannels },
        ...(props.channels ?? CHANNELS).map((value) => ({ value, label: terms.channels[value] })),
      ]}
      value={props.channel ?? ''}
      onChange={(channel) => props.onChange(channel || undefined)}
    />
  );
}
