CREATE TABLE `column_agreement` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`figures` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `column_agreement_organisation` ON `column_agreement` (`organisation_id`,`at`,`id`);--> statement-breakpoint
ALTER TABLE `proposal` ADD `is_negotiated` integer DEFAULT false NOT NULL;