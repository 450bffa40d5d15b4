/** Origins and hosts of pages, for both proxies: this machine's, and those that only look like it. */

export const LOCAL_ORIGINS = [
  "http://localhost:5173",
  "http://localhost",
  "https://localhost:8443",
  "http://127.0.0.1:3000",
  "http://127.1.2.3:3000",
  "http://[::1]:5173",
  "http://my-app.localhost:4000",
];

export const FOREIGN_ORIGINS = [
  "http://localhost.evil.example",
  "http://localhost.evil.example:5173",
  "http://evil.example:5173",
  "http://evillocalhost:5173",
  "http://localhost:5173.evil.example",
  "http://localhost@evil.example",
  "http://evil.example/http://localhost:5173",
  "http://127.0.0.1.nip.io",
  "http://127.0.0.1.evil.example:3000",
  "http://127.0.0.1evil.example",
  "http://1127.0.0.1:3000",
  "http://128.0.0.1:3000",
  "http://192.168.1.2:5173",
  "http://0.0.0.0:5173",
  "http://[::2]:5173",
  "http://[::ffff:8.8.8.8]:5173",
  "ftp://localhost:5173",
  "file://localhost",
  "chrome-extension://localhost",
  "HTTP://LOCALHOST:5173",
  "http://localhost:5173 http://evil.example",
  "null",
];

/** Of pages of strangers whose name leads to this machine (DNS rebinding). */
export const FOREIGN_HOSTS = [
  "rebound.example",
  "localhost.evil.example",
  "127.0.0.1.nip.io",
  "evillocalhost",
  "192.168.1.2",
];

export const LOCAL_HOSTS = [
  "localhost",
  "LocalHost",
  "localhost.",
  "app.localhost",
  "127.0.0.1",
  "127.9.9.9",
  "[::1]",
];
