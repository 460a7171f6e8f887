/** A file below a message: a picture with its description, or a link to download it. */
import { createElement as h, type ReactElement } from "react";
import type { SharedFile } from "./files.ts";

export function fileView({ id, name, title, mimetype, size, alt_txt, url_private }: SharedFile) {
  return mimetype.startsWith("image/")
    ? figure(
        id,
        h(
          "a",
          { href: url_private, target: "_blank", rel: "noreferrer" },
          h("img", { src: url_private, alt: alt_txt || title }),
        ),
        title,
      )
    : figure(id, h("a", { href: url_private, download: name }, name), `${title} · ${sizeOf(size)}`);
}

function figure(key: string, content: ReactElement, caption: string): ReactElement {
  return h("figure", { key, className: "file" }, content, h("figcaption", null, caption));
}

function sizeOf(bytes: number): string {
  return bytes < 1_000 ? `${bytes} bytes` : `${(bytes / 1_000).toFixed(1)} kB`;
}
