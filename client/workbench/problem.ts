import type { Problem } from './api.ts';

/** The server's answer where it is not the one asked for, or that none came. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}
