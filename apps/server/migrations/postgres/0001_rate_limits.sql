CREATE TABLE "rate_limits" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" bigint NOT NULL
);
