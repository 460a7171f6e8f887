/** How long the words of questions and of feedback are kept; then only what they were about is. */
export const TEXTS_KEPT_DAYS = 90;
