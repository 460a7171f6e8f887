/** Publishing what was approved: by people, or by the policy of a feed. */
import type { Log } from "../log.ts";
import type { CandidateRow } from "../store/candidate-queries.ts";
import type { Store } from "../store/store.ts";
import type { Ingestion } from "./ingestion.ts";
import { because } from "./new-entries.ts";
import { BY_POLICY, CandidateDraft, StoredFingerprint } from "./read-entry.ts";

/** Published in one pass; the rest follows in the next. */
const BATCH = 50;

export type PublishApproved = () => Promise<number>;

/** Whoever dies between publishing and noting it finds its own article the next time. */
export function createPublishApproved({
  store,
  ingestion,
  log,
}: {
  store: Pick<Store, "candidates">;
  ingestion: Pick<Ingestion, "publish">;
  log: Log;
}): PublishApproved {
  async function publish(candidate: CandidateRow): Promise<void> {
    const { article, paragraphs } = CandidateDraft.parse(JSON.parse(candidate.draft ?? "null"));
    const fingerprint = StoredFingerprint.parse(JSON.parse(candidate.fingerprint ?? "null"));
    const by =
      candidate.decided_by === BY_POLICY
        ? `${BY_POLICY}:${candidate.feed}`
        : (candidate.decided_by ?? BY_POLICY);
    const { id } = await ingestion.publish({ article, fingerprint, paragraphs }, by);
    const change =
      id === article.id
        ? { state: "published" as const, article: id }
        : { ...because("duplicate", { kind: "known", id }), article: id };
    await store.candidates.move(candidate.id, "approved", change);
  }

  return async () => {
    const approved = await store.candidates.inState("approved", BATCH);
    for (const candidate of approved)
      try {
        await publish(candidate);
      } catch (err) {
        if (!(err instanceof Error) || err.name !== "ZodError") throw err;
        log.error({ candidate: candidate.id, err }, "an approved draft cannot be read");
        await store.candidates.move(
          candidate.id,
          "approved",
          because("failed", { kind: "unreadable" }),
        );
      }
    return approved.length;
  };
}
