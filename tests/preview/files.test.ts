import { expect, test } from "vitest";
import { createFiles } from "../../src/preview/files.ts";

function upload(files: ReturnType<typeof createFiles>, name: string, bytes: Uint8Array) {
  const id = files.begin({ name, size: bytes.byteLength, altText: "" });
  return { id, isTaken: files.receive(id, bytes) };
}

test("only the bytes that were announced are taken, and served at their own path", () => {
  const files = createFiles();
  const { id } = upload(files, "a b.png", new Uint8Array([1, 2, 3]));
  expect(files.receive(id, new Uint8Array(4))).toBe(false);
  expect(files.receive("F0NOTHING", new Uint8Array(4))).toBe(false);
  const shared = files.share(id, "Title");
  expect(files.at(shared?.url_private ?? "")).toMatchObject({ mimetype: "image/png" });
  expect(files.at(`/files/${id}/other.png`)).toBeNull();
  expect(files.at("/files/")).toBeNull();
});

test("the oldest files go when there are too many bytes", () => {
  const files = createFiles();
  const ids = Array.from({ length: 5 }, () => upload(files, "x.csv", new Uint8Array(9_000_000)).id);
  expect(ids.map((id) => files.share(id, "") !== null)).toEqual([false, false, false, true, true]);
  expect(upload(files, "huge.csv", new Uint8Array(30_000_000)).isTaken).toBe(false);
});
