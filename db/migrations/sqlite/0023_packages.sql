CREATE TABLE `proposal_package` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`version_id` text NOT NULL,
	`version_name` text,
	`hash` text NOT NULL,
	`manifest_hash` text NOT NULL,
	`files` text NOT NULL,
	`software` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `package_proposal` ON `proposal_package` (`proposal_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `package_version` ON `proposal_package` (`version_id`);