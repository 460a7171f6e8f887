export const en = {
  tooMany: (limit: number) =>
    `That was a lot within a minute. I take up to ${limit} from one person, so that everybody gets an answer: please send this one again in a minute.`,
};
