import { readFromPackage } from "./photo.ts";
import type { Sample } from "./samples.ts";

/** The text of `/samples/NOTICES.txt`: source and licence of every photo, then the licences' own texts. */
export async function photoNotices(samples: readonly Sample[]): Promise<string> {
  const entries = samples.map(
    ({ file, alt, source, licence, package: name, version, pathInPackage }) =>
      `${file}: ${alt}\n  source:  ${source}\n  licence: ${licence}\n  from:    ${name}@${version}, ${pathInPackage}\n`,
  );
  const head = "The sample photos of this web app, each scaled down and saved as JPEG.\n";
  return [head, ...entries, ...(await licenceTexts(samples))].join("\n");
}

async function licenceTexts(samples: readonly Sample[]): Promise<string[]> {
  const byPackage = new Map(samples.filter(({ licenceFile }) => licenceFile).map((s) => [s.package, s]));
  return Promise.all(
    [...byPackage.values()].map(async (sample) => {
      const text = new TextDecoder().decode(await readFromPackage(sample, sample.licenceFile!));
      return `${"-".repeat(78)}\nLicence of ${sample.package}@${sample.version}\n\n${text.trim()}\n`;
    }),
  );
}
