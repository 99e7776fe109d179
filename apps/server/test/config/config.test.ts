import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { ConfigError, environment, readConfig } from "../../src/config.ts";

const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("the environment", () => {
  it("an empty one gives the documented defaults", () => {
    expect(readConfig({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://127.0.0.1:3000",
      databaseUrl: "file:./data/fluxer.db",
      databasePoolSize: 10,
      dataDir: "./data",
      secretKey: undefined,
      logLevel: "info",
      rateLimits: true,
      rateLimitUrl: undefined,
      workers: undefined,
      trustedProxies: [],
      bodyLimit: 65_536,
      accessTokenSeconds: 604_800,
      refreshTokenSeconds: 2_592_000,
      grantSeconds: 31_536_000,
      codeSeconds: 60,
      sessionSeconds: 2_592_000,
      refreshRetrySeconds: 30,
      auditLogSeconds: undefined,
      pruneSeconds: 3600,
      pruneBatch: 500,
      authorizationResponseIss: true,
      requirePkce: false,
      redirectUriUpdateAllowHttp: false,
    });
  });

  it("every wrong variable is named, with what it must be and an example", () => {
    const problems = problemsOf({
      PORT: "70000",
      HOST: "127.0.0.1",
      DATABASE_URL: "mysql://root:hunter2@db",
      RATE_LIMITS: "no",
      SECRET_KEY: "hunter2",
    });
    expect(problems).toEqual([
      "PORT must be a whole number from 1 to 65535, for example 8080",
      "DATABASE_URL must be file:<path> for SQLite or postgres://… for PostgreSQL, for example postgres://fluxer:password@localhost:5432/fluxer",
      "SECRET_KEY must be at least 32 random bytes in base64url, for example the output of: openssl rand -base64 32 | tr '+/' '-_'",
      "RATE_LIMITS must be one of on, off, for example on",
    ]);
    expect(problems.join()).not.toContain("hunter2");
  });

  it.each(
    Object.entries({
      PORT: ["0", "65536", "-1", "3e3", "0x50", "3000.5", "three", "99999999999"],
      PUBLIC_URL: [
        "example.com",
        "https://example.com/",
        "https://example.com/path",
        "ftp://example.com",
        "https://a@example.com",
      ],
      DATABASE_URL: ["file:", "./data.db", "postgres://", "https://db"],
      SECRET_KEY: ["a".repeat(42), `${"a".repeat(42)}+`],
      RATE_LIMIT_URL: ["redis", "redis://", "http://limits", "limits:6379"],
      WORKERS: ["0", "513"],
      DATABASE_POOL_SIZE: ["0", "1001"],
      TRUSTED_PROXIES: [
        "10.0.0.0/33",
        "10.0.0",
        "::1/129",
        "10.0.0.1/",
        "10.0.0.1/8/8",
        "proxy.local",
        "10.0.0.1;10.0.0.2",
      ],
      BODY_LIMIT: ["0", "16777217"],
      CODE_TTL: ["0", "601"],
      REFRESH_RETRY_WINDOW: ["301"],
      LOG_LEVEL: ["verbose", "INFO"],
    }).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  )("%s=%s is refused", (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must be .+, for example .+`)),
    ]);
  });

  it("what a variable gives as its example is accepted", () => {
    for (const [name, bad] of Object.entries({
      PORT: "x",
      PUBLIC_URL: "x",
      DATABASE_URL: "x",
      RATE_LIMIT_URL: "x",
      TRUSTED_PROXIES: "x",
      BODY_LIMIT: "x",
    })) {
      const [problem = ""] = problemsOf({ [name]: bad });
      expect(problemsOf({ [name]: problem.split(", for example ")[1] ?? "" })).toEqual([]);
    }
  });

  it("a variable that is set to nothing counts as not set", () => {
    expect(readConfig({ PORT: "", SECRET_KEY: " ", TRUSTED_PROXIES: "" })).toEqual(readConfig({}));
  });

  it("the public URL follows host and port, and names localhost where every address is listened on", () => {
    expect(readConfig({ HOST: "0.0.0.0", PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
    expect(readConfig({ HOST: "::1" }).publicUrl).toBe("http://[::1]:3000");
    expect(readConfig({ PUBLIC_URL: "https://auth.example.com" }).publicUrl).toBe("https://auth.example.com");
  });

  it("lists are split at commas", () => {
    expect(readConfig({ TRUSTED_PROXIES: "10.0.0.0/8, fd00::/8,127.0.0.1" }).trustedProxies).toEqual([
      "10.0.0.0/8",
      "fd00::/8",
      "127.0.0.1",
    ]);
  });
});

describe(".env.example", () => {
  const variables = Object.keys(environment.shape);

  it("names every variable once, and no other", () => {
    const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(variables.toSorted());
  });

  it("gives each variable that has a default exactly that default", () => {
    const defaults = environment.parse({});
    const written = parseEnv(example);
    for (const name of variables) {
      const value = defaults[name as keyof typeof defaults];
      expect([name, written[name]]).toEqual([name, value === undefined ? undefined : String(value)]);
    }
  });
});
