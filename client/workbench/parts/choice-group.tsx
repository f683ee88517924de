import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFault } from './form-faults.ts';

/** Choices under one question, with what is wrong with them said below. */
export function ChoiceGroup(props: {
  name: string;
  class?: string;
  legend: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  const fault = useFault(props.name);
  return (
    <fieldset
      class={props.class ?? 'fields'}
      {...(fault ? { 'aria-describedby': id, 'data-fault': '' } : {})}
    >
      <legend>{props.legend}</legend>
      {props.children}
      {fault && (
        <span class="error" id={id}>
          {fault}
        </span>
      )}
    </fieldset>
  );
}
