import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  casing: "snake_case",
  schema: "./migrations/sqlite.ts",
  out: "./migrations/sqlite",
});
