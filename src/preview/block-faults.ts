/** What Slack would find wrong with a block. */
import type { types } from "@slack/bolt";
import { elementFault, hasOwnNames, isText } from "./element-limits.ts";

/** From Slack's Block Kit reference, read 2026-11. */
const LIMITS = {
  blockId: 255,
  contextElements: 10,
  actionElements: 25,
  textChars: 3_000,
  fields: 10,
  fieldChars: 2_000,
  headerChars: 150,
  altChars: 2_000,
  urlChars: 3_000,
  inputText: 2_000,
  tableRows: 100,
  tableColumns: 20,
};

/** What breaks a limit in a block; null when nothing does. */
export function blockFault(block: types.KnownBlock): string | null {
  if ((block.block_id ?? "").length > LIMITS.blockId) return "block_id";
  switch (block.type) {
    case "context":
      return block.elements.length > 0 &&
        block.elements.length <= LIMITS.contextElements &&
        textsOf([block]).every((text) => text.length > 0 && text.length <= LIMITS.textChars)
        ? null
        : "context";
    case "section":
      return sectionFault(block);
    case "header":
      return isText(block.text, LIMITS.headerChars) ? null : "header";
    case "image":
      return imageFault(block);
    case "actions":
      if (block.elements.length === 0 || block.elements.length > LIMITS.actionElements)
        return "number of elements";
      return hasOwnNames(block.elements) ? firstFault(block.elements) : "action_id twice";
    case "input":
      return isText(block.label, LIMITS.inputText) &&
        (!block.hint || isText(block.hint, LIMITS.inputText))
        ? elementFault(block.element)
        : "label or hint";
    case "rich_text":
      return block.elements.length > 0 && textsOf([block]).every((text) => text.length > 0)
        ? null
        : "rich_text";
    case "table":
      return tableFault(block);
    default:
      return null;
  }
}

/** Every text and address that a block shows, at any depth. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    if (name === "value" || name === "confirm") return [];
    return typeof field === "string" && (name === "text" || name === "url")
      ? [field]
      : textsOf(field);
  });
}

function sectionFault({ text, fields, accessory }: types.SectionBlock): string | null {
  if (!text && !fields) return "section";
  if (text && !isText(text, LIMITS.textChars)) return "section";
  if (fields && (fields.length === 0 || fields.length > LIMITS.fields)) return "fields";
  if (fields?.some((field) => !isText(field, LIMITS.fieldChars))) return "fields";
  return accessory?.type === "button" ? elementFault(accessory) : null;
}

function imageFault({ alt_text, ...image }: types.ImageBlock): string | null {
  if (alt_text.length === 0 || alt_text.length > LIMITS.altChars) return "alt_text";
  if (!("image_url" in image)) return null;
  return image.image_url.length > LIMITS.urlChars ? "image_url" : null;
}

/** Slack takes no empty cell, and no row that is longer or shorter than the others. */
function tableFault({ rows, column_settings = [] }: types.TableBlock): string | null {
  const columns = rows[0]?.length ?? 0;
  if (rows.length === 0 || rows.length > LIMITS.tableRows) return "number of rows";
  if (columns === 0 || columns > LIMITS.tableColumns) return "number of columns";
  if (column_settings.length > columns) return "column_settings";
  if (rows.some((row) => row.length !== columns)) return "a row of another length";
  const isEmpty = (cell: unknown) => textsOf(cell).join("").trim() === "";
  return rows.flat().some(isEmpty) ? "an empty cell" : null;
}

function firstFault(elements: types.ActionsBlock["elements"]): string | null {
  return elements.map(elementFault).find((fault) => fault !== null) ?? null;
}
