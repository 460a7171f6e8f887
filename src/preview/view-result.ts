/** How Slack answers the methods of views. */
export type ViewResult =
  | { ok: true; view: { id: string; hash: string } }
  | { ok: false; error: string; response_metadata?: { messages: string[] } };

export function invalidView(fault: string): ViewResult {
  return {
    ok: false,
    error: "invalid_arguments",
    response_metadata: { messages: [`[ERROR] ${fault}`] },
  };
}
