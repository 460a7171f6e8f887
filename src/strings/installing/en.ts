/** What the pages say on which somebody installs the app, and what a workspace hears without it. */
export const en = {
  title: "kzminerals",
  installed: (workspace: string) => `kzminerals is installed in ${workspace}.`,
  next: "In any channel or in a direct message, write /kzminerals help to see what it can do, and /kzminerals subscribe for a weekly digest.",
  open: "Open Slack",
  again: "Start the installation again",
  denied: "Nothing was installed: the installation was cancelled in Slack.",
  stale:
    "Nothing was installed: this page was opened too late, a second time, or in another browser than the one in which the installation began.",
  refused:
    "Nothing was installed: Slack did not allow it. Perhaps an admin of the workspace has to approve the app first.",
  misconfigured: (reason: string) =>
    `Nothing was installed: Slack does not accept this app's settings (${reason}). Whoever runs it has to correct them.`,
  away: "Nothing was installed: Slack cannot be reached just now. Please try again in a minute.",
  organisation:
    "Nothing was installed: the app cannot be installed for a whole organisation yet. Install it in each workspace that wants it.",
  failed: (reference: string) =>
    `The installation failed. Please try again; if it fails again, tell whoever runs the app this reference: ${reference}.`,
  notInstalled:
    "kzminerals is not installed in this workspace any more. An admin can install it again.",
};
