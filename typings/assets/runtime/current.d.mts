// What the build writes into assets/runtime/current.mjs.

export interface File {
  sha256: string;
  /** Bytes once it is here. */
  size: number;
  /** Bytes that travel, compressed as hosts do it. */
  transfer: number;
}

/** A folder with all that Python needs. */
export interface Runtime {
  folder: string;
  lock: { info: { arch: string; platform: string; version: string; python: string; abi_version: string }; packages: {} };
  files: Record<string, File>;
  /** Fetched when an import misses; empty in the folder that holds everything at once. */
  later: Record<string, File>;
}

/** The first to try, and the one to fall back on. */
export const RUNTIMES: Runtime[];
