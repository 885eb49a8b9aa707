CREATE TABLE `version` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`number` integer NOT NULL,
	`started_at` integer NOT NULL,
	`at` integer NOT NULL,
	`name` text,
	`named_by` text,
	`named_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `version_number` ON `version` (`proposal_id`,`number`);--> statement-breakpoint
CREATE TABLE `version_change` (
	`version_id` text NOT NULL,
	`user_id` text NOT NULL,
	`root` text NOT NULL,
	PRIMARY KEY(`version_id`, `user_id`, `root`),
	FOREIGN KEY (`version_id`) REFERENCES `version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_change_user` ON `version_change` (`user_id`);--> statement-breakpoint
CREATE TABLE `version_part` (
	`proposal_id` text NOT NULL,
	`root` text NOT NULL,
	`number` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`proposal_id`, `root`, `number`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `version_pending` (
	`proposal_id` text NOT NULL,
	`user_id` text NOT NULL,
	`root` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `user_id`, `root`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `version_pending_user` ON `version_pending` (`user_id`);