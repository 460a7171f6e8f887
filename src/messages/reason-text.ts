/** Why something was not posted, in words. */
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

/** The words for a reason of ours (OwnReason); any other is Slack's own word, which is quoted. */
export function reasonText(reason: string, language: Language): string {
  const { own, slack } = stringsIn(language).reasons;
  return new Map(Object.entries(own)).get(reason) ?? slack(reason);
}
