/** The way to the proxy: name, connection, encryption. */

import { lookup } from "node:dns/promises";
import { connect, isIP } from "node:net";
import { setTimeout } from "node:timers/promises";
import { connect as connectTls } from "node:tls";
import { isLocalName } from "../../machine/index.ts";
import { type Case, placeOf } from "./case.ts";
import { type Finding, failed, ok, START_PROXY, skipped } from "./finding.ts";

export async function dns(subject: Case): Promise<Finding> {
  const { host } = placeOf(subject);
  if (isIP(host)) return skipped(`${host} is an IP address`, `${host} 不是域名`);
  try {
    const found = await Promise.race([lookup(host, { all: true }), timedOut(subject.timeoutMs)]);
    const addresses = found.map(({ address }) => address).join(", ");
    return ok(`${host} is ${addresses}`, `${host} 解析为 ${addresses}`);
  } catch (error) {
    return failed(`${host}: ${codeOf(error)}`, {
      en: `This machine can't resolve ${host}: fix the name in the address, or DNS or the hosts file.`,
      zh: `本机无法解析 ${host}：请改正地址，或检查 DNS 与 hosts 文件。`,
    });
  }
}

/** The system's resolver takes its own time, half a minute where no server answers it. */
async function timedOut(ms: number): Promise<never> {
  await setTimeout(ms, undefined, { ref: false });
  throw Object.assign(new Error("no answer"), { code: "ETIMEDOUT" });
}

export async function tcp(subject: Case): Promise<Finding> {
  const { host, port } = placeOf(subject);
  const error = await new Promise<Error | undefined>((settle) => {
    const socket = connect({ host, port, timeout: subject.timeoutMs }, () => done());
    const done = (reason?: Error) => {
      socket.destroy();
      settle(reason);
    };
    socket.once("timeout", () => done(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })));
    socket.once("error", done);
  });
  if (!error) return ok(`${host} takes connections on port ${port}`, `${host} 的端口 ${port} 可以连接`);
  const code = codeOf(error);
  if (code === "ECONNREFUSED") {
    return failed(`port ${port} of ${host}: ${code}`, {
      en: `Nothing listens on port ${port} of ${host}: is the port right, and is the proxy running? You can ${START_PROXY.en}.`,
      zh: `${host} 的端口 ${port} 没有程序监听：请检查端口，并确认代理已启动。${START_PROXY.zh}。`,
    });
  }
  return failed(`port ${port} of ${host}: ${code}`, {
    en: `Can't reach port ${port} of ${host}: check the address, any firewalls in between, and that the proxy listens on more than 127.0.0.1 (\`--host\`, \`--listen\`).`,
    zh: `无法到达 ${host} 的端口 ${port}：请检查地址和途中的防火墙，并确认代理不是只监听 127.0.0.1（\`--host\`、\`--listen\`）。`,
  });
}

export async function tls(subject: Case): Promise<Finding> {
  const { host, port, tls } = placeOf(subject);
  if (!tls) return plainHttp(subject, host);
  const error = await new Promise<Error | undefined>((settle) => {
    const options = { host, port, timeout: subject.timeoutMs, ...(!isIP(host) && { servername: host }) };
    const socket = connectTls(options, () => done());
    const done = (reason?: Error) => {
      socket.destroy();
      settle(reason);
    };
    socket.once("timeout", () => done(new Error("no answer to the handshake")));
    socket.once("error", done);
  });
  if (!error) return ok("the certificate is valid", "证书有效");
  if (/wrong version number|packet length too long|EPROTO/i.test(error.message)) {
    return failed(
      { en: "the port does not speak TLS", zh: "该端口不是 TLS" },
      {
        en: "Write http:// before the address, or give the proxy a certificate.",
        zh: "请把地址写成 http://，或为代理配置证书。",
      },
    );
  }
  return failed(`${codeOf(error)}: ${error.message}`, {
    en: "Browsers refuse this certificate: give the proxy one for this exact name, not expired, with its full chain, from an authority that browsers trust.",
    zh: "浏览器不会接受该证书：请为代理配置与该域名一致、未过期、带完整证书链且由受信机构签发的证书。",
  });
}

/** Browsers don't let an https page call http, except on this machine itself. */
function plainHttp({ origin }: Case, host: string): Finding {
  if (!origin?.startsWith("https:") || isLocalName(host)) return skipped("plain http", "http 明文");
  return failed(
    { en: `a page of ${origin} calls plain http`, zh: `${origin} 的页面调用 http 地址` },
    {
      en: "Browsers don't let an https page call an http address (mixed content): serve the proxy over https.",
      zh: "浏览器不允许 https 页面调用 http 地址（混合内容）：请让代理使用 https。",
    },
  );
}

export function codeOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
