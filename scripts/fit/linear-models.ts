/** Two linear models by gradient descent: which candidate is right, and whether any is. */

/** A row of measures; all rows of a model have the same length. */
type Row = readonly number[];

export type LinearModel = { weights: number[]; bias: number };

const STEPS = 1_500;
const RATE = 0.5;
/** Keeps weights small that few questions speak for. */
const PENALTY = 0.01;

/** Softmax over each question's candidates, so that the right ones get the most of it. */
export function fitChoice(
  questions: readonly { rows: readonly Row[]; isRight: readonly boolean[] }[],
): LinearModel {
  const scale = scaleOf(questions.flatMap(({ rows }) => rows));
  const scaled = questions
    .filter(({ isRight }) => isRight.includes(true))
    .map(({ rows, isRight }) => ({ rows: rows.map(scale.apply), isRight }));
  return scale.undo(
    descend(scale.size, (weights) => {
      const gradient = weights.map((weight) => 2 * PENALTY * weight);
      for (const { rows, isRight } of scaled) {
        const odds = softmax(rows.map((row) => dot(row, weights)));
        const right = odds.reduce((sum, share, at) => sum + (isRight[at] ? share : 0), 1e-12);
        for (const [at, row] of rows.entries()) {
          const share = odds[at] ?? 0;
          const pull = share - (isRight[at] ? share / right : 0);
          addTo(gradient, row, pull / scaled.length);
        }
      }
      return gradient;
    }),
  );
}

/** Logistic regression; the last weight is the bias. */
export function fitDecision(examples: readonly { row: Row; isTrue: boolean }[]): LinearModel {
  const scale = scaleOf(examples.map(({ row }) => row));
  const scaled = examples.map(({ row, isTrue }) => ({ row: [...scale.apply(row), 1], isTrue }));
  const weights = descend(scale.size + 1, (current) => {
    const gradient = current.map((weight, at) => (at < scale.size ? 2 * PENALTY * weight : 0));
    for (const { row, isTrue } of scaled) {
      const error = 1 / (1 + Math.exp(-dot(row, current))) - (isTrue ? 1 : 0);
      addTo(gradient, row, error / scaled.length);
    }
    return gradient;
  });
  return scale.undo(weights);
}

export function dot(row: Row, weights: Row): number {
  return row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
}

function descend(size: number, gradientAt: (weights: number[]) => number[]): number[] {
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) addTo(weights, gradientAt(weights), -RATE);
  return weights;
}

function softmax(scores: Row): number[] {
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return odds.map((each) => each / total);
}

function addTo(target: number[], row: Row, factor: number): void {
  for (const [at, value] of row.entries()) target[at] = (target[at] ?? 0) + factor * value;
}

/** Measures differ in size; descent wants them alike, a reader wants weights for them as they are. */
function scaleOf(rows: readonly Row[]) {
  const size = rows[0]?.length ?? 0;
  const columns = Array.from({ length: size }, (_, at) => rows.map((row) => row[at] ?? 0));
  const means = columns.map(
    (values) => values.reduce((sum, each) => sum + each, 0) / values.length,
  );
  const spreads = columns.map((values, at) => {
    const mean = means[at] ?? 0;
    const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    return Math.sqrt(squares / values.length) || 1;
  });
  return {
    size,
    apply: (row: Row) => row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    undo: (fitted: Row): LinearModel => {
      const weights = spreads.map((spread, at) => (fitted[at] ?? 0) / spread);
      return { weights, bias: (fitted[size] ?? 0) - dot(means, weights) };
    },
  };
}
