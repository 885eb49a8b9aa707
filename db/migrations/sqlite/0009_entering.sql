CREATE TABLE `access_request` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`user_id` text,
	`asker` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`message` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`is_granted` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_request_asker` ON `access_request` (`proposal_id`,`asker`);--> statement-breakpoint
CREATE TABLE `invitation_use` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`session_id` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitation_use_invitation` ON `invitation_use` (`invitation_id`,`at`);--> statement-breakpoint
CREATE INDEX `invitation_use_user` ON `invitation_use` (`user_id`);--> statement-breakpoint
ALTER TABLE `invitation` ADD `label` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `section_ids` text;--> statement-breakpoint
ALTER TABLE `invitation` ADD `uses_max` integer DEFAULT 1;--> statement-breakpoint
ALTER TABLE `invitation` ADD `used_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `allows_guests` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` ADD `returns_user_id` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `user` ADD `is_guest` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `contact_email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `user` ADD `merged_into` text;
--> statement-breakpoint
UPDATE `invitation` SET `used_count` = 1 WHERE `accepted_at` IS NOT NULL;
--> statement-breakpoint
INSERT INTO `invitation_use` (`id`, `invitation_id`, `user_id`, `at`) SELECT `id`, `id`, `accepted_by`, `accepted_at` FROM `invitation` WHERE `accepted_at` IS NOT NULL AND `accepted_by` IS NOT NULL;
