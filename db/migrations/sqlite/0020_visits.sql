CREATE TABLE `visit` (
	`user_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`since_at` integer,
	`seen_at` integer,
	PRIMARY KEY(`user_id`, `proposal_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_proposal` ON `visit` (`proposal_id`);