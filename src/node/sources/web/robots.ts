import parser from 'robots-parser';
import { CasusError } from '../../../core/base/error.ts';
import type { Fetched } from './fetch-bytes.ts';

/** What a site asks of programs. */
export interface RobotsRules {
  isAllowed(url: string): boolean;
  /** The time that it asks to leave between two requests; 0 where it asks for none. */
  readonly delayMs: number;
}

interface ParsedRobots {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
}

// The library is a function; its types say that it is a module with one.
const parse = parser as unknown as (url: string, text: string) => ParsedRobots;
const BYTES_MAX = 500 * 1024;

/**
 * The rules of a site for a robot of this name (RFC 9309). A site without them, or that denies them (4xx), allows all;
 * where its server fails (5xx) or cannot be reached nothing may be fetched, and the reason is thrown.
 */
export async function readRobots(
  origin: string,
  robot: string,
  fetch: (url: string) => Promise<Fetched>,
): Promise<RobotsRules> {
  const url = `${origin}/robots.txt`;
  const { status, bytes } = await fetch(url);
  if (status >= 500) throw new CasusError('fetch-failed', url, { detail: `the server says ${status}` });
  if (status !== 200) return { isAllowed: () => true, delayMs: 0 };
  const rules = parse(url, new TextDecoder().decode(bytes.subarray(0, BYTES_MAX)));
  return {
    isAllowed: page => rules.isAllowed(page, robot) ?? true,
    delayMs: (rules.getCrawlDelay(robot) ?? 0) * 1_000,
  };
}
