import type { Json, User, World } from "../model.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";

/** A user as other things mention it. */
export function renderUser(world: World, user: User): Json {
  // A bot's name has brackets, which an address cannot have.
  const login = encodeURIComponent(user.login);
  const address = `${world.apiUrl}/users/${login}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId("U", user.id),
    avatar_url: `${world.url}/_avatars/${user.id}`,
    gravatar_id: "",
    url: address,
    html_url: htmlUrl(world, user),
    followers_url: `${address}/followers`,
    following_url: `${address}/following{/other_user}`,
    gists_url: `${address}/gists{/gist_id}`,
    starred_url: `${address}/starred{/owner}{/repo}`,
    subscriptions_url: `${address}/subscriptions`,
    organizations_url: `${address}/orgs`,
    repos_url: `${address}/repos`,
    events_url: `${address}/events{/privacy}`,
    received_events_url: `${address}/received_events`,
    type: user.type,
    user_view_type: "public",
    site_admin: false,
  };
}

function htmlUrl(world: World, user: User): string {
  return user.type === "Bot"
    ? `${world.url}/apps/${user.login.replace("[bot]", "")}`
    : `${world.url}/${user.login}`;
}

/** The page of a user. */
export function renderPublicUser(world: World, user: User): Json {
  const owned = world.repositories.filter((it) => it.owner.id === user.id && !it.isPrivate);
  return {
    ...renderUser(world, user),
    name: user.name ?? null,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: owned.length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: isoTime(user.createdAtMs),
    updated_at: isoTime(user.createdAtMs),
  };
}
