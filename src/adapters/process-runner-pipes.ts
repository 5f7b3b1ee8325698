import { spawnSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import os from "node:os";
import path from "node:path";
import type { ProcessRequest } from "../ports/process-runner.ts";
import { findSystemProgram } from "./process-runner-isolation.ts";

/** The two ends of a child's standard streams. */
export interface ChildPipes {
  /** Descriptors for the child: input, output, error. */
  readonly childEnds: readonly [stdin: number, stdout: number, stderr: number];
  readonly stdout: Socket;
  /** Absent where it is the same as `stdout`. */
  readonly stderr?: Socket;
  /** Call it when the child has them; an end that stays open here would never tell of its end. */
  closeChildEnds(): void;
}

/**
 * Node connects children by sockets, and a socket cannot be opened as `/dev/stdout`, `/dev/stderr`
 * or `/dev/stdin`, which scripts do. So output goes through real pipes and input comes from a file,
 * all unlinked before the child starts.
 */
export function openChildPipes(request: Pick<ProcessRequest, "stdin" | "mergeStderr">): ChildPipes {
  const folder = makeFolder();
  const opened: number[] = [];
  function open(file: string, flags: number): number {
    const descriptor = openSync(file, flags);
    opened.push(descriptor);
    return descriptor;
  }
  try {
    return openIn(folder, request, open);
  } catch (error) {
    opened.forEach((descriptor) => closeSync(descriptor));
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeFolder(): string {
  try {
    return mkdtempSync(path.join(os.tmpdir(), "kazi-run-"));
  } catch (cause) {
    throw new Error(`no pipe could be made: TMPDIR (${os.tmpdir()}) cannot be written`, { cause });
  }
}

type Open = (file: string, flags: number) => number;

function openIn(
  folder: string,
  request: Pick<ProcessRequest, "stdin" | "mergeStderr">,
  open: Open,
): ChildPipes {
  const stdin = openInput(folder, request.stdin, open);
  const names = request.mergeStderr ? ["stdout"] : ["stdout", "stderr"];
  makePipes(names.map((name) => path.join(folder, name)));
  const [stdout, stderr] = names.map((name) => openPipe(path.join(folder, name), open));
  if (stdout === undefined) throw new Error("no pipe was made");
  const ends = [stdin, stdout.writeEnd, ...(stderr === undefined ? [] : [stderr.writeEnd])];
  return {
    childEnds: [stdin, stdout.writeEnd, stderr?.writeEnd ?? stdout.writeEnd],
    stdout: toSocket(stdout.readEnd),
    ...(stderr === undefined ? {} : { stderr: toSocket(stderr.readEnd) }),
    closeChildEnds: () => {
      ends.forEach((descriptor) => closeSync(descriptor));
    },
  };
}

function openInput(folder: string, text: string | undefined, open: Open): number {
  if (text === undefined) return open("/dev/null", constants.O_RDONLY);
  const file = path.join(folder, "stdin");
  writeFileSync(file, text, { mode: 0o600 });
  return open(file, constants.O_RDONLY);
}

function makePipes(files: readonly string[]): void {
  const made = spawnSync(findSystemProgram("mkfifo") ?? "mkfifo", ["-m", "600", "--", ...files]);
  if (made.status !== 0) {
    throw new Error("no pipe could be made: expected a working mkfifo and a writable TMPDIR");
  }
}

/** The read end first and without waiting, so that opening the write end finds a reader. */
function openPipe(file: string, open: Open): { readEnd: number; writeEnd: number } {
  const readEnd = open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return { readEnd, writeEnd: open(file, constants.O_WRONLY) };
}

function toSocket(descriptor: number): Socket {
  return new Socket({ fd: descriptor, readable: true, writable: false });
}
