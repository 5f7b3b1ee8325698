import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { Socket } from "node:net";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";

/** What stands under an id. */
export type StoredObject =
  | { readonly kind: "found"; readonly type: string; readonly content: Buffer }
  | { readonly kind: "missing" }
  | { readonly kind: "too-large" };

/** Which repository, and until when. */
export interface ObjectReaderOptions {
  readonly gitDir: string;
  readonly signal?: AbortSignal;
}

/** Reads one object at a time; `bytesMax` is kept to before anything larger is taken in. */
export type ObjectReader = (oid: Oid, bytesMax: number) => Promise<StoredObject>;

const IDLE_MS = 2_000;
const HEADER_BYTES_MAX = 1_000;
const ANSWER_MS_MAX = 60_000;
/** No replacement object or graft of the repository may take part, and nothing is fetched. */
const ENVIRONMENT = {
  LC_ALL: "C",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_NO_LAZY_FETCH: "1",
  GIT_GRAFT_FILE: "/dev/null",
};

/**
 * One git process answers many reads, one after another. It never keeps the program alive, and goes
 * when nothing was asked for a while.
 */
export function createObjectReader(options: ObjectReaderOptions): ObjectReader {
  let session: Session | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function answer(oid: Oid, bytesMax: number): Promise<StoredObject> {
    const current = session?.isOpen() === true ? session : openSession(options);
    session = current;
    const found = await current.ask(oid, bytesMax);
    if (found.kind === "too-large") current.close();
    return found;
  }

  return async function read(oid, bytesMax) {
    const mine = queue.then(async () => await answer(oid, bytesMax));
    queue = mine.catch(() => undefined);
    return await mine;
  };
}

interface Session {
  isOpen(): boolean;
  ask(oid: Oid, bytesMax: number): Promise<StoredObject>;
  close(): void;
}

function openSession({ gitDir, signal }: ObjectReaderOptions): Session {
  const child = spawn("git", [`--git-dir=${gitDir}`, "cat-file", "--batch"], {
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", ...ENVIRONMENT },
    // A person's Ctrl-C is for kazi, which still has to write down how it ended.
    detached: true,
    ...(signal === undefined ? {} : { signal }),
  });
  const input = createInput(child);
  let isOpen = true;
  let idle: NodeJS.Timeout | undefined;

  function close(): void {
    isOpen = false;
    clearTimeout(idle);
    child.kill("SIGKILL");
  }

  async function ask(oid: Oid, bytesMax: number): Promise<StoredObject> {
    clearTimeout(idle);
    keepAlive(child, true);
    const deadline = setTimeout(close, ANSWER_MS_MAX);
    try {
      child.stdin.write(`${oid}\n`);
      return await readAnswer(input, bytesMax);
    } catch (cause) {
      close();
      throw unreadable(oid, { found: input.failure(), cause, isStopped: signal?.aborted === true });
    } finally {
      clearTimeout(deadline);
      keepAlive(child, false);
      idle = setTimeout(close, IDLE_MS).unref();
    }
  }

  return {
    isOpen: () => isOpen && child.exitCode === null && child.signalCode === null,
    ask,
    close,
  };
}

async function readAnswer(input: Input, bytesMax: number): Promise<StoredObject> {
  const header = await input.takeLine(HEADER_BYTES_MAX);
  const [, type = "", size = ""] = header.split(" ");
  if (type === "missing" || type === "ambiguous") return { kind: "missing" };
  if (!/^\d+$/.test(size)) throw new Error(`expected an object, found ${header}`);
  if (Number(size) > bytesMax) return { kind: "too-large" };
  const content = await input.take(Number(size));
  await input.take(1);
  return { kind: "found", type, content };
}

interface Input {
  take(bytes: number): Promise<Buffer>;
  takeLine(bytesMax: number): Promise<string>;
  /** What the process last complained about. */
  failure(): string;
}

function createInput(child: ChildProcessWithoutNullStreams): Input {
  const chunks: AsyncIterator<Buffer> = child.stdout[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let complaint = "";
  // A process that could not be started, or goes while it is written to, shows as an end of output.
  child.on("error", (error) => {
    complaint ||= error.message;
  });
  child.stdin.on("error", () => undefined);
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString()}`.slice(-HEADER_BYTES_MAX);
  });

  async function fill(bytes: number): Promise<void> {
    const parts = [held];
    let length = held.length;
    while (length < bytes) {
      const next = await chunks.next();
      if (next.done === true) throw new Error("git cat-file ended");
      parts.push(next.value);
      length += next.value.length;
    }
    held = parts.length === 1 ? held : Buffer.concat(parts);
  }

  async function take(bytes: number): Promise<Buffer> {
    await fill(bytes);
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  }

  async function takeLine(bytesMax: number): Promise<string> {
    while (!held.includes(0x0a)) {
      if (held.length > bytesMax) throw new Error("expected a line from git cat-file");
      await fill(held.length + 1);
    }
    const line = await take(held.indexOf(0x0a) + 1);
    return line.toString("latin1").trimEnd();
  }

  return { take, takeLine, failure: () => complaint };
}

function keepAlive(child: ChildProcessWithoutNullStreams, isBusy: boolean): void {
  const handles = [child, child.stdout, child.stderr].filter(
    (handle) => handle === child || handle instanceof Socket,
  );
  for (const handle of handles) {
    if (!("ref" in handle)) continue;
    if (isBusy) handle.ref();
    else handle.unref();
  }
}

function unreadable(
  oid: Oid,
  { found, cause, isStopped }: { found: string; cause: unknown; isStopped: boolean },
): KaziError {
  if (isStopped) return new KaziError({ code: "interrupted", message: "interrupted", cause });
  const last = found.trim().split("\n").at(-1);
  const reason = last === undefined || last === "" ? "git cat-file ended" : last;
  return new KaziError({
    code: "git-failed",
    message: `cannot read object ${oid}: ${reason}`,
    cause,
  });
}
