/** Tokens as they lie in the database: encrypted, each for its workspace, by keys of the environment. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** A token was encrypted by a key that is not among those given; the message names the key. */
export class UnknownKeyError extends Error {}

/** What is stored is no token of this workspace, or was changed. */
export class SealBrokenError extends Error {}

export type TokenVault = {
  /** Encrypts with the first key, for this workspace alone. */
  seal: (token: string, workspace: string) => string;
  /** Throws UnknownKeyError or SealBrokenError. */
  open: (sealed: string, workspace: string) => string;
  /** Whether another key than the first one encrypted it. */
  isOutdated: (sealed: string) => boolean;
};

const ALGORITHM = "aes-256-gcm";
/** As NIST SP 800-38D recommends; random ones repeat only after billions of tokens. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1";

/** `keys` have 32 bytes each: the first encrypts, all of them decrypt. */
export function createTokenVault(keys: readonly Buffer[]): TokenVault {
  const [first] = keys;
  if (!first) throw new RangeError("Without a key nothing can be encrypted.");
  const byName = new Map(keys.map((key) => [nameOf(key), key]));

  return {
    seal: (token, workspace) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, first, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(workspace));
      const text = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
      return [VERSION, nameOf(first), sealed].join(".");
    },

    open: (sealed, workspace) => {
      const [version, name = "", bytes = ""] = sealed.split(".");
      if (version !== VERSION) throw new SealBrokenError(`The token of ${workspace} is not one.`);
      const key = byName.get(name);
      if (!key)
        throw new UnknownKeyError(
          `The token of ${workspace} was encrypted by a key that TOKEN_ENCRYPTION_KEYS does not hold.`,
        );
      try {
        const whole = Buffer.from(bytes, "base64url");
        if (whole.toString("base64url") !== bytes) throw new RangeError("It is not base64url.");
        const nonce = whole.subarray(0, NONCE_BYTES);
        const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(workspace));
        decipher.setAuthTag(whole.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const text = whole.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw new SealBrokenError(`The token of ${workspace} was changed in the database.`, {
          cause,
        });
      }
    },

    isOutdated: (sealed) => sealed.split(".")[1] !== nameOf(first),
  };
}

/** Names a key without telling it. */
function nameOf(key: Buffer): string {
  return createHash("sha256").update("kzminerals key ").update(key).digest("hex").slice(0, 12);
}
