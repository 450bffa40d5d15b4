/** Whether a setting is one, as its text is typed: the name of the word that says what is wrong, or nothing. */

import { isLoopback } from "../../ui/index.ts";

export type SettingFault =
  | "addressBad"
  | "addressExtra"
  | "addressMixed"
  | "nameEmpty"
  | "versionBad"
  | "secondsBad"
  | "countBad"
  | "headerBad"
  | "headerTwice";

/** @param pageProtocol `location.protocol` */
export function checkAddress(text: string, pageProtocol: string): SettingFault | undefined {
  const address = text.trim();
  if (address === "" || address.startsWith("/")) return undefined;
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (!url?.hostname || !/^https?:$/.test(url.protocol) || /\s/.test(address)) return "addressBad";
  if (url.username || url.password || url.search || url.hash) return "addressExtra";
  if (pageProtocol === "https:" && url.protocol === "http:" && !isLoopback(url.hostname)) {
    return "addressMixed";
  }
  return undefined;
}

export function checkName(text: string): SettingFault | undefined {
  return text.trim() === "" ? "nameEmpty" : undefined;
}

/** Decimal digits up to 2^64 - 1. */
export function checkVersion(text: string): SettingFault | undefined {
  return /^\d{1,20}$/.test(text.trim()) && BigInt(text) < 2n ** 64n ? undefined : "versionBad";
}

export function checkSeconds(text: string): SettingFault | undefined {
  const seconds = Number(text);
  return text.trim() !== "" && seconds > 0 && seconds <= 86_400 ? undefined : "secondsBad";
}

/** A whole number from 1 on. */
export function checkCount(text: string, max: number): SettingFault | undefined {
  return /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= max ? undefined : "countBad";
}

/** One header of each call; an empty line isn't one yet. */
export function checkHeader(
  [name, value]: readonly [string, string],
  others: readonly string[],
): SettingFault | undefined {
  if (name === "" && value === "") return undefined;
  if (others.some((other) => other.toLowerCase() === name.toLowerCase())) return "headerTwice";
  try {
    new Headers({ [name]: value });
    return undefined;
  } catch {
    return "headerBad";
  }
}
