/** The methods that tell who somebody is and what a channel is. */
import { z } from "zod";
import { type Channel, type Member, WORKSPACE } from "./directory.ts";
import type { Arguments, Result } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

const AboutUsers = z.object({ users: z.string() });
const AboutUser = z.object({ user: z.string() });
const AboutChannel = z.object({ channel: z.string() });

export function directoryMethod(
  workspace: Workspace,
  method: string,
  given: Arguments,
): Result | null {
  switch (method) {
    case "auth.test":
      return {
        ok: true,
        team: "Preview",
        team_id: WORKSPACE.team,
        url: WORKSPACE.url,
        user_id: WORKSPACE.bot,
        bot_id: WORKSPACE.botId,
      };
    case "users.info": {
      const member = workspace.people.find(({ id }) => id === AboutUser.parse(given).user);
      return member
        ? { ok: true, user: asSlackUser(member) }
        : { ok: false, error: "user_not_found" };
    }
    case "conversations.info": {
      const channel = workspace.channelOf(AboutChannel.parse(given).channel);
      const isMember = channel !== null && workspace.hasBot(channel.id);
      // What the bot is not shown is not there for it.
      return channel && (isMember || channel.kind === "public")
        ? { ok: true, channel: asSlackChannel(channel, isMember) }
        : { ok: false, error: "channel_not_found" };
    }
    case "conversations.open": {
      const { users } = AboutUsers.parse(given);
      const channel = workspace.channels.find(({ person }) => person === users);
      return channel
        ? { ok: true, channel: { id: channel.id } }
        : { ok: false, error: "user_not_found" };
    }
    case "conversations.join":
      return join(workspace, AboutChannel.parse(given).channel);
    default:
      return null;
  }
}

function join(workspace: Workspace, id: string): Result {
  const channel = workspace.channelOf(id);
  if (channel?.kind !== "public") return { ok: false, error: "channel_not_found" };
  if (channel.isArchived) return { ok: false, error: "is_archived" };
  workspace.join(id);
  return { ok: true, channel: asSlackChannel(channel, true) };
}

function asSlackUser({ id, name, timeZone, locale, isAdmin }: Member) {
  return {
    id,
    team_id: WORKSPACE.team,
    name: name.toLowerCase(),
    real_name: name,
    tz: timeZone,
    locale,
    is_admin: isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_bot: false,
  };
}

function asSlackChannel(
  { id, name, kind, isArchived = false, person }: Channel,
  isMember: boolean,
) {
  return {
    id,
    name,
    is_channel: kind !== "direct",
    is_im: kind === "direct",
    is_private: kind === "private",
    is_archived: isArchived,
    ...(kind === "direct" ? { user: person } : { is_member: isMember }),
  };
}
