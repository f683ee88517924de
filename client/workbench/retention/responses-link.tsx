import type { ComponentChildren } from 'preact';
import type { ResponseFilter } from '../api/responses.ts';
import { useEvaluation } from '../current-evaluation.ts';
import { responsesPath } from '../paths.ts';

/** A count that opens the responses it counts; by itself once they were removed, which the screen says above it. */
export function ResponsesLink(props: {
  survey: string;
  filter: ResponseFilter;
  class?: string;
  children: ComponentChildren;
}) {
  const { id, surveys } = useEvaluation();
  const { survey: code, filter, children } = props;
  const survey = surveys.find((one) => one.code === code);
  const named = props.class ? { class: props.class } : {};
  if (survey && survey.answersRemovedAt !== null) return <span {...named}>{children}</span>;
  return (
    <a {...named} href={responsesPath(id, code, filter)}>
      {children}
    </a>
  );
}
