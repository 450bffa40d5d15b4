/** Whether two classifiers differ on the same photos by more than chance. */

export interface McNemar {
  /** Its name, as a paper gives it. */
  name: "exact binomial McNemar test" | "McNemar's test with continuity correction";
  /** Chi-squared with one degree of freedom; `undefined` for the exact test, which has none. */
  statistic: number | undefined;
  /** Two-sided. */
  p: number;
}

/** Below so many pairs chi-squared is too coarse. */
const FEW = 25;

/**
 * McNemar (1947): of the photos on which one is right and the other is wrong, each is as likely to be either's if the
 * two are equally good. Below 25 such photos by the binomial distribution itself, else by chi-squared with Edwards'
 * (1948) continuity correction.
 *
 * @param first photos that only the first got right
 * @param second photos that only the second got right
 */
export function mcNemar(first: number, second: number): McNemar {
  const pairs = first + second;
  if (pairs < FEW) {
    let [ways, sum] = [1, 0];
    for (let i = 0; i <= Math.min(first, second); i++) {
      sum += ways;
      ways = (ways * (pairs - i)) / (i + 1);
    }
    return {
      name: "exact binomial McNemar test",
      statistic: undefined,
      p: Math.min(1, (2 * sum) / 2 ** pairs),
    };
  }
  const statistic = Math.max(0, Math.abs(first - second) - 1) ** 2 / pairs;
  return { name: "McNemar's test with continuity correction", statistic, p: erfc(Math.sqrt(statistic / 2)) };
}

/** For x from 0 on, to some 14 digits: a series below 2, the continued fraction (Abramowitz and Stegun 7.1.14) above. */
function erfc(x: number): number {
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
      term *= -(x * x) / n;
      sum += term / (2 * n + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = x;
  for (let n = 100; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
