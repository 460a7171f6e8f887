/** `DATABASE_URL`: which database it names, and how to speak of it. */

export type DatabaseAddress =
  | { kind: "sqlite"; file: string; name: string }
  | {
      kind: "postgres";
      url: string;
      name: string;
      /** Where its tables are; null: where the server puts them by itself. */
      schema: string | null;
    };

/** Of several workspaces on one server each has a schema. */
const WORKSPACE_PARAMETER = "workspace";
/** Slack's ids are letters and digits; a name of PostgreSQL has 63 bytes at most. */
const WORKSPACE_ID = /^[A-Za-z0-9_-]{1,48}$/;

/** Reads an address that the configuration accepted; `name` holds no user and no password. */
export function readDatabaseUrl(databaseUrl: string): DatabaseAddress {
  if (!isPostgres(databaseUrl)) {
    const file = databaseUrl.replace(/^sqlite:/, "");
    return { kind: "sqlite", file, name: `sqlite:${file}` };
  }
  const url = new URL(databaseUrl);
  const { hostname, port, pathname, searchParams } = url;
  const workspace = searchParams.get(WORKSPACE_PARAMETER);
  searchParams.delete(WORKSPACE_PARAMETER);
  const host = hostname || searchParams.get("host") || "localhost";
  const database = decodeURIComponent(pathname.slice(1)) || "named after its user";
  const name = `PostgreSQL at ${host}${port && `:${port}`}, database ${database}`;
  if (workspace === null) return { kind: "postgres", url: databaseUrl, name, schema: null };
  const schema = `workspace_${checked(workspace)}`;
  return { kind: "postgres", url: url.href, name: `${name}, schema ${schema}`, schema };
}

/** The address of a workspace's own database: a file beside the main one, or a schema in it. */
export function workspaceUrl(databaseUrl: string, workspace: string): string {
  if (isPostgres(databaseUrl)) {
    const url = new URL(databaseUrl);
    url.searchParams.set(WORKSPACE_PARAMETER, checked(workspace));
    return url.href;
  }
  if (databaseUrl.endsWith(":memory:")) return databaseUrl;
  const [, stem = "", extension = ""] = /^(.*?)(\.[^./\\]*)?$/.exec(databaseUrl) ?? [];
  return `${stem}-${checked(workspace)}${extension}`;
}

/** Part of a file's name, and of a schema's. */
function checked(workspace: string): string {
  if (WORKSPACE_ID.test(workspace)) return workspace;
  throw new RangeError(`A workspace of Slack's has an id such as T0123456789, not "${workspace}".`);
}

function isPostgres(databaseUrl: string): boolean {
  return /^postgres(ql)?:/.test(databaseUrl);
}
