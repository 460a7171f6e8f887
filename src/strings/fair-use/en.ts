export const en = {
  tooMany: (limit: string) =>
    `That was a lot within a minute. I take up to ${limit} from one person, so that everybody gets an answer: please send this one again in a minute.`,
  tooManyHere: (limit: string) =>
    `A lot of questions are coming from this workspace just now. I take up to ${limit} a minute, so that answers stay quick: please send this one again in a minute.`,
};
