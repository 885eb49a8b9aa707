CREATE TABLE `daily_rate` (
	`organisation_id` text NOT NULL,
	`category` text NOT NULL,
	`amount_cents` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `category`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `section_right` (
	`proposal_id` text NOT NULL,
	`section_id` text NOT NULL,
	`owner_id` text,
	`is_exclusive` integer NOT NULL,
	`locked_by` text,
	`locked_at` integer,
	PRIMARY KEY(`proposal_id`, `section_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`locked_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `section_writer` (
	`proposal_id` text NOT NULL,
	`section_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`proposal_id`, `section_id`, `user_id`),
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `section_writer_user` ON `section_writer` (`user_id`);--> statement-breakpoint
ALTER TABLE `member` ADD `section_ids` text;--> statement-breakpoint
ALTER TABLE `proposal` ADD `has_own_columns` integer DEFAULT false NOT NULL;