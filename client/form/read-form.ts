import type { Answers } from '../../survey-definitions/questionnaire.ts';
import type { PageItem } from './page.ts';

/** The answers as they stand in the form's own controls: what was tapped before the script ran, or what the browser brought back. */
export function readForm(form: HTMLFormElement, items: PageItem[]): Answers {
  const values = new FormData(form);
  const answers: Answers = {};
  for (const { id, type } of items) {
    const given = values.getAll(id).map(String);
    if (type === 'multiple') answers[id] = given;
    // Older engines hand a field's line ends out as CRLF, which is not what the field holds.
    else if (given[0] !== undefined) answers[id] = given[0].replace(/\r\n/g, '\n');
  }
  return answers;
}
