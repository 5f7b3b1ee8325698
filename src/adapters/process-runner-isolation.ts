import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Confinement, type Mount, planMounts } from "./process-runner-confinement.ts";

const SYSTEM_FOLDERS = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/run/current-system/sw/bin"];
const PROBE_TIMEOUT_MS = 5000;
/** A code that no failing launcher would return by itself. */
const PROBE_CODE = 77;
/** Fails where only the mounts would make it fail. */
const PROBE = `true > "$1/own/file" && ! (true > "$1/file") 2> /dev/null && exit ${PROBE_CODE}`;

/**
 * The shell is the namespace's first process: it reaps orphans and, unlike the program, cannot be
 * talked out of dying with kazi. What it says itself ("Killed") goes to its own standard error,
 * the program's goes to descriptor 3, so that a death by signal can be told from exit 128 + n.
 * The old working folder lies under the mounts, so it is entered anew. In a user namespace a mount
 * that is made read-only at once would lose flags that it must keep; the second way keeps them.
 */
const FIRST_PROCESS = `
while [ "$1" != -- ]; do
  if [ "$2" = ro ]; then
    "$1" -o rbind,ro -- "$3" "$4" 2> /dev/null || "$1" -o remount,bind,ro -- "$4" || exit 1
  else
    "$1" --rbind -- "$3" "$4" || exit 1
  fi
  shift 4
done
shift
cd -P -- "$1" || exit 1
unset OLDPWD
shift
( exec "$@" )
exit $?
`;

/** Without capabilities already: the mark is the last word of the launcher, then comes the program. */
const LAST_PROCESS = `
while [ "$1" != -- ]; do
  export "$1" || exit 1
  shift
done
shift
printf "%s\\n" "$1" >&2
shift
exec "$@" 2>&3 3>&-
`;

/**
 * What containers usually leave to root. The rest could undo the mounts or reach past them: by
 * mounting, by file handles, by raw devices, by tracing the namespace's first process, which keeps its own.
 */
const KEPT_CAPABILITIES = [
  "chown",
  "dac_override",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "net_bind_service",
  "net_raw",
  "sys_chroot",
  "setfcap",
  "audit_write",
];

/** What these say to the loader, to a shell or to mount would work on the launcher, with its capabilities. */
const LATE_VARIABLES =
  /^(?:LD_|DYLD_|GLIBC_|GCONV_|GETCONF_|LOCPATH$|NLSPATH$|MALLOC_|LIBMOUNT_|LIBBLKID_|LIBSMARTCOLS_|BASH|SHELLOPTS$|ENV$|PS4$|CDPATH$|POSIXLY_CORRECT$)/;
const ASSIGNABLE = /^(?!BASHOPTS$|SHELLOPTS$)[A-Za-z_][A-Za-z0-9_]*$/;

/** What is to be started, and how. */
export interface Launch {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
  /** Written to the launcher's standard error right before the program starts. */
  readonly mark: string;
}

/** Starts a program inside of something that dies with kazi; its standard error is descriptor 3. */
export interface NamespaceLauncher {
  /** Whether mounts hold against the program. */
  readonly isConfined: boolean;
  toCommand(launch: Launch): Pick<Launch, "argv" | "env">;
}

/** Absent where the kernel or the system's policy does not give a PID namespace. */
export function findNamespaceLauncher(confinement: Confinement): NamespaceLauncher | undefined {
  if (os.platform() !== "linux") return undefined;
  const setpriv = findSystemProgram("setpriv");
  const unshare = findSystemProgram("unshare");
  if (setpriv === undefined || unshare === undefined) return undefined;
  const base = [setpriv, "--pdeathsig", "KILL", "--", unshare];
  const space = ["--pid", "--fork", "--kill-child=KILL", "--mount-proc", "--"];
  const asUser = [...base, "--user", "--map-current-user"];
  // Mount propagation is private: unshare makes it so by itself.
  const confined = [
    [...base, ...space],
    [...asUser, "--keep-caps", ...space],
  ];
  const plain = [
    [...base, ...space],
    [...asUser, ...space],
  ];
  return (
    confined
      .map((it) => toConfiningLauncher(it, setpriv))
      .find((it) => confines(it, confinement)) ??
    plain.map(toPlainLauncher).find((it) => probe(it, ["/bin/sh", "-c", `exit ${PROBE_CODE}`]))
  );
}

/** A program of the system itself, whatever PATH says. */
export function findSystemProgram(name: string): string | undefined {
  return SYSTEM_FOLDERS.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** No new privileges: sudo, and whatever else relies on a set-user-id bit, fails in a child. */
function toConfiningLauncher(prefix: readonly string[], setpriv: string): NamespaceLauncher {
  const mount = findSystemProgram("mount") ?? "mount";
  const kept = ["-all", ...KEPT_CAPABILITIES.map((name) => `+${name}`)].join(",");
  const options = ["--no-new-privs", "--ambient-caps=-all", "--inh-caps=-all"];
  const drop = [setpriv, ...options, `--bounding-set=${kept}`, "--"];
  return {
    isConfined: true,
    toCommand: (launch) => {
      const mounts = launch.mounts.flatMap((it) => [mount, it.access, it.from, it.path]);
      const first = ["/bin/sh", "-c", FIRST_PROCESS, "sh", ...mounts, "--", launch.cwd];
      return toCommand(launch, [...prefix, ...first, ...drop]);
    },
  };
}

function toPlainLauncher(prefix: readonly string[]): NamespaceLauncher {
  return {
    isConfined: false,
    toCommand: (launch) =>
      toCommand(launch, [...prefix, "/bin/sh", "-c", FIRST_PROCESS, "sh", "--", launch.cwd]),
  };
}

function toCommand(launch: Launch, before: readonly string[]): Pick<Launch, "argv" | "env"> {
  const variables = Object.entries(launch.env);
  const late = variables
    .filter(([name]) => LATE_VARIABLES.test(name) && ASSIGNABLE.test(name))
    .map(([name, value]) => `${name}=${value}`);
  const last = ["/bin/sh", "-c", LAST_PROCESS, "sh", ...late, "--", launch.mark];
  return {
    env: Object.fromEntries(variables.filter(([name]) => !LATE_VARIABLES.test(name))),
    argv: [...before, ...last, ...launch.argv],
  };
}

function confines(launcher: NamespaceLauncher, confinement: Confinement): boolean {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), "kazi-probe-"));
    const own = path.join(folder, "own");
    mkdirSync(own);
    const readOnly = [...confinement.readOnly, folder];
    const writable = [...confinement.writable, own];
    const mounts = planMounts({ readOnly, writable }, undefined);
    return probe(launcher, ["/bin/sh", "-c", PROBE, "sh", folder], mounts);
  } catch {
    // What cannot be planned here cannot be held to later either.
    return false;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function probe(
  launcher: NamespaceLauncher,
  argv: readonly string[],
  mounts: readonly Mount[] = [],
): boolean {
  const launch = { argv, cwd: "/", env: {}, mounts, mark: "" };
  const [file = "", ...args] = launcher.toCommand(launch).argv;
  const ended = spawnSync(file, args, {
    env: {},
    cwd: "/",
    // Beyond the first three "ignore" would leave the descriptor closed.
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    timeout: PROBE_TIMEOUT_MS,
    killSignal: "SIGKILL",
  });
  return ended.status === PROBE_CODE;
}
