import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { z } from "zod";

const Manifest = z.object({
  default_permissions: z.record(z.string(), z.enum(["read", "write"])),
  default_events: z.array(z.string()),
});
const manifest = Manifest.parse(load(read("app.yml")));

function read(name: string): string {
  return readFileSync(new URL(`../../app/${name}`, import.meta.url), "utf8");
}

test("the App can change neither workflows nor settings, and reads no secret", () => {
  const forbidden = new Set(["workflows", "administration", "secrets", "environments", "members"]);
  expect(Object.keys(manifest.default_permissions).filter((it) => forbidden.has(it))).toEqual([]);
});

test("the App asks for exactly the events that it answers", () => {
  const heard = read("application.ts").matchAll(/"([a-z_]+)\.[a-z_]+"|\.on\("([a-z_]+)"/g);
  const names = new Set([...heard].map(([, withAction, plain]) => withAction ?? plain));
  expect(new Set(manifest.default_events)).toEqual(names);
});
