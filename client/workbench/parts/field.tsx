import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldInputProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A labelled input with its hint and its error, joined for screen readers. */
export function Field(props: {
  label: string;
  hint?: string;
  error?: string;
  children: (inputProps: FieldInputProps) => ComponentChildren;
}) {
  const id = useId();
  const { label, hint, error, children } = props;
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="label" for={id}>
        {label}
      </label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({
        id,
        ...(by ? { 'aria-describedby': by } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error && (
        <span class="error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}
