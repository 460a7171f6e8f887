/** Why a page was not read, as a sentence. */
import type { IngestFault } from "../ingest/ingestion.ts";
import type { Language } from "../model.ts";
import { stringsIn } from "../strings/strings.ts";

const MEGABYTE = 1_000_000;

export function ingestFaultText(fault: IngestFault, language: Language): string {
  const { faults } = stringsIn(language).ingest;
  switch (fault.kind) {
    case "not-a-web-address":
      return faults.notAnAddress(fault.value);
    case "private-address":
      return faults.private(fault.host);
    case "unreachable":
      return faults.unreachable(fault);
    case "too-slow":
      return faults.tooSlow(fault);
    case "too-many-redirects":
      return faults.tooManyRedirects(fault.limit);
    case "too-large":
      return faults.tooLarge(Math.round(fault.limitBytes / MEGABYTE));
    case "wrong-type":
      return fault.type === "application/pdf" ? faults.pdf : faults.wrongType(fault.type);
    case "unreadable-encoding":
      return faults.encoding(fault.encoding);
    case "status":
      return statusText(fault.status, language);
    case "forbidden-by-robots":
      return faults.robots(fault.host);
    case "unreadable":
      return faults.unreadable;
    case "no-text":
      return faults.noText;
    case "paid":
      return faults.paid;
    case "foreign":
      return faults.foreign(fault.language);
    case "irrelevant":
      return faults.irrelevant;
    case "nothing-to-quote":
      return faults.nothingToQuote;
    case "no-address":
      return faults.noAddress;
  }
}

function statusText(status: number, language: Language): string {
  const { faults } = stringsIn(language).ingest;
  if (status === 404 || status === 410) return faults.notFound;
  if (status === 401 || status === 402 || status === 403) return faults.locked(status);
  return status === 429 || status === 503 ? faults.busy : faults.status(status);
}
