/** Time zones as people look for them: by city, by what a country calls its time, by offset. */
import { fold } from "../knowledge/tokens.ts";
import { LANGUAGES, type Language, TimeZone } from "../model.ts";

export type TimeZoneOption = { value: string; label: string };

/** Shown before anything is typed, behind the zones that are likely. */
const USUAL = [
  "Asia/Almaty",
  "Europe/Paris",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Moscow",
  "Asia/Dubai",
  "Asia/Seoul",
  "Asia/Tokyo",
  "Asia/Shanghai",
  "America/New_York",
  "UTC",
];
/** Slack shows no more options, and cuts longer labels off. */
const MAX_OPTIONS = 100;
const MAX_LABEL_CHARS = 75;
const OFFSET = /^(?:utc|gmt)? ?([+−-]) ?(\d{1,2})(?::?(\d{2}))?$/;

/** The zones that a text may mean, best first; the likely ones where it is empty. */
export function findTimeZones(
  text: string,
  { language, now, likely }: { language: Language; now: Date; likely: readonly string[] },
): TimeZoneOption[] {
  const query = fold(text).replaceAll("_", " ").trim();
  const found = query === "" ? [...likely, ...USUAL] : matching(query, now);
  return [...new Set(found)]
    .slice(0, MAX_OPTIONS)
    .map((zone) => timeZoneOption(zone, language, now));
}

/** `Asia/Almaty · Almaty Time · UTC+05:00` */
export function timeZoneOption(zone: string, language: Language, now: Date): TimeZoneOption {
  const label = `${zone.replaceAll("_", " ")} · ${nameOf(zone, language)} · UTC${offsetOf(zone, now)}`;
  return { value: zone, label: label.slice(0, MAX_LABEL_CHARS) };
}

function matching(query: string, now: Date): string[] {
  const offset = offsetAsked(query);
  if (offset) return zones().filter((zone) => offsetOf(zone, now) === offset);
  const named = zones().filter((zone) => textOf(zone).includes(query));
  const isCity = (zone: string) => cityOf(zone).startsWith(query);
  return [...named.filter(isCity), ...byNewName(query), ...named.filter((zone) => !isCity(zone))];
}

/** `+5` → `+05:00` */
function offsetAsked(query: string): string | null {
  const [, sign, hours = "", minutes = "00"] = OFFSET.exec(query) ?? [];
  return sign ? `${sign === "+" ? "+" : "-"}${hours.padStart(2, "0")}:${minutes}` : null;
}

/** Cities that were renamed: the machine knows Europe/Kyiv, and lists Europe/Kiev. */
function byNewName(query: string): string[] {
  const regions = [...new Set(zones().map((zone) => zone.split("/")[0] ?? ""))];
  const city = query.replace(/(^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());
  const names = [city, ...regions.map((region) => `${region}/${city}`)];
  return names
    .map((name) => name.replaceAll(" ", "_"))
    .filter((name) => name.includes("/") && TimeZone.safeParse(name).success);
}

let listed: readonly string[] | null = null;

function zones(): readonly string[] {
  listed ??= [...Intl.supportedValuesOf("timeZone"), "UTC"];
  return listed;
}

const texts = new Map<string, string>();

/** Everything that names a zone, in every language; made when it is first looked for. */
function textOf(zone: string): string {
  const known = texts.get(zone);
  if (known !== undefined) return known;
  const names = LANGUAGES.flatMap((language) => [
    nameOf(zone, language),
    nameOf(zone, language, "longGeneric"),
  ]);
  const text = fold([zone.replaceAll("_", " "), ...names].join(" · "));
  texts.set(zone, text);
  return text;
}

function cityOf(zone: string): string {
  return fold(zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** What its time is called, as a rule after a city or a country. */
function nameOf(
  zone: string,
  language: Language,
  form: "shortGeneric" | "longGeneric" = "shortGeneric",
): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: form,
  }).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

function offsetOf(zone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).offset;
}
