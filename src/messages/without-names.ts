/** Mentions and addresses of people, as they may stand in what somebody wrote. */
const MENTION = /<[@!][^>]*>|[\p{L}\p{N}._%+-]*@[\p{L}\p{N}._-]+/gu;

/** A text without the people whom it mentions. */
export function withoutNames(text: string): string {
  return text.replace(MENTION, " ").replace(/\s+/g, " ").trim();
}
