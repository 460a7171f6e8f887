/** Slack's pace in a channel: some messages at once, and one a second from then on. */
export function createChannelPace(burst: number) {
  const channels = new Map<string, { left: number; at: number }>();
  return {
    /** Whether a channel takes one more message just now. */
    takes: (channel: string): boolean => {
      const at = performance.now();
      const before = channels.get(channel) ?? { left: burst, at };
      const left = Math.min(burst, before.left + (at - before.at) / 1_000);
      const isTaken = left >= 1;
      channels.set(channel, { left: isTaken ? left - 1 : left, at });
      return isTaken;
    },
  };
}
