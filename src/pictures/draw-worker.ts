/** Renders one picture with the font that ships with the program, whatever fonts the machine has. */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { z } from "zod";
import { FONT } from "./svg-text.ts";

/** For screens with two pixels where others have one. */
const ZOOM = 2;
const require = createRequire(import.meta.url);
const fontFiles = [
  require.resolve("@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf"),
  require.resolve("@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf"),
];

const picture = new Resvg(z.string().parse(workerData), {
  fitTo: { mode: "zoom", value: ZOOM },
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT },
});
parentPort?.postMessage(new Uint8Array(picture.render().asPng()));
