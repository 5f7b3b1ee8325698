import type { HttpFailure } from "../ports/http-client.ts";

/** Nobody may be asked at this address; the message says why. */
export class RefusedAddress extends Error {}

/** The name is known, and nothing stands behind it. */
export class NoAddress extends Error {
  readonly code = "ENODATA";
}

/** What went wrong on the way to an answer, in words that say what to look at. */
export function describeFailure(
  error: unknown,
  host: string,
): { failure: HttpFailure; reason: string } {
  if (error instanceof RefusedAddress) {
    return { failure: "refused-address", reason: error.message };
  }
  const code = codeOf(error);
  if (isCertificateCode(code)) {
    const words = CERTIFICATE_PROBLEMS[code] ?? "its certificate is not trusted";
    return { failure: "untrusted", reason: `${host}: ${words} (${code})` };
  }
  const words = code.startsWith("ERR_SSL_") ? NO_TLS : (PROBLEMS[code] ?? "the request failed");
  const note = code === "" ? "" : ` (${code})`;
  return { failure: "unreachable", reason: `${host}: ${words}${note}` };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** The names that OpenSSL gives to what is wrong with a chain, and the one of node for a wrong name. */
function isCertificateCode(code: string): boolean {
  return (
    !code.startsWith("ERR_SSL_") && /CERT|ISSUER|INVALID_CA|INVALID_PURPOSE|_VERIFY_/.test(code)
  );
}

const CERTIFICATE_PROBLEMS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  CERT_NOT_YET_VALID: "its certificate is not valid yet",
  CERT_REVOKED: "its certificate was revoked",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by nobody but itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from an authority that is not known here",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "its certificate comes from an authority that is not known here",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "its certificate comes without the certificates that stand between it and a known authority",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host",
};

const NO_TLS = "no TLS connection came about, so it may not speak TLS at all";
const CUT_OFF = "the connection was closed before the answer was complete";

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the name could not be resolved",
  ENODATA: "the name has no address",
  EAI_AGAIN: "the name could not be resolved for now",
  ECONNREFUSED: "nothing listens there",
  ECONNRESET: CUT_OFF,
  EPIPE: CUT_OFF,
  ERR_STREAM_PREMATURE_CLOSE: CUT_OFF,
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  ETIMEDOUT: "the connection timed out",
  HPE_HEADER_OVERFLOW: "the headers of its answer are too large",
  EPROTO: NO_TLS,
};
