export const en = {
  sent: (name: string) => `I have sent ${name} to your direct messages with me.`,
  later: (name: string) =>
    `Slack cannot take ${name} just now. Please try again in a minute; nothing was sent.`,
  unclear: (name: string) =>
    `I cannot tell whether ${name} arrived: the connection to Slack was lost. Please look before you try again.`,
  withoutScope: (name: string) =>
    `I may not send files in this workspace, so ${name} was not sent. An administrator can allow it: on the app's page at api.slack.com/apps, under OAuth & Permissions, add the bot scope files:write and install the app again.`,
  againstRules: ({ name, reason }: { name: string; reason: string }) =>
    `The rules of this workspace keep me from sending ${name} (Slack says “${reason}”). An administrator can change them in the workspace's settings.`,
  refused: ({ name, why }: { name: string; why: string }) => `${name} was not sent: ${why}.`,
};
