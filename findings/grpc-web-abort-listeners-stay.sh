#!/usr/bin/env bash
# grpc-web 2.1.1: a unary call that is given an AbortSignal never takes its listener off it again. A page that gives one
# signal to all its calls (one for the page, say) keeps every call, with its request and reply, as long as the signal.
#
# Seen: 100 calls done, 100 abort listeners left
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent grpc-web@2.1.1 xhr2@0.2.1
cat >run.cjs <<'JS'
const http = require("node:http");
global.XMLHttpRequest = require("xhr2");
const { GrpcWebClientBase, MethodDescriptor } = require("grpc-web");

const trailers = Buffer.from("grpc-status:0\r\n");
const frame = (flag, body) => Buffer.concat([Buffer.from([flag, 0, 0, 0, body.length]), body]);
const server = http.createServer((request, response) => {
  request.resume();
  response.setHeader("content-type", "application/grpc-web-text");
  response.end(Buffer.concat([frame(0, Buffer.from([8, 1])), frame(0x80, trailers)]).toString("base64"));
});
server.listen(0, "127.0.0.1", async () => {
  const bytes = (message) => message;
  const method = new MethodDescriptor("/a.B/C", "unary", Uint8Array, Uint8Array, bytes, bytes);
  const client = new GrpcWebClientBase({ format: "text" });
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...words) => { listeners++; addEventListener.apply(signal, words); };
  signal.removeEventListener = (...words) => { listeners--; removeEventListener.apply(signal, words); };
  const url = `http://127.0.0.1:${server.address().port}/a.B/C`;
  let done = 0;
  for (let i = 0; i < 100; i++) {
    await client.unaryCall(url, new Uint8Array([8, 1]), {}, method, { signal });
    done++;
  }
  console.log(`${done} calls done, ${listeners} abort listeners left`);
  server.close();
});
JS
node run.cjs | tee seen
diff seen - <<<"100 calls done, 100 abort listeners left"
echo "as found"
