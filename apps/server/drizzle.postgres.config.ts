import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  casing: "snake_case",
  schema: "./migrations/postgres.ts",
  out: "./migrations/postgres",
});
