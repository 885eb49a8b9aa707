CREATE TABLE `disabled_person` (
	`user_id` text PRIMARY KEY NOT NULL,
	`disabled_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`data` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`started_at` integer,
	`done_at` integer,
	`error` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `job_due` ON `job` (`done_at`,`run_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `job_key` ON `job` (`key`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`target` text NOT NULL,
	`section_id` text NOT NULL,
	`data` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_user` ON `notice` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `notice_proposal` ON `notice` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `notice_unseen` ON `notice` (`user_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`time_zone` text NOT NULL,
	`has_digest` integer NOT NULL,
	`has_immediate` integer NOT NULL,
	`next_digest_at` integer NOT NULL,
	`digested_until` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_settings_due` ON `notice_settings` (`next_digest_at`);--> statement-breakpoint
CREATE TABLE `section_follow` (
	`user_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`section_id` text NOT NULL,
	`is_followed` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `proposal_id`, `section_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `section_seen` (
	`user_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`section_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `proposal_id`, `section_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `leftover` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`body` text NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `leftover_proposal` ON `leftover` (`proposal_id`,`position`);--> statement-breakpoint
CREATE TABLE `proposal_summary` (
	`proposal_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`answered` integer NOT NULL,
	`total` integer NOT NULL,
	`own_deadline` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `proposal` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `proposal` ADD `deleted_at` integer;