/**
 * A program that renders one SVG (stdin) as PNG (stdout), with the font that ships with it and has
 * the family of the first argument. In JavaScript, since each picture starts it anew.
 */
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { Resvg } from "@resvg/resvg-js";

/** For screens with two pixels where others have one. */
const ZOOM = 2;
const require = createRequire(import.meta.url);
const fontFiles = [
  require.resolve("@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf"),
  require.resolve("@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf"),
];

const picture = new Resvg(await text(process.stdin), {
  fitTo: { mode: "zoom", value: ZOOM },
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: process.argv[2] },
});
process.stdout.write(picture.render().asPng());
