-- A count that a crash resets does no harm, and a commit that waits for the log for each request does.
DROP TABLE "rate_limits";--> statement-breakpoint
CREATE UNLOGGED TABLE "rate_limits" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" bigint NOT NULL
);
