/** Newton's steps at most; it takes about six. */
const MOST_STEPS = 100;
/** Of the exp-sinh rule: how far apart its points lie, and how many there are on either side. */
const STEP = 1 / 32;
const STEPS_OUT = 160;
/** Where the tail is small enough to be solved for itself. */
const CENTRE = 0.25;

/**
 * The t with P(T < t) = p of Student's t distribution, for p from 0.5 to below 1 and whole degrees of freedom from 1 on, to a relative
 * error below 1e-12. Beside the centre it solves for the share between 0 and t, which is concave in t, further out for the
 * logarithm of the tail in that of t, which is concave too: so that Newton's steps cannot miss. Throws a RangeError for others.
 */
export function tQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0.5 && p < 1) || !(Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 1))
    throw new RangeError(`no t quantile for p ${p} and ${degreesOfFreedom} degrees of freedom`);
  const student = studentOf(degreesOfFreedom);
  const tail = 1 - p;
  const [start, step] =
    tail > CENTRE
      ? [(p - 0.5) / student.density(0), (t: number) => centreStep(student, t, p - 0.5)]
      : [1, (t: number) => tailStep(student, t, tail)];
  let t = start;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const next = step(t);
    const moved = Math.abs(next - t);
    t = next;
    if (moved <= 4e-15 * t) break;
  }
  return t;
}

type Student = ReturnType<typeof studentOf>;

const centreStep = (student: Student, t: number, share: number) =>
  t + (share - student.centre(t)) / student.density(t);

function tailStep(student: Student, t: number, share: number): number {
  const tail = student.tail(t);
  // Twice as far at most: from far on the left a step would lead to where the tail is no number any more.
  return t * Math.min(2, Math.exp((Math.log(tail / share) * tail) / (t * student.density(t))));
}

function studentOf(nu: number) {
  const scale = gammaRatio(nu / 2) / Math.sqrt(nu * Math.PI);
  const density = (t: number) => scale * Math.exp((-(nu + 1) / 2) * Math.log1p((t * t) / nu));
  /** Between 0 and t: t f(t) (1 + t²/ν) times a series of positive terms (DLMF 8.17.8 with 15.8.1). */
  const centre = (t: number) => {
    const x = (t * t) / (nu + t * t);
    let term = 1;
    let sum = 1;
    for (let k = 0; term > sum * 1e-17; k += 1) {
      term *= ((nu + 1 + 2 * k) / (3 + 2 * k)) * x;
      sum += term;
    }
    return t * density(t) * sum;
  };
  const tail = (t: number) => (t < 0.5 ? 0.5 - centre(t) : farTail(nu, t, density(t)));
  return { density, centre, tail };
}

/**
 * Beyond t: f(t) times the integral over s > 0 of f(t + s) / f(t), by the exp-sinh rule (Takahasi and Mori, 1974), in which all
 * terms are positive. A continued fraction loses digits here where there are many degrees of freedom.
 */
function farTail(nu: number, t: number, density: number): number {
  let sum = 0;
  for (let k = -STEPS_OUT; k <= STEPS_OUT; k += 1) {
    const u = k * STEP;
    const s = Math.exp((Math.PI / 2) * Math.sinh(u));
    const falls = (-(nu + 1) / 2) * Math.log1p((s * (2 * t + s)) / (nu + t * t));
    sum += s * Math.cosh(u) * Math.exp(falls);
  }
  return density * (Math.PI / 2) * STEP * sum;
}

/**
 * Γ(x + 1/2) / Γ(x) without the difference of two large logarithms: by its own asymptotic series (DLMF 5.11.13) from 30 on,
 * below that by what Γ(x + 1) = x Γ(x) leads there.
 */
function gammaRatio(x: number): number {
  let factor = 1;
  let at = x;
  for (; at < 30; at += 1) factor *= at / (at + 0.5);
  const y = 1 / (at * at);
  const series = -1 / 8 + y * (1 / 192 + y * (-1 / 640 + y * (17 / 14336 - y * (31 / 18432))));
  return factor * Math.sqrt(at) * Math.exp(series / at);
}
