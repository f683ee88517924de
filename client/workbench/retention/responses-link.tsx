import type { ComponentChildren } from 'preact';
import type { ResponseFilter } from '../api/responses.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { LinkWhere } from '../parts/link-where.tsx';
import { responsesPath } from '../paths.ts';

/** A count that opens the responses it counts; by itself for those who may not read them, and once they were removed, which the screen says above it. */
export function ResponsesLink(props: {
  survey: string;
  filter: ResponseFilter;
  class?: string;
  children: ComponentChildren;
}) {
  const { id, surveys } = useEvaluation();
  const { survey: code, filter, children } = props;
  const survey = surveys.find((one) => one.code === code);
  const mayRead = useMay('responses.read');
  const isThere = survey?.answersRemovedAt === null || survey === undefined;
  return (
    <LinkWhere
      may={mayRead && isThere}
      href={responsesPath(id, code, filter)}
      {...(props.class ? { class: props.class } : {})}
    >
      {children}
    </LinkWhere>
  );
}
