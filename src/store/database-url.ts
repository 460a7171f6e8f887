/** `DATABASE_URL`: which database it names, and how to speak of it. */

export type DatabaseAddress =
  | { kind: "sqlite"; file: string; name: string }
  | { kind: "postgres"; url: string; name: string };

/** Reads an address that the configuration accepted; `name` holds no user and no password. */
export function readDatabaseUrl(databaseUrl: string): DatabaseAddress {
  if (!/^postgres(ql)?:/.test(databaseUrl)) {
    const file = databaseUrl.replace(/^sqlite:/, "");
    return { kind: "sqlite", file, name: `sqlite:${file}` };
  }
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const host = hostname || searchParams.get("host") || "localhost";
  const database = decodeURIComponent(pathname.slice(1)) || "named after its user";
  const name = `PostgreSQL at ${host}${port && `:${port}`}, database ${database}`;
  return { kind: "postgres", url: databaseUrl, name };
}
