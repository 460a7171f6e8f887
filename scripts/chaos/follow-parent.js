/** Ends a program with the one that started it, however that one ended. */
process.once("disconnect", () => process.exit(1));
