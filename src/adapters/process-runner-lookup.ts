import { accessSync, closeSync, constants, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import type { ProcessRequest } from "../ports/process-runner.ts";

/** The kernel reads no more of the first line either. */
const INTERPRETER_BYTES_MAX = 256;

/** Where the program stands, or in words why there is none. */
export type ProgramLookup =
  | { readonly kind: "found"; readonly file: string }
  | { readonly kind: "missing"; readonly reason: string };

/** Decides before anything is started: a launcher in between would turn "not found" into exit 127. */
export function lookUpProgram(
  request: Pick<ProcessRequest, "argv" | "cwd" | "env">,
): ProgramLookup {
  const name = request.argv[0] ?? "";
  if (name === "") return missing("the command is empty: expected the name of a program");
  if (!isFolder(request.cwd)) return missing(`${name}: the folder to run it in does not exist`);
  return name.includes("/")
    ? lookUpFile(name, path.resolve(request.cwd, name))
    : lookUpName(name, request.env["PATH"] ?? "");
}

function lookUpFile(name: string, file: string): ProgramLookup {
  switch (executability(file)) {
    case "executable":
      return withInterpreter(name, file);
    case "not-executable":
      return missing(`${name}: not executable; set its executable bit`);
    case "not-a-file":
      return missing(`${name}: not a regular file`);
    case "absent":
      return missing(`${name}: not found`);
  }
}

function lookUpName(name: string, searchPath: string): ProgramLookup {
  // An empty or relative entry would let the repository put itself before the system's programs.
  const folders = searchPath.split(":").filter((folder) => path.isAbsolute(folder));
  const files = folders.map((folder) => path.join(folder, name));
  const file = files.find((candidate) => executability(candidate) === "executable");
  if (file !== undefined) return withInterpreter(name, file);
  if (files.some((candidate) => executability(candidate) === "not-executable")) {
    return missing(`${name}: not executable; set the executable bit of the one on PATH`);
  }
  return missing(
    /\s/.test(name)
      ? `${name}: not found; a command is the name of one program, its arguments stand apart`
      : `${name}: not found on PATH; install it, or name it by a path with a slash`,
  );
}

function withInterpreter(name: string, file: string): ProgramLookup {
  const interpreter = interpreterOf(file);
  return interpreter === undefined || executability(interpreter) === "executable"
    ? { kind: "found", file }
    : missing(`${name}: its interpreter ${interpreter} is not an executable file`);
}

function interpreterOf(file: string): string | undefined {
  const firstLine = /^#![ \t]*(\/[^\s\0]+)/.exec(readStart(file));
  return firstLine?.[1];
}

/** A program may be executable without being readable. */
function readStart(file: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY);
    const start = Buffer.alloc(INTERPRETER_BYTES_MAX);
    return start.toString("latin1", 0, readSync(descriptor, start));
  } catch {
    return "";
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function executability(file: string): "executable" | "not-executable" | "not-a-file" | "absent" {
  try {
    if (!statSync(file).isFile()) return "not-a-file";
  } catch {
    return "absent";
  }
  try {
    accessSync(file, constants.X_OK);
    return "executable";
  } catch {
    return "not-executable";
  }
}

function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function missing(reason: string): ProgramLookup {
  return { kind: "missing", reason };
}
