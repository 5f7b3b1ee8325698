import type { z } from "zod";
import type { TlsTrust } from "../../model/check.ts";
import { type BrokenRule, filled, ruledText, shorterThan, visible, type Wording } from "./rule.ts";
import { flag, listOf } from "./shapes.ts";

const ADDRESS_MAX = 2_000;
const HOSTS = "{at} must be an array of strings";

/** An http or https address. */
export function webAddress(wording: Wording): z.ZodString {
  const wrong = typeof wording === "string" ? wording : wording.wrong;
  return ruledText(wording, filled(wrong), shorterThan(ADDRESS_MAX), visible, onTheWeb);
}

/** What makes a text an address that a goal-file may name. */
export function onTheWeb(text: string): BrokenRule | undefined {
  const address = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  if (address === null) {
    return {
      template: "{at} must be an http or https address without white space",
      code: "invalid-url",
    };
  }
  if (address.username === "" && address.password === "") return undefined;
  return {
    template: "{at} must not carry a user name or password",
    code: "url-credentials",
    suggestion: "Goal-files are public to all who read the repository: remove and revoke it.",
  };
}

/** Hosts on private addresses that may be asked, as they stand in the host of an address. */
export function allowHosts(): z.ZodDefault<
  z.ZodPipe<z.ZodArray<z.ZodString>, z.ZodTransform<string[], string[]>>
> {
  return listOf(ruledText(HOSTS, shorterThan(253), visible, hostName), HOSTS)
    .transform((names) => names.map((name) => toHost(name) ?? name))
    .default([])
    .describe("hosts that may be asked although their address is private");
}

function hostName(text: string): BrokenRule | undefined {
  if (toHost(text) !== undefined) return undefined;
  return {
    template: "{at} must name hosts without scheme, port and path (got {got})",
    suggestion: 'Such as "staging.internal" or "127.0.0.1".',
  };
}

/** As it stands in an address: lower case, an IPv6 address in brackets. */
function toHost(text: string): string | undefined {
  if (/[\s/\\@?#*%]/.test(text)) return undefined;
  const isBare = text.includes(":") && !text.startsWith("[");
  const address = URL.parse(`http://${isBare ? `[${text}]` : text}/`);
  if (address === null || address.port !== "" || address.hostname === "") return undefined;
  return address.hostname;
}

/** Whether a certificate that nobody vouches for will do. */
export function insecureTls(): z.ZodPipe<
  z.ZodDefault<z.ZodBoolean>,
  z.ZodTransform<TlsTrust, boolean>
> {
  return flag()
    .default(false)
    .transform((isInsecure) => (isInsecure ? "insecure" : "verify"))
    .describe("take a certificate that nobody vouches for");
}
