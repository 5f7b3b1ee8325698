import { headersOf, redeliver } from "../deliver.ts";
import type { Delivery, Json } from "../model.ts";
import { isoTime } from "../render/iso-time.ts";
import { notFound, ok, pageReply, type Reply } from "../respond.ts";
import type { AppCall, Route } from "../router.ts";

export const routes: readonly Route[] = [
  { method: "GET", template: "/app/hook/deliveries", scope: "app", handle: listDeliveries },
  {
    method: "GET",
    template: "/app/hook/deliveries/{delivery_id}",
    scope: "app",
    handle: getDelivery,
  },
  {
    method: "POST",
    template: "/app/hook/deliveries/{delivery_id}/attempts",
    scope: "app",
    handle: redeliverOne,
  },
];

/** Newest first. */
async function listDeliveries(call: AppCall): Promise<Reply> {
  return await pageReply(call, deliveriesOf(call).toReversed(), renderDelivery);
}

function deliveriesOf(call: AppCall): readonly Delivery[] {
  return call.world.deliveries.filter((it) => it.hook.id === call.app.webhook?.id);
}

function getDelivery(call: AppCall): Reply {
  const delivery = findDelivery(call);
  return ok({
    ...renderDelivery(delivery),
    url: delivery.hook.url,
    request: { headers: headersOf(delivery), payload: JSON.parse(delivery.body) },
    response: { headers: {}, payload: delivery.responseBody },
  });
}

function findDelivery(call: AppCall): Delivery {
  const id = Number(call.params["delivery_id"]);
  const found = deliveriesOf(call).find((it) => it.id === id);
  if (found === undefined) {
    throw notFound();
  }
  return found;
}

function redeliverOne(call: AppCall): Reply {
  redeliver(call.world, findDelivery(call));
  return { status: 202, body: {} };
}

function renderDelivery(delivery: Delivery): Json {
  const isGood = delivery.statusCode !== undefined && delivery.statusCode < 300;
  const failure =
    delivery.statusCode === undefined ? "failed to connect to host" : "Invalid HTTP Response";
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: isoTime(delivery.deliveredAtMs),
    redelivery: delivery.isRedelivery,
    duration: delivery.durationMs / 1000,
    status: isGood ? "OK" : `${failure}: ${delivery.statusCode ?? 0}`,
    status_code: delivery.statusCode ?? 0,
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: delivery.installationId ?? null,
    repository_id: delivery.repositoryId ?? null,
    throttled_at: null,
  };
}
