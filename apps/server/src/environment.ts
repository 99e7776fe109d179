import { existsSync } from "node:fs";

/** The environment, and what `.env` of the working directory says where the environment says nothing. */
export function readEnvironment(): NodeJS.ProcessEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
}
