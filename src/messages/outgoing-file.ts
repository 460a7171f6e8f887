/** A file for a person or a channel, and what they are told of it. */
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";
import type { PostOutcome } from "./posting.ts";
import { reasonText } from "./reason-text.ts";

/** `altText` describes a picture to those who cannot see it. */
export type OutgoingFile = {
  name: string;
  title: string;
  type: "text/csv" | "image/png";
  bytes: Uint8Array;
  altText: string | null;
};

/** Slack's words for a permission that was not granted. */
const WITHOUT_SCOPE = new Set(["missing_scope", "no_permission", "not_allowed_token_type"]);
/** Slack's words for a rule of the workspace (docs.slack.dev, files.getUploadURLExternal, 2026-05). */
const AGAINST_RULES = new Set([
  "access_denied",
  "file_uploads_disabled",
  "file_uploads_except_images_disabled",
  "slack_connect_file_upload_sharing_blocked",
  "storage_limit_reached",
]);

/** Where a file for one person went, or why it did not and what helps. */
export function fileOutcomeText(outcome: PostOutcome, name: string, language: Language): string {
  const { files } = stringsIn(language);
  switch (outcome.kind) {
    case "sent":
      return files.sent(name);
    case "later":
      return files.later(name);
    case "unclear":
      return files.unclear(name);
    case "refused":
      if (WITHOUT_SCOPE.has(outcome.reason)) return files.withoutScope(name);
      return AGAINST_RULES.has(outcome.reason)
        ? files.againstRules({ name, reason: outcome.reason })
        : files.refused({ name, why: reasonText(outcome.reason, language) });
  }
}
