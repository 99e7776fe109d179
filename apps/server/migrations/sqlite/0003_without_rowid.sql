-- Every row is found by a key of its own. Without SQLite's number beside it, that takes one search instead of two.
CREATE TABLE `__new_access_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`grant_id` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_access_tokens`(`id`, `secret_hash`, `grant_id`, `scope`, `created_at`, `expires_at`, `revoked_at`) SELECT `id`, `secret_hash`, `grant_id`, `scope`, `created_at`, `expires_at`, `revoked_at` FROM `access_tokens`;--> statement-breakpoint
DROP TABLE `access_tokens`;--> statement-breakpoint
ALTER TABLE `__new_access_tokens` RENAME TO `access_tokens`;--> statement-breakpoint
CREATE TABLE `__new_applications` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`name` text NOT NULL,
	`description` text,
	`icon` text,
	`redirect_uris` text NOT NULL,
	`bot_public` integer NOT NULL,
	`bot_require_code_grant` integer NOT NULL,
	`flags` integer NOT NULL,
	`trusted` integer NOT NULL,
	`bot_token_hash` text NOT NULL,
	`client_grant_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_applications`(`id`, `owner_id`, `name`, `description`, `icon`, `redirect_uris`, `bot_public`, `bot_require_code_grant`, `flags`, `trusted`, `bot_token_hash`, `client_grant_id`, `created_at`) SELECT `id`, `owner_id`, `name`, `description`, `icon`, `redirect_uris`, `bot_public`, `bot_require_code_grant`, `flags`, `trusted`, `bot_token_hash`, `client_grant_id`, `created_at` FROM `applications`;--> statement-breakpoint
DROP TABLE `applications`;--> statement-breakpoint
ALTER TABLE `__new_applications` RENAME TO `applications`;--> statement-breakpoint
CREATE INDEX `applications_owner_id` ON `applications` (`owner_id`);--> statement-breakpoint
CREATE TABLE `__new_audit_log` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`outcome` text NOT NULL,
	`actor_user_id` text,
	`application_id` text,
	`grant_id` text,
	`request_id` text,
	`address` text,
	`created_at` integer NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_audit_log`(`id`, `action`, `outcome`, `actor_user_id`, `application_id`, `grant_id`, `request_id`, `address`, `created_at`) SELECT `id`, `action`, `outcome`, `actor_user_id`, `application_id`, `grant_id`, `request_id`, `address`, `created_at` FROM `audit_log`;--> statement-breakpoint
DROP TABLE `audit_log`;--> statement-breakpoint
ALTER TABLE `__new_audit_log` RENAME TO `audit_log`;--> statement-breakpoint
CREATE INDEX `audit_log_application_id` ON `audit_log` (`application_id`,`id`);--> statement-breakpoint
CREATE TABLE `__new_authorization_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`grant_id` text NOT NULL,
	`redirect_uri` text,
	`code_challenge` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer,
	`burnt_at` integer
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_authorization_codes`(`id`, `secret_hash`, `grant_id`, `redirect_uri`, `code_challenge`, `created_at`, `expires_at`, `spent_at`, `burnt_at`) SELECT `id`, `secret_hash`, `grant_id`, `redirect_uri`, `code_challenge`, `created_at`, `expires_at`, `spent_at`, `burnt_at` FROM `authorization_codes`;--> statement-breakpoint
DROP TABLE `authorization_codes`;--> statement-breakpoint
ALTER TABLE `__new_authorization_codes` RENAME TO `authorization_codes`;--> statement-breakpoint
CREATE TABLE `__new_authorization_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`session_id` text NOT NULL,
	`parameters` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_authorization_requests`(`id`, `secret_hash`, `session_id`, `parameters`, `created_at`, `expires_at`, `decided_at`) SELECT `id`, `secret_hash`, `session_id`, `parameters`, `created_at`, `expires_at`, `decided_at` FROM `authorization_requests`;--> statement-breakpoint
DROP TABLE `authorization_requests`;--> statement-breakpoint
ALTER TABLE `__new_authorization_requests` RENAME TO `authorization_requests`;--> statement-breakpoint
CREATE INDEX `authorization_requests_session_id` ON `authorization_requests` (`session_id`);--> statement-breakpoint
CREATE TABLE `__new_client_secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_client_secrets`(`id`, `application_id`, `secret_hash`, `created_at`, `expires_at`, `last_used_at`) SELECT `id`, `application_id`, `secret_hash`, `created_at`, `expires_at`, `last_used_at` FROM `client_secrets`;--> statement-breakpoint
DROP TABLE `client_secrets`;--> statement-breakpoint
ALTER TABLE `__new_client_secrets` RENAME TO `client_secrets`;--> statement-breakpoint
CREATE INDEX `client_secrets_application_id` ON `client_secrets` (`application_id`);--> statement-breakpoint
CREATE TABLE `__new_connections` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`verified` integer NOT NULL,
	`visibility` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_connections`(`id`, `user_id`, `type`, `name`, `verified`, `visibility`, `created_at`) SELECT `id`, `user_id`, `type`, `name`, `verified`, `visibility`, `created_at` FROM `connections`;--> statement-breakpoint
DROP TABLE `connections`;--> statement-breakpoint
ALTER TABLE `__new_connections` RENAME TO `connections`;--> statement-breakpoint
CREATE UNIQUE INDEX `connections_user_id_type_name` ON `connections` (`user_id`,`type`,`name`);--> statement-breakpoint
CREATE TABLE `__new_consents` (
	`user_id` text NOT NULL,
	`application_id` text NOT NULL,
	`scope` text NOT NULL,
	`authorized_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `application_id`, `scope`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_consents`(`user_id`, `application_id`, `scope`, `authorized_at`) SELECT `user_id`, `application_id`, `scope`, `authorized_at` FROM `consents`;--> statement-breakpoint
DROP TABLE `consents`;--> statement-breakpoint
ALTER TABLE `__new_consents` RENAME TO `consents`;--> statement-breakpoint
CREATE INDEX `consents_application_id` ON `consents` (`application_id`);--> statement-breakpoint
CREATE TABLE `__new_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`scope` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_grants`(`id`, `application_id`, `user_id`, `kind`, `scope`, `created_at`, `revoked_at`) SELECT `id`, `application_id`, `user_id`, `kind`, `scope`, `created_at`, `revoked_at` FROM `grants`;--> statement-breakpoint
DROP TABLE `grants`;--> statement-breakpoint
ALTER TABLE `__new_grants` RENAME TO `grants`;--> statement-breakpoint
CREATE INDEX `grants_application_id` ON `grants` (`application_id`);--> statement-breakpoint
CREATE INDEX `grants_user_id_application_id` ON `grants` (`user_id`,`application_id`);--> statement-breakpoint
CREATE TABLE `__new_guild_member_roles` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role_id` text NOT NULL,
	PRIMARY KEY(`guild_id`, `user_id`, `role_id`),
	FOREIGN KEY (`role_id`) REFERENCES `guild_roles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`guild_id`,`user_id`) REFERENCES `guild_members`(`guild_id`,`user_id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_guild_member_roles`(`guild_id`, `user_id`, `role_id`) SELECT `guild_id`, `user_id`, `role_id` FROM `guild_member_roles`;--> statement-breakpoint
DROP TABLE `guild_member_roles`;--> statement-breakpoint
ALTER TABLE `__new_guild_member_roles` RENAME TO `guild_member_roles`;--> statement-breakpoint
CREATE INDEX `guild_member_roles_role_id` ON `guild_member_roles` (`role_id`);--> statement-breakpoint
CREATE TABLE `__new_guild_members` (
	`guild_id` text NOT NULL,
	`user_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`guild_id`, `user_id`),
	FOREIGN KEY (`guild_id`) REFERENCES `guilds`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_guild_members`(`guild_id`, `user_id`, `joined_at`) SELECT `guild_id`, `user_id`, `joined_at` FROM `guild_members`;--> statement-breakpoint
DROP TABLE `guild_members`;--> statement-breakpoint
ALTER TABLE `__new_guild_members` RENAME TO `guild_members`;--> statement-breakpoint
CREATE INDEX `guild_members_user_id` ON `guild_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `__new_guild_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`guild_id` text NOT NULL,
	`name` text NOT NULL,
	`permissions` text NOT NULL,
	`position` integer NOT NULL,
	`color` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`guild_id`) REFERENCES `guilds`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_guild_roles`(`id`, `guild_id`, `name`, `permissions`, `position`, `color`, `created_at`) SELECT `id`, `guild_id`, `name`, `permissions`, `position`, `color`, `created_at` FROM `guild_roles`;--> statement-breakpoint
DROP TABLE `guild_roles`;--> statement-breakpoint
ALTER TABLE `__new_guild_roles` RENAME TO `guild_roles`;--> statement-breakpoint
CREATE INDEX `guild_roles_guild_id` ON `guild_roles` (`guild_id`);--> statement-breakpoint
CREATE TABLE `__new_guilds` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`icon` text,
	`owner_id` text NOT NULL,
	`system_channel_id` text,
	`features` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_guilds`(`id`, `name`, `icon`, `owner_id`, `system_channel_id`, `features`, `created_at`) SELECT `id`, `name`, `icon`, `owner_id`, `system_channel_id`, `features`, `created_at` FROM `guilds`;--> statement-breakpoint
DROP TABLE `guilds`;--> statement-breakpoint
ALTER TABLE `__new_guilds` RENAME TO `guilds`;--> statement-breakpoint
CREATE TABLE `__new_rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`resets_at` integer NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_rate_limits`(`key`, `used`, `resets_at`) SELECT `key`, `used`, `resets_at` FROM `rate_limits`;--> statement-breakpoint
DROP TABLE `rate_limits`;--> statement-breakpoint
ALTER TABLE `__new_rate_limits` RENAME TO `rate_limits`;--> statement-breakpoint
CREATE TABLE `__new_refresh_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`grant_id` text NOT NULL,
	`scope` text NOT NULL,
	`generation` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`spent_at` integer,
	`successor_id` text,
	`successor_access_id` text
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_refresh_tokens`(`id`, `secret_hash`, `grant_id`, `scope`, `generation`, `created_at`, `expires_at`, `spent_at`, `successor_id`, `successor_access_id`) SELECT `id`, `secret_hash`, `grant_id`, `scope`, `generation`, `created_at`, `expires_at`, `spent_at`, `successor_id`, `successor_access_id` FROM `refresh_tokens`;--> statement-breakpoint
DROP TABLE `refresh_tokens`;--> statement-breakpoint
ALTER TABLE `__new_refresh_tokens` RENAME TO `refresh_tokens`;--> statement-breakpoint
CREATE TABLE `__new_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_seen_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_sessions`(`id`, `secret_hash`, `user_id`, `created_at`, `expires_at`, `last_seen_at`) SELECT `id`, `secret_hash`, `user_id`, `created_at`, `expires_at`, `last_seen_at` FROM `sessions`;--> statement-breakpoint
DROP TABLE `sessions`;--> statement-breakpoint
ALTER TABLE `__new_sessions` RENAME TO `sessions`;--> statement-breakpoint
CREATE INDEX `sessions_user_id` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `__new_users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`username_lower` text NOT NULL,
	`discriminator` integer NOT NULL,
	`global_name` text,
	`email` text,
	`email_lower` text,
	`email_verified` integer NOT NULL,
	`password_hash` text,
	`date_of_birth` text,
	`avatar` text,
	`banner` text,
	`bio` text,
	`avatar_color` integer,
	`flags` integer NOT NULL,
	`bot_flags` integer NOT NULL,
	`bot` integer NOT NULL,
	`system` integer NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_users`(`id`, `username`, `username_lower`, `discriminator`, `global_name`, `email`, `email_lower`, `email_verified`, `password_hash`, `date_of_birth`, `avatar`, `banner`, `bio`, `avatar_color`, `flags`, `bot_flags`, `bot`, `system`, `created_at`, `deleted_at`) SELECT `id`, `username`, `username_lower`, `discriminator`, `global_name`, `email`, `email_lower`, `email_verified`, `password_hash`, `date_of_birth`, `avatar`, `banner`, `bio`, `avatar_color`, `flags`, `bot_flags`, `bot`, `system`, `created_at`, `deleted_at` FROM `users`;--> statement-breakpoint
DROP TABLE `users`;--> statement-breakpoint
ALTER TABLE `__new_users` RENAME TO `users`;--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_lower` ON `users` (`email_lower`);--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_lower_discriminator` ON `users` (`username_lower`,`discriminator`);--> statement-breakpoint
CREATE TABLE `__new_worker_leases` (
	`worker` integer PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`expires_at` integer NOT NULL
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_worker_leases`(`worker`, `holder`, `expires_at`) SELECT `worker`, `holder`, `expires_at` FROM `worker_leases`;--> statement-breakpoint
DROP TABLE `worker_leases`;--> statement-breakpoint
ALTER TABLE `__new_worker_leases` RENAME TO `worker_leases`;
