/**
 * The page's service worker: keeps one build of the page, so that it opens without a network. `FILES` and
 * `VERSION` are set by the build (vite-plugin.ts). Calls, `/healthz`, samples and all that is not listed go to the
 * network untouched.
 */

/* global FILES, VERSION */

const CACHE = `page-${VERSION}`;
/** How long a page is waited for before the kept one is shown. */
const PATIENCE_MS = 4000;

const here = (path) => new URL(path, self.registration.scope).href;
const KEPT = new Set(FILES.map(here));

self.addEventListener("install", (event) => {
  // `reload`: what the browser's own cache holds may be of another build.
  const requests = FILES.map((path) => new Request(here(path), { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldBuilds());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = request.url.split(/[?#]/, 1)[0];
  if (request.mode === "navigate" && url === here("./")) event.respondWith(page(request));
  else if (KEPT.has(url)) event.respondWith(kept(request));
});

/**
 * The newest page there is; the kept one when the network has none, or takes long. Where a proxy wants a login first,
 * it has its say: the kept page could only fail, and a reload would never lead to the login.
 */
async function page(request) {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const reply = await fetch(here("./"), { cache: "no-cache", redirect: "manual", signal });
    if (reply.ok || reply.type === "opaqueredirect") return reply;
    // Asked again as a page, which is what a proxy leads to its login.
    if (reply.status === 401 || reply.status === 403) return await fetch(request);
  } catch {
    // No network: below.
  }
  return kept(new Request(here("./")));
}

/**
 * Names of files hold a hash of their content, and all files of a build are kept together. They vary by the origin of
 * the page that asks, which is always this one here: modules are asked for with an origin, and were kept without.
 */
async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

async function dropOldBuilds() {
  for (const name of await caches.keys()) {
    if (name.startsWith("page-") && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}
