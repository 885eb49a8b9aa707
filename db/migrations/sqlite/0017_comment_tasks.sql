CREATE TABLE `comment_reaction` (
	`comment_id` text NOT NULL,
	`user_id` text NOT NULL,
	`reaction` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `user_id`, `reaction`),
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comment_wording` (
	`id` text PRIMARY KEY NOT NULL,
	`comment_id` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_wording_comment` ON `comment_wording` (`comment_id`,`at`);--> statement-breakpoint
ALTER TABLE `thread` ADD `assignee_id` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `thread` ADD `assignee_organisation_id` text REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `thread` ADD `assigned_by` text REFERENCES user(id);--> statement-breakpoint
ALTER TABLE `thread` ADD `assigned_at` integer;--> statement-breakpoint
ALTER TABLE `thread` ADD `due_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `thread_assignee` ON `thread` (`assignee_id`);