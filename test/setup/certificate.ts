/** A certificate for localhost and 127.0.0.1 that signs itself, made by openssl, which every place with an Envoy has. */

import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CertificateFiles {
  certificate: string;
  privateKey: string;
}

/** Paths of the PEM files, in a directory of their own. */
export function selfSigned(): CertificateFiles {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const files = { certificate: join(folder, "certificate.pem"), privateKey: join(folder, "key.pem") };
  const words = [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost".split(
      " ",
    ),
    ...["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    // Envoy insists on a fitting keyUsage from 1.38 on.
    ...[
      "-addext",
      "keyUsage=critical,digitalSignature,keyCertSign",
      "-addext",
      "extendedKeyUsage=serverAuth,clientAuth",
    ],
    ...["-out", files.certificate, "-keyout", files.privateKey],
  ];
  execFileSync("openssl", words, { stdio: "ignore" });
  return files;
}
