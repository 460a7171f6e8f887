/** What kind of thing the key of a concept (`kind:id`) stands for. */

export function isMineral(concept: string): boolean {
  return concept.startsWith("mineral:");
}

export function isCountry(concept: string): boolean {
  return concept.startsWith("country:");
}
