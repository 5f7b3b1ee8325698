import { createHmac, randomBytes } from "node:crypto";
import type { Delivery, Webhook, World } from "./model.ts";

export interface DeliveryRequest {
  readonly hook: Webhook;
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly repositoryId: number | undefined;
  readonly installationId: number | undefined;
  readonly body: string;
  readonly isRedelivery: boolean;
}

/** GitHub gives a receiver this long, and does not try again by itself. */
const ANSWER_TIMEOUT_MS = 10_000;
const RESPONSE_MAX = 10_000;

/** Sends in the background; `world.pending` knows until it is answered. */
export function deliver(world: World, request: DeliveryRequest): void {
  const fault = world.faults.delivery?.(request.event, request.action);
  const work = async (): Promise<void> => {
    if (fault?.kind === "hold") {
      await fault.until;
    }
    await inTurn(world, request, fault?.kind === "drop");
    if (fault?.kind === "duplicate") {
      await inTurn(world, request, false);
    }
  };
  track(world, work());
}

/** `idle()` waits for this work, too; that it failed is told with the violations. */
export function track(world: World, work: Promise<unknown>): void {
  const watched = watch(world, work).finally(() => world.pending.delete(watched));
  world.pending.add(watched);
}

async function watch(world: World, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    world.violate(`background work failed: ${String(error)}`);
  }
}

/** Sends what was sent before once more, under the same GUID. */
export function redeliver(world: World, delivery: Delivery): void {
  deliver(world, { ...delivery, isRedelivery: true });
}

/** Each receiver hears of things in the order in which they happened. */
const turns = new WeakMap<Webhook, Promise<void>>();

async function inTurn(world: World, request: DeliveryRequest, isDropped: boolean): Promise<void> {
  const before = turns.get(request.hook) ?? Promise.resolve();
  const turn = before.then(async () => await send(world, request, isDropped));
  turns.set(request.hook, turn);
  await turn;
}

async function send(world: World, request: DeliveryRequest, isDropped: boolean): Promise<void> {
  const startedAtMs = world.nowMs();
  const delivery: Delivery = {
    ...request,
    id: world.nextId(),
    deliveredAtMs: startedAtMs,
    statusCode: undefined,
    responseBody: "",
    durationMs: 0,
  };
  world.deliveries.push(delivery);
  if (isDropped) {
    return;
  }
  try {
    const response = await fetch(request.hook.url, {
      method: "POST",
      headers: headersOf(request),
      body: request.body,
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    delivery.statusCode = response.status;
    delivery.responseBody = (await response.text()).slice(0, RESPONSE_MAX);
  } catch (error) {
    delivery.responseBody = error instanceof Error ? error.message : String(error);
  }
  delivery.durationMs = world.nowMs() - startedAtMs;
}

export function headersOf(
  request: Pick<DeliveryRequest, "hook" | "guid" | "event" | "body">,
): Record<string, string> {
  const { hook, body } = request;
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": `GitHub-Hookshot/${randomBytes(4).toString("hex").slice(0, 7)}`,
    "x-github-delivery": request.guid,
    "x-github-event": request.event,
    "x-github-hook-id": String(hook.id),
    "x-github-hook-installation-target-id": String(hook.targetId),
    "x-github-hook-installation-target-type": hook.target,
    ...(hook.secret === undefined
      ? {}
      : {
          "x-hub-signature": sign("sha1", hook.secret, body),
          "x-hub-signature-256": sign("sha256", hook.secret, body),
        }),
  };
}

function sign(algorithm: "sha1" | "sha256", secret: string, body: string): string {
  return `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;
}
