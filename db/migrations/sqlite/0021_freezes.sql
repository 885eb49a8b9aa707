CREATE TABLE `freeze` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`purpose` text NOT NULL,
	`note` text NOT NULL,
	`unlockers` text NOT NULL,
	`name` text NOT NULL,
	`version_id` text,
	`frozen_by` text NOT NULL,
	`frozen_at` integer NOT NULL,
	`unlocked_by` text,
	`unlocked_at` integer,
	`unlock_note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`frozen_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unlocked_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `freeze_proposal` ON `freeze` (`proposal_id`,`frozen_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `freeze_in_force` ON `freeze` (`proposal_id`) WHERE unlocked_at IS NULL;--> statement-breakpoint
CREATE TABLE `freeze_unlocker` (
	`freeze_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`freeze_id`, `user_id`),
	FOREIGN KEY (`freeze_id`) REFERENCES `freeze`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `freeze_unlocker_user` ON `freeze_unlocker` (`user_id`);