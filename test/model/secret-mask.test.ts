import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskSecrets, secretsOf } from "../../src/model/secret-mask.ts";

const LETTERS = "AbC1dEf2GhI3jKl4MnO5pQr6StU7vWx8Yz90";
const WORD = LETTERS.repeat(3);
const UPPER = "ABCDEFGH23456789";
// Put together here, so that no scanner takes the test itself for a leak.
const JWT = `eyJ${"hbGciOi".repeat(3)}.eyJ${"zdWIiOi".repeat(20)}.${"s1g_".repeat(40)}`;
const SHAPES: readonly (readonly [string, string])[] = [
  ["ghp", `ghp_${LETTERS}`],
  ["gho", `gho_${LETTERS}`],
  ["ghu", `ghu_${LETTERS}`],
  ["ghs", `ghs_${LETTERS}`],
  ["ghr", `ghr_${LETTERS}`],
  ["ghs of 520 characters", `ghs_${`${JWT}${JWT}`.slice(0, 516)}`],
  ["github_pat", `github_pat_${LETTERS.slice(0, 22)}_${WORD.slice(0, 59)}`],
  ["sk-ant", `sk-ant-api03-${WORD}`],
  ["sk-proj", `sk-proj-${WORD}`],
  ["sk", `sk-${LETTERS}`],
  ["AKIA", `AKIA${UPPER}`],
  ["ASIA", `ASIA${UPPER}`],
  ["xoxb", `xoxb-123456789012-${LETTERS}`],
  ["xapp", `xapp-1-A012-${LETTERS}`],
  ["AIza", `AIza${WORD.slice(0, 35)}`],
  ["npm", `npm_${LETTERS}`],
  ["pypi", `pypi-${WORD}`],
  ["glpat", `glpat-${LETTERS.slice(0, 20)}`],
  ["stripe", `sk_live_${LETTERS}`],
  ["JWT", JWT],
  ["JWE without a key", `eyJ${"hbGciOi".repeat(3)}..${"aXYi".repeat(4)}.${WORD}.dGFn`],
];

/** No eight characters in a row of the secret stand in the text. */
function isGone(text: string, secret: string): boolean {
  const parts = Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8));
  return parts.every((part) => !text.includes(part));
}

describe("maskSecrets() knows the shape", () => {
  const places: readonly (readonly [string, (secret: string) => string])[] = [
    ["alone", (it) => it],
    ["in a sentence", (it) => `the key ${it}, they said`],
    ["as a variable", (it) => `MY_KEY=${it}\nnext line`],
    ["behind an underscore", (it) => `x_${it}`],
    ["in JSON inside JSON", (it) => JSON.stringify({ out: `line\n${it}\tmore` })],
    ["behind a colour", (it) => `\u001B[31m${it}\u001B[0m`],
    ["in a query", (it) => `https://x.example/?a=1%0A${it}&b=2`],
    ["in a URL", (it) => `https://x-access-token:${it}@github.com/o/r.git`],
  ];
  test.each(SHAPES)("%s", (_name, secret) => {
    for (const [place, around] of places) {
      expect([place, isGone(maskSecrets(around(secret), []), secret)]).toEqual([place, true]);
    }
  });

  test.each([
    ["a database URL", "postgres://app:hunter2hunter2@db:5432/x", "hunter2"],
    ["a password with an at sign", "redis://:hun@ter2hunter2@cache/0", "ter2"],
    ["a long password in a URL", `amqp://u:${WORD.repeat(4)}@mq/`, LETTERS.slice(0, 8)],
    ["a URL with escaped slashes", String.raw`"https:\/\/u:hunter2hunter2@h\/x"`, "hunter2"],
    ["a token as user name", `https://${LETTERS}@git.example/x`, LETTERS.slice(0, 8)],
    [".npmrc", "//registry.example.invalid/:_authToken=0123abcd-hunter2", "hunter2"],
    [".npmrc, old", "_auth=aHVudGVyMjpodW50ZXIy", "aHVudGVy"],
    ["git's extra header", "AUTHORIZATION: basic eDpodW50ZXIyaHVudGVyMg==", "eDpodW50"],
    ["a bearer", "curl -H 'authorization: Bearer hunter2hunter2'", "hunter2"],
    ["a bearer in a log", "sent bearer hunter2hunter2 to it", "hunter2"],
    ["a variable with a prefix", "DB_PASSWORD=hunter2hunter2", "hunter2"],
    ["a secret access key", `aws_secret_access_key = ${LETTERS}`, LETTERS.slice(0, 8)],
    ["a long value", `PASSWORD=${WORD.repeat(5)}`, LETTERS.slice(0, 8)],
    ["a quoted value with blanks", 'password: "hunter two, hunter"', "hunter"],
    ["JSON in JSON", String.raw`{\"client_secret\":\"hunter2hunter2\"}`, "hunter2"],
    ["YAML", "api-key: hunter2hunter2", "hunter2"],
  ])("%s", (_name, text, secret) => expect(maskSecrets(text, [])).not.toContain(secret));

  test.each([
    ["alone", "PWD=/home/runner/work/it"],
    ["among others", "HOME=/root\nOLDPWD=/srv/app\nPWD=/srv\n"],
    ["in JSON", '{"HOME":"/root","PWD":"/srv/app","OLDPWD": "/srv"}'],
  ])("not a working folder %s", (_name, text) => expect(maskSecrets(text, [])).toBe(text));

  test.each([
    "UID=me;PWD=/AbCdEf123",
    "DB_PWD=/AbCdEf123",
    "Pwd=/AbCdEf123",
    "PWD=AbCdEf123",
    "MYPWD=/AbCdEf123",
  ])("but a password that begins like one: %s", (text) => {
    expect(maskSecrets(text, [])).not.toContain("AbCdEf123");
  });

  test.each([
    ["prose", "Basic authentication failed, the password was wrong"],
    ["a call", "csrf_token = get_token(request)"],
    ["an unexpected token", "SyntaxError: Unexpected token: }"],
    ["identifiers", "task-management-system laughs_and_giggles_are_long_enough_names"],
    ["a commit", "at 0123456789abcdef0123456789abcdef01234567"],
    ["a URL", "http://127.0.0.1:8080/path?x=1 and git@github.com:o/r.git"],
    ["an import", 'import { a } from "./a.js"; // eyJ'],
    ["versions", "vitest 4.0.7 node_modules/.bin/tsc a.b.c.d"],
  ])("and leaves %s alone", (_name, text) => expect(maskSecrets(text, [])).toBe(text));

  test("twice is once", () => {
    const text = `${SHAPES.map(([name, secret]) => `${name}=${secret}`).join("\n")}\npassword=hunter2`;
    const once = maskSecrets(text, ["hunter2hunter2"]);
    expect(maskSecrets(once, ["hunter2hunter2"])).toBe(once);
  });
});

describe("maskSecrets() and private keys", () => {
  const body = Array.from({ length: 26 }, () => WORD.slice(0, 64)).join("\n");
  const pem = `-----BEGIN RSA PRIVATE KEY-----\n${body}\n-----END RSA PRIVATE KEY-----`;
  const half = pem.slice(0, 700);
  const rest = pem.slice(700);

  test.each([
    ["whole", `before\n${pem}\nafter`, "before\n[REDACTED]\nafter"],
    ["two of them", `${pem}\nand\n${pem}`, "[REDACTED]\nand\n[REDACTED]"],
    ["escaped for JSON", JSON.stringify({ k: pem }), '{"k":"[REDACTED]"}'],
    ["of OpenSSH", pem.replaceAll("RSA", "OPENSSH"), "[REDACTED]"],
    ["without a kind", pem.replaceAll("RSA ", ""), "[REDACTED]"],
    ["without its end", `a: ${half}`, "a: [REDACTED]"],
    ["without its end, escaped", `"${JSON.stringify(half).slice(1, -1)}"!`, '"[REDACTED]"!'],
    ["without its beginning", `… left out …\n${rest}\n!`, "… left out …[REDACTED]\n!"],
    ["cut in the middle", `${half}\n… 9 characters left out …\n${rest}`, "[REDACTED]"],
    [
      "cut in two that stand apart",
      `${half}\n!${"(x)\n".repeat(9_000)}!\n${rest}`,
      `[REDACTED]!${"(x)\n".repeat(9_000)}![REDACTED]`,
    ],
  ])("%s", (_name, text, expected) => expect(maskSecrets(text, [])).toBe(expected));

  test("a public key is no secret", () => {
    const text = pem.replaceAll("RSA PRIVATE", "PUBLIC");
    expect(maskSecrets(text, [])).toBe(text);
  });

  test("a beginning far away does not take everything with it", () => {
    const text = `-----BEGIN PRIVATE KEY-----\n${"x = (1);\n".repeat(4_000)}-----END PRIVATE KEY-----`;
    expect(maskSecrets(text, [])).toContain("(1);\nx = (1);");
  });
});

describe("maskSecrets() finds a given value", () => {
  const value = 'p"ä/+s s?w0rd~>>?\\9';
  const bytes = Buffer.from(value);

  test.each([
    ["as it is", value],
    ["in JSON", JSON.stringify(value).slice(1, -1)],
    ["in a URL", encodeURIComponent(value)],
    [
      "in a URL, lower case",
      encodeURIComponent(value).replaceAll(/%../g, (it) => it.toLowerCase()),
    ],
    ["in hex", bytes.toString("hex")],
    ["in upper-case hex", bytes.toString("hex").toUpperCase()],
  ])("%s", (_name, spelled) => {
    expect(maskSecrets(`<${spelled}>`, [value])).toBe("<[REDACTED]>");
  });

  test.each(["base64", "base64url"] as const)("inside of any %s", (encoding) => {
    const random = fc.uint8Array({ maxLength: 9 });
    fc.assert(
      fc.property(
        random,
        random,
        fc.string({ minLength: 12, maxLength: 60 }),
        (left, right, it) => {
          const text = Buffer.concat([left, Buffer.from(it), right]).toString(encoding);
          const inside = Buffer.from(it).toString(encoding).slice(0, -3);
          const masked = maskSecrets(text, [it]);
          expect(masked).toContain("[REDACTED]");
          expect(masked.includes(inside)).toBe(false);
          expect(masked.replace("[REDACTED]", "").length).toBeLessThan(32);
        },
      ),
    );
  });

  test("broken into lines, indented or not", () => {
    const dump = Buffer.from(`A=1\nTOKEN=${WORD}\nB=2\n`).toString("base64");
    const wrapped = dump.replaceAll(/.{20}/g, (line) => `  ${line}\r\n`);
    const masked = maskSecrets(`begin\n${wrapped}\nend`, [WORD]);
    expect(masked).toMatch(/^begin\n {2}.*\[REDACTED\].*\nend$/s);
    expect(masked.length).toBeLessThan(70);
    expect(maskSecrets(`a ${WORD.slice(0, 50)}\n${WORD.slice(50)} b`, [WORD])).toBe(
      "a [REDACTED] b",
    );
  });

  test("over several lines, and one of those lines", () => {
    const key = "first line of it all\nsecond line of it all";
    expect(maskSecrets(`<${key}>`, [key])).toBe("<[REDACTED]>");
    expect(maskSecrets(`error at "second line of it all"`, [key])).toBe('error at "[REDACTED]"');
  });

  test("that holds another one, in any order", () => {
    const inner = "inner-secret";
    const outer = `outer-${inner}-value`;
    for (const secrets of [
      [inner, outer],
      [outer, inner],
    ]) {
      expect(maskSecrets(`a ${outer} b ${inner} c`, secrets)).toBe("a [REDACTED] b [REDACTED] c");
    }
  });

  test.each(["tru", "", " ".repeat(20), "\n\n\n\n\n\n\n\n\n"])(
    "but not the short word %j",
    (word) => {
      const text = `a true${" ".repeat(9)}\n word`;
      expect(maskSecrets(text, [word])).toBe(text);
    },
  );

  test.each(["1234", "hunter2"])("also the short one %j", (word) => {
    const encoded = Buffer.from(word).toString("base64");
    const masked = maskSecrets(`<${word}> ${encoded} x123x`, [word]);
    expect(masked).toMatch(/^<\[REDACTED\]> .*\[REDACTED\].* x123x$/);
    expect(masked).not.toContain(encoded);
  });

  test("wherever it stands, whatever is around it", () => {
    const noise = fc.string({ maxLength: 60 });
    const secret = fc.string({ minLength: 8, maxLength: 40 }).filter((it) => it.trim().length >= 8);
    fc.assert(
      fc.property(noise, noise, secret, (left, right, it) => {
        expect(maskSecrets(`${left}\n${it}\n${right}`, [it])).not.toContain(`\n${it}\n`);
      }),
    );
  });

  test("and nothing else", () => {
    const plain = fc.stringMatching(/^[a-z \n]{0,200}$/);
    fc.assert(
      fc.property(plain, (text) => {
        expect(maskSecrets(text, ["UPPERCASE-SECRET"])).toBe(text);
      }),
    );
  });
});

describe("maskSecrets() is done in a moment with 256 KB of", () => {
  test.each([
    "eyJ-",
    "eyJaaaaaaaa.",
    "eyJaaaaaaaa.eyJ.",
    "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n",
    "-----BEGIN ",
    "ghp_",
    "gho_-",
    "sk-",
    "://",
    "://a:",
    "://a:b@",
    ":",
    "password=",
    "password:    ",
    'secret""',
    "_auth='",
    "Bearer ",
    "authorization: ",
    "bearer aaaaaaaaaaaaaaaaaaaaaaaa ",
    "a",
    "\n",
    "\n    a",
    "\\",
    "s3cr3t-val",
    "s3cr3t-va\n",
  ])("%j", (seed) => {
    const text = seed.repeat(Math.ceil(262_144 / seed.length));
    const started = performance.now();
    maskSecrets(text, ["s3cr3t-value", `${WORD}${WORD}`]);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("secretsOf()", () => {
  test.each([
    ["GITHUB_TOKEN", true],
    ["npm_config__authToken", true],
    ["AWS_SECRET_ACCESS_KEY", true],
    ["STRIPE_KEY", true],
    ["DB_PWD", true],
    ["GH_PAT", true],
    ["SENTRY_DSN", true],
    ["SSH_PASSPHRASE", true],
    ["GIT_AUTHOR_NAME", false],
    ["OLDPWD", false],
    ["PWD", false],
    ["PATH", false],
    ["KEYBOARD", false],
  ])("%s", (name, isSecret) => {
    expect(secretsOf({ [name]: "long-enough" })).toEqual(isSecret ? ["long-enough"] : []);
  });

  test("longest first, short ones not at all", () => {
    const found = secretsOf({ A_TOKEN: "12345678", B_TOKEN: "1234567", C_TOKEN: "1234567890" });
    expect(found).toEqual(["1234567890", "12345678"]);
  });
});
