import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFault } from './form-faults.ts';
import { Unbroken } from './unbroken.tsx';

export interface FieldInputProps {
  id: string;
  name?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A labelled input with its hint and its error, joined for screen readers. In a form its name finds what is wrong with it. */
export function Field(props: {
  name?: string;
  label: string;
  hint?: string;
  error?: string;
  children: (inputProps: FieldInputProps) => ComponentChildren;
}) {
  const id = useId();
  const fault = useFault(props.name);
  const { name, label, hint, error = fault, children } = props;
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          <Unbroken>{hint}</Unbroken>
        </span>
      )}
      {children({
        id,
        ...(name ? { name } : {}),
        ...(by ? { 'aria-describedby': by } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error && (
        <span class="error" id={`${id}-error`}>
          <Unbroken>{error}</Unbroken>
        </span>
      )}
    </div>
  );
}
