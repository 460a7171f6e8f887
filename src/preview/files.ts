/** The files of the workspace: uploaded by the bot, kept in memory, and served by the preview. */

/** A file as a message shows it; the names are Slack's. */
export type SharedFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  alt_txt: string;
  /** A path of the preview's own server. */
  url_private: string;
};

type StoredFile = Omit<SharedFile, "title"> & { bytes: Uint8Array | null };

export const FILES_PATH = "/files/";

/** A forgotten preview must not fill the memory: the oldest go first. */
const MAX_TOTAL_BYTES = 20_000_000;
const TYPES: Record<string, string> = { png: "image/png", csv: "text/csv" };

export function createFiles() {
  const files = new Map<string, StoredFile>();
  let count = 0;

  function makeRoom(): void {
    let total = [...files.values()].reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
    for (const [id, { bytes }] of files) {
      if (total <= MAX_TOTAL_BYTES) return;
      total -= bytes?.byteLength ?? 0;
      files.delete(id);
    }
  }

  return {
    /** Announces a file, whose bytes are to follow. */
    begin: ({ name, size, altText }: { name: string; size: number; altText: string }): string => {
      count += 1;
      const id = `F0PREVIEW${count}`;
      files.set(id, {
        id,
        name,
        size,
        mimetype: TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
        alt_txt: altText,
        url_private: `${FILES_PATH}${id}/${encodeURIComponent(name)}`,
        bytes: null,
      });
      return id;
    },

    /** Whether these are the bytes that were announced. */
    receive: (id: string, bytes: Uint8Array): boolean => {
      const file = files.get(id);
      if (!file || file.size !== bytes.byteLength || file.size > MAX_TOTAL_BYTES) return false;
      file.bytes = bytes;
      makeRoom();
      return true;
    },

    /** A file whose bytes are there, to be shown in a message; null for any other. */
    share: (id: string, title: string): SharedFile | null => {
      const file = files.get(id);
      if (!file?.bytes) return null;
      const { bytes: _, ...shared } = file;
      return { ...shared, title };
    },

    /** What is served at a path; null where there is nothing, or no longer. */
    at: (path: string): { bytes: Uint8Array; mimetype: string } | null => {
      const file = files.get(path.slice(FILES_PATH.length).split("/")[0] ?? "");
      return file?.bytes && path === file.url_private
        ? { bytes: file.bytes, mimetype: file.mimetype }
        : null;
    },
  };
}
