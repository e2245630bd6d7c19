// A real OpenID Provider (oidc-provider), with synthetic people, that can be told to answer wrongly.
// It prints its address; POST /styr takes {people} and {fault}.
import { generateKeyPair, exportJWK, SignJWT, decodeJwt, importJWK } from "jose";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const [, , callback, signedOut] = process.argv;
const told = { people: {}, fault: "" };
const key = async () => ({ ...(await exportJWK((await generateKeyPair("RS256", { extractable: true })).privateKey)), alg: "RS256", use: "sig", kid: "k1" });
const [own, alien] = [await key(), await key()];

const server = createServer();
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: "skydd", client_secret: "only for tests", redirect_uris: [callback], post_logout_redirect_uris: [signedOut] }],
  jwks: { keys: [own] },
  cookies: { keys: ["only for tests"] },
  pkce: { required: () => true },
  claims: { openid: ["sub"], profile: ["name", "agency", "roles", "team"] },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  findAccount: (_, id) => told.people[id] && { accountId: id, claims: () => ({ sub: id, ...told.people[id] }) },
});

const changes = {
  nonce: (claims) => ({ ...claims, nonce: "another" }),
  audience: (claims) => ({ ...claims, aud: "another", azp: "skydd" }),
  issuer: (claims) => ({ ...claims, iss: "https://another.example" }),
  expired: (claims) => ({ ...claims, iat: claims.iat - 9000, exp: claims.iat - 3600 }),
  alien: (claims) => claims,
  strong: (claims) => ({ ...claims, acr: "loa3" }),
  weak: (claims) => ({ ...claims, acr: "loa1" }),
};

const SPOILED = [...Object.keys(changes), "tampered", "unsigned"];

async function spoiled(token) {
  const [head, body, signature] = token.split(".");
  if (told.fault === "unsigned") return `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
  const claims = decodeJwt(token);
  if (told.fault === "tampered") return [head, Buffer.from(JSON.stringify({ ...claims, sub: "chef" })).toString("base64url"), signature].join(".");
  const signer = await importJWK(told.fault === "alien" ? alien : own, "RS256");
  return new SignJWT(changes[told.fault](claims)).setProtectedHeader({ alg: "RS256", kid: "k1" }).sign(signer);
}

provider.use(async (context, next) => {
  if (context.path === "/styr") {
    let body = "";
    for await (const piece of context.req) body += piece;
    Object.assign(told, JSON.parse(body));
    context.body = "ok";
    return;
  }
  await next();
  if (told.fault === "missing" && context.path === "/token") delete context.body.id_token;
  else if (told.fault === "another" && context.path === "/me") context.body = { ...context.body, sub: "chef" };
  else if (SPOILED.includes(told.fault) && context.path === "/token" && context.body.id_token) context.body.id_token = await spoiled(context.body.id_token);
});

server.on("request", provider.callback());
console.log(issuer);
