/** Why something was not posted, after a colon or in brackets. */
export const en = {
  /** Slack's own word. */
  slack: (word: string) => `Slack says “${word}”`,
  own: {
    "too-late": "it could not go out in time",
    "unreadable-message": "the stored message cannot be read",
    "unknown-message": "the message is not known any more",
    "lead-not-posted": "the first message of the thread was not posted",
    "lead-not-found": "the first message of the thread cannot be found",
    "digest-stopped": "the digest was stopped",
    "digest-moved": "the digest moved to another channel",
    "too-many-messages": "too many messages were written there since",
    "no-answer": "Slack did not answer",
    "not-drawn": "the picture could not be drawn",
    "no-upload-address": "Slack gave no address to send the file to",
    "upload-refused": "Slack did not take the file",
  },
};
