CREATE TABLE "worker_leases" (
	"worker" integer PRIMARY KEY NOT NULL,
	"holder" text COLLATE "C" NOT NULL,
	"expires_at" bigint NOT NULL
);
