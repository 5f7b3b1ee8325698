/**
 * Both `pre-receive` and `post-receive`: hands its input to the server and waits for the answer.
 * It speaks to the server by bash's own sockets, because starting another program would cost each push tens of
 * milliseconds. The server writes its verdicts to a file that the `update` hook reads.
 */
export const PRE_RECEIVE = `#!/usr/bin/env bash
export LC_ALL=C
body="$(cat)"
exec 3<>"/dev/tcp/127.0.0.1/$LOCAL_GITHUB_PORT" || exit 1
printf 'POST /_receive/%s/%s HTTP/1.0\\r\\nContent-Length: %s\\r\\nX-Quarantine: %s\\r\\n\\r\\n%s' \\
  "$LOCAL_GITHUB_PUSH" "\${0##*/}" "\${#body}" "$GIT_QUARANTINE_PATH" "$body" >&3
read -r _ status _ <&3
cat <&3 >/dev/null
[ "$status" = 204 ]
`;

/** Refuses one ref when the server has written a verdict about it; the others of the same push go on. */
export const UPDATE = `#!/usr/bin/env bash
while IFS=$'\\t' read -r ref message; do
  if [ "$ref" = "$1" ]; then
    printf '%b' "$message" >&2
    exit 1
  fi
done <"$LOCAL_GITHUB_VERDICTS"
`;
