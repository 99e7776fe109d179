// What batch/pool.test.ts starts.
import { work } from "../../batch/work.ts";
import { hashPassword } from "../../src/accounts/password.ts";

work(async (task: string) => {
  if (task === "fail") throw new Error("as asked");
  if (task === "end") process.exit(3);
  return task === "hash" ? hashPassword("correct horse") : `${task} by ${process.pid}`;
});
