import type { Tour } from "./start-tour.ts";

export async function visitApps({ app, bot, octo, installation, path }: Tour): Promise<void> {
  await app("GET", "/app");
  await app("GET", "/app/installations");
  await app("GET", `/app/installations/${installation.id}`);
  await app("GET", `${path}/installation`);
  await app("POST", `/app/installations/${installation.id}/access_tokens`, {
    permissions: { contents: "read" },
    repositories: ["demo"],
  });
  await bot("GET", "/installation/repositories");
  await octo("GET", "/apps/kazi");
  await octo("GET", "/user");
  await octo("GET", "/users/octo");
  await octo("GET", "/users/kazi%5Bbot%5D");
  await octo("GET", "/rate_limit");
  await octo("GET", "/meta");
}

/** At the end: there must be deliveries, and the token is gone after it. */
export async function visitDeliveries({ app, bot }: Tour): Promise<void> {
  const deliveries = await app("GET", "/app/hook/deliveries");
  const one = `/app/hook/deliveries/${deliveries.id(0, "id")}`;
  await app("GET", one);
  await app("POST", `${one}/attempts`);
  await bot("DELETE", "/installation/token");
}
