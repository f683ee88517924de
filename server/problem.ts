import type { Language } from '../survey-definitions/text.ts';
import { PROBLEMS, type ProblemCode } from './problem-catalogue.ts';

/** One thing wrong with what was sent: in a definition or a body by JSON path, in a response by item. */
export interface FaultIn {
  path?: string | undefined;
  item?: string | undefined;
  code: string;
  /** As it is answered; in both languages where the language of the answer is not known yet. */
  message: string | Record<Language, string>;
}

interface Particulars {
  /** Said in the language of the answer, where the title alone does not say enough. */
  detail?: { 'zh-CN': string; en: string };
  errors?: FaultIn[];
  warnings?: FaultIn[];
  state?: string;
  headers?: Record<string, string>;
}

/** Thrown anywhere; answered as the problem it names. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly particulars: Particulars;
  constructor(code: ProblemCode, particulars: Particulars = {}) {
    super(code);
    this.code = code;
    this.particulars = particulars;
  }
}

/** The HTTP status it is answered with. */
export function statusOf(code: ProblemCode): (typeof PROBLEMS)[ProblemCode]['status'] {
  return PROBLEMS[code].status;
}

/** The faults with their messages in one language. */
export function faultsSaid(faults: readonly FaultIn[], language: Language) {
  return faults.map(({ message, ...fault }) => ({
    ...fault,
    message: typeof message === 'string' ? message : message[language],
  }));
}

export function titleOf(code: ProblemCode, language: Language): string {
  return PROBLEMS[code].title[language];
}
