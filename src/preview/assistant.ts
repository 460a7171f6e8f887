/** What an agent shows beside its messages: questions to begin with, and that it is at work. */

export type Prompt = { title: string; message: string };

export function createAssistant({ changed }: { changed: () => void }) {
  const prompts = new Map<string, readonly Prompt[]>();
  /** By channel and thread. */
  const statuses = new Map<string, string>();
  const keyOf = (channel: string, threadTs: string) => `${channel}:${threadTs}`;

  return {
    promptsOf: (channel: string) => prompts.get(channel) ?? [],
    suggest: (channel: string, suggested: readonly Prompt[]) => {
      prompts.set(channel, suggested);
      changed();
    },
    statusOf: (channel: string, threadTs: string) => statuses.get(keyOf(channel, threadTs)) ?? null,
    /** What it does in any thread of a channel. */
    statusIn: (channel: string) =>
      [...statuses].find(([key]) => key.startsWith(`${channel}:`))?.[1] ?? null,
    /** An empty status is none. */
    tell: (channel: string, threadTs: string, status: string) => {
      if (status === "") statuses.delete(keyOf(channel, threadTs));
      else statuses.set(keyOf(channel, threadTs), status);
      changed();
    },
    /** A message in a thread ends the work that was told of. */
    answered: (channel: string, threadTs: string | null) => {
      if (threadTs !== null) statuses.delete(keyOf(channel, threadTs));
    },
  };
}
