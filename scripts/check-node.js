// Plain JavaScript, so that an old Node can read it and say what is wrong.
const NEEDED = 26;
const major = Number(process.versions.node.split(".")[0]);
if (major < NEEDED) {
  console.error(
    `kzminerals needs Node ${NEEDED}, and this is Node ${process.versions.node}: run "npm ci" (without --omit=optional), which brings the right one, and start with "npm start".`,
  );
  process.exit(1);
}
