/** What a stranger's program may know about the machine; everything else stays here. */
const NAMES: ReadonlySet<string> = new Set([
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "LANG",
  "LANGUAGE",
  "TERM",
  "TZ",
  "TMPDIR",
  "CI",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "NODE_EXTRA_CA_CERTS",
  "REQUESTS_CA_BUNDLE",
  "GOPATH",
  "GOCACHE",
  "GOMODCACHE",
  "GOPROXY",
  "GOFLAGS",
  "GOROOT",
  "GOTOOLCHAIN",
  "CARGO_HOME",
  "RUSTUP_HOME",
  "JAVA_HOME",
  "MAVEN_OPTS",
  "GRADLE_USER_HOME",
  "PYENV_ROOT",
  "VIRTUAL_ENV",
  "NVM_DIR",
  "FNM_DIR",
  "VOLTA_HOME",
  "RBENV_ROOT",
  "GEM_HOME",
  "MIX_HOME",
  "HEX_HOME",
  "DOTNET_ROOT",
  "XDG_CACHE_HOME",
  "XDG_CONFIG_HOME",
  "XDG_DATA_HOME",
  "XDG_RUNTIME_DIR",
]);
const NEVER = /^(?:GITHUB_|ACTIONS_|RUNNER_|INPUT_|GIT_|KAZI_)/;

/** An environment for a child: the allow-list, `LC_*`, and the `names` that were asked for. */
export function childEnvironment(
  host: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const wanted = new Set(names);
  return Object.fromEntries(
    Object.entries(host).filter(
      ([name]) =>
        !NEVER.test(name) && (NAMES.has(name) || name.startsWith("LC_") || wanted.has(name)),
    ),
  );
}
