/** The buttons of blocks, wherever Slack lets them stand. */
import type { types } from "@slack/bolt";

/** The button of a name; `value` tells several of them apart. */
export function buttonIn(
  blocks: readonly types.KnownBlock[],
  { action, value }: { action: string; value?: string | undefined },
): types.Button | null {
  const found = blocks
    .flatMap(elementsOf)
    .find((each) => each.action_id === action && (value === undefined || each.value === value));
  return found ?? null;
}

function elementsOf(block: types.KnownBlock): types.Button[] {
  const elements =
    block.type === "actions"
      ? block.elements
      : block.type === "section" && block.accessory
        ? [block.accessory]
        : [];
  return elements.filter((element) => element.type === "button");
}
